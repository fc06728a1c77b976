import type { Actor } from '../accounts/account.ts'
import type { Database, Transaction } from '../db/database.ts'
import { insertRows } from '../db/insert-rows.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { newId } from '../db/new-id.ts'
import { Conflict, Invalid } from '../errors.ts'
import { appendEvent, takeChain } from '../history/append-event.ts'
import { seal } from '../history/sealed-text.ts'
import type { Correction, Laid } from '../reading/corrections/correction.ts'
import { layCorrection } from '../reading/corrections/lay-correction.ts'
import { readingState } from '../review/reading-state.ts'
import { addNotes } from './add-notes.ts'
import type { ClaimChange } from './claim-change.ts'
import { resolveRequest, type CorrectionRequest } from './correction-request.ts'
import { correctedWords } from './corrected-words.ts'
import { draftAtWork } from './draft-at-work.ts'
import { layOver } from './lay-over.ts'
import { standingLayer } from './standing-layer.ts'

export interface NewCorrection {
  readonly draftId: string
  readonly request: CorrectionRequest
  /** The revision (integer from 0) of the reading that was looked at. */
  readonly seenRevision: number
  readonly reason?: string | undefined
  readonly correctedBy: Actor
  readonly at: Date
}

export interface Corrected {
  readonly id: string
  readonly reportId: string
  readonly draftId: string
  readonly revision: number
  /** What became of the claims that it touched. */
  readonly claims: readonly ClaimChange[]
}

/**
 * Lays a correction over a draft's reading, by name and with an event; the reading itself stays what it is. The text and its
 * offsets do not change; blocks, notes, markers, sentences and claims follow, all in this transaction.
 * @throws NotFound no such draft · NotAllowed for this role · Conflict an older draft, or corrected since it was seen · Invalid what cannot be done, or is so already
 */
export function correctReading(db: Database, input: NewCorrection): Promise<Corrected> {
  return inTransaction(db, async (tx) => {
    const { draftId, correctedBy, at } = input
    const draft = await draftAtWork(tx, { draftId, actor: correctedBy, action: 'correct reading' })
    const number = await nextCorrection(tx, draftId, input.seenRevision)
    const before = await standingLayer(tx, draftId)
    const next = { note: before.rows.notes.length, marker: before.rows.markers.length }
    const correction = orInvalid(resolveRequest(before.layer, input.request, next))
    const after = orInvalid(layCorrection(before.layer, correction))
    if (correction.kind === 'noted') await addNotes(tx, { draftId, text: before.layer.text, at }, correction)
    const row = await insertCorrection(tx, { ...input, correction, number })
    const claims = await layOver(tx, { draft, before, after, revision: number, bare: false, at })
    await appendEvent(tx, await takeChain(tx, draft.reportId), {
      kind: 'reading.corrected',
      actor: correctedBy.id,
      at,
      payload: {
        draft: draft.number,
        revision: number,
        correction: { ...correction },
        words: correctedWords(before.layer, correction),
        reasonHash: row.reasonHash,
        claims,
      },
    })
    return { id: row.id, reportId: draft.reportId, draftId, revision: number, claims }
  })
}

/** @throws Conflict the reading was corrected since */
export async function nextCorrection(
  tx: Transaction,
  draftId: string,
  seenRevision: number,
): Promise<number> {
  const { revision } = await readingState(tx, draftId)
  if (revision === seenRevision) return revision + 1
  throw new Conflict('The reading was corrected since you saw it: look at it again. Nothing was recorded.')
}

async function insertCorrection(
  tx: Transaction,
  {
    draftId,
    number,
    correction,
    reason,
    correctedBy,
    at,
  }: NewCorrection & { correction: Correction; number: number },
): Promise<{ readonly id: string; readonly reasonHash: string | null }> {
  const words = reason?.trim() ?? ''
  const sealed = words === '' ? null : seal(words)
  if (sealed !== null) await insertRows(tx, 'SealedText', [sealed])
  const row = {
    id: newId(),
    draftId,
    number,
    kind: correction.kind,
    payload: JSON.stringify(correction),
    withdraws: null,
    reasonId: sealed?.id ?? null,
    correctedById: correctedBy.id,
    at,
  }
  await insertRows(tx, 'ReadingCorrection', [row])
  return { id: row.id, reasonHash: sealed?.hash ?? null }
}

function orInvalid<T>(laid: Laid<T>): T {
  if (laid.ok) return laid.value
  throw new Invalid(laid.why)
}
