import type { CorrectionRequest } from '../../drafts/correction-request.ts'
import type { Block } from '../../reading/document.ts'
import { fieldOf, type Problem } from './problems.ts'

/** What a form of the pages of blocks or of notes was about, and what was typed into it. */
export interface TypedCorrection {
  /** Where the block begins, or the marker's index. */
  readonly about: number
  readonly to: string
  readonly countFrom: string
  readonly note: string
  readonly reason: string
}

export type CorrectionForm =
  | { readonly ok: true; readonly request: CorrectionRequest; readonly typed: TypedCorrection }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly typed: TypedCorrection }

/** A note as somebody names it: its label, with its place in the list where the label is not enough ("7 (no. 12)"). */
export interface NamedNote {
  readonly index: number
  readonly name: string
}

/** Longest reason, in UTF-16 code units. */
const LONGEST_REASON = 2_000

/** Reads a posted correction. `blocks`: as they stand, which the form counts from 1; `notes`: by the names the form offers. */
export function readCorrectionForm(
  body: unknown,
  blocks: readonly Block[],
  notes: readonly NamedNote[],
): CorrectionForm {
  const kind = fieldOf(body, 'kind')
  const linking = kind === 'linked' || kind === 'unlinked'
  const typed = {
    about: wholeNumber(fieldOf(body, linking ? 'marker' : 'block')),
    to: fieldOf(body, 'to').trim(),
    countFrom: fieldOf(body, 'countFrom').trim(),
    note: fieldOf(body, 'note').trim(),
    reason: fieldOf(body, 'reason'),
  }
  const refuse = (text: string, field: string): CorrectionForm => ({
    ok: false,
    typed,
    problems: [{ text, href: `#${field}-${typed.about}` }],
  })
  if (typed.reason.length > LONGEST_REASON)
    return refuse(`Shorten the reason to ${LONGEST_REASON} characters.`, 'reason')
  const accept = (request: CorrectionRequest): CorrectionForm => ({ ok: true, request, typed })
  switch (kind) {
    case 'unlinked':
      return accept({ kind: 'linked', marker: typed.about, note: null })
    case 'linked': {
      const note = notes.find(({ name }) => name === typed.note)
      if (note !== undefined) return accept({ kind: 'linked', marker: typed.about, note: note.index })
      return refuse(`There is no note “${typed.note}”: choose one of the list.`, 'note')
    }
    case 'dropped':
    case 'joined':
      return accept({ kind, block: typed.about })
    case 'divided': {
      const at = wholeNumber(fieldOf(body, 'at'))
      if (at < 0) return refuse('Choose the sentence that the second block begins with.', 'at')
      return accept({ kind, block: typed.about, at })
    }
    case 'noted': {
      const last = blocks[wholeNumber(typed.to) - 1]
      if (last === undefined) return refuse('Give the number of the last block of the list.', 'to')
      const countFrom = typed.countFrom === '' ? null : wholeNumber(typed.countFrom)
      if (countFrom !== null && countFrom < 0)
        return refuse('Count the notes from a whole number.', 'countFrom')
      return accept({ kind, from: typed.about, to: last.start, countFrom })
    }
    default:
      return refuse('Choose what to correct.', 'block')
  }
}

const wholeNumber = (given: string): number => (/^\d{1,9}$/.test(given) ? Number(given) : -1)

/** The names that notes are chosen by: labels, with their place in the list where several notes have one. */
export function namedNotes(
  notes: readonly { readonly index: number; readonly label: string }[],
): NamedNote[] {
  const counts = new Map<string, number>()
  for (const { label } of notes) counts.set(label, (counts.get(label) ?? 0) + 1)
  return notes.map(({ index, label }, i) => ({
    index,
    name: counts.get(label) === 1 ? label : `${label} (no. ${i + 1})`,
  }))
}
