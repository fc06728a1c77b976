import type { Correction, Laid } from '../reading/corrections/correction.ts'
import type { Layer } from '../reading/corrections/layer.ts'
import { noteList, type NextIndexes, type NoteList } from '../reading/corrections/note-list.ts'

/** A correction as somebody asks for it: a list of notes is a run of blocks, whose labels have yet to be found. */
export type CorrectionRequest =
  Exclude<Correction, { kind: 'noted' }> | ({ readonly kind: 'noted' } & NoteList)

/** The correction that is meant, with everything in it decided. */
export const resolveRequest = (
  layer: Layer,
  request: CorrectionRequest,
  next: NextIndexes,
): Laid<Correction> =>
  request.kind === 'noted' ? noteList(layer, request, next) : { ok: true, value: request }
