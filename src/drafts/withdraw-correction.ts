import type { Actor } from '../accounts/account.ts'
import type { Database, Transaction } from '../db/database.ts'
import { insertRows } from '../db/insert-rows.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { newId } from '../db/new-id.ts'
import { Conflict, NotFound } from '../errors.ts'
import { appendEvent, takeChain } from '../history/append-event.ts'
import type { Layer } from '../reading/corrections/layer.ts'
import { layCorrections } from '../reading/corrections/lay-correction.ts'
import { nextCorrection, type Corrected } from './correct-reading.ts'
import { correctedWords } from './corrected-words.ts'
import { draftAtWork } from './draft-at-work.ts'
import { layOver } from './lay-over.ts'
import { standingCorrections, type StandingCorrection } from './standing-corrections.ts'
import { standingLayer } from './standing-layer.ts'
import { originalReading } from './standing-reading.ts'

export interface CorrectionWithdrawal {
  readonly correctionId: string
  /** The report that it is looked for in; any unless told. */
  readonly reportId?: string | undefined
  readonly seenRevision: number
  readonly withdrawnBy: Actor
  readonly at: Date
}

/**
 * Takes a correction back: a row that names it, never a deletion. What stands is the reading with the other corrections laid over
 * it, and claims whose words were taken away come back to their place.
 * @throws NotFound no such correction · NotAllowed for this role · Conflict taken back already, an older draft, corrected since it was seen, or others rest on it
 */
export function withdrawCorrection(db: Database, input: CorrectionWithdrawal): Promise<Corrected> {
  return inTransaction(db, async (tx) => {
    const { correctionId, reportId, withdrawnBy, at } = input
    const row = await tx.readingCorrection.findFirst({
      where: { id: correctionId, ...(reportId === undefined ? {} : { draft: { reportId } }) },
    })
    if (row === null) throw new NotFound('There is no such correction.')
    const { draftId } = row
    const draft = await draftAtWork(tx, { draftId, actor: withdrawnBy, action: 'correct reading' })
    const number = await nextCorrection(tx, draftId, input.seenRevision)
    const standing = await standingCorrections(tx, draftId)
    const taken = standing.find(({ id }) => id === correctionId)
    if (taken === undefined)
      throw new Conflict('This correction was taken back already. Nothing was recorded.')
    const rest = standing.filter((one) => one !== taken)
    const before = await standingLayer(tx, draftId)
    const after = await layerWith(tx, draftId, before.layer, rest)
    const withdrawal = {
      ...row,
      id: newId(),
      number,
      withdraws: row.id,
      reasonId: null,
      correctedById: withdrawnBy.id,
      at,
    }
    await insertRows(tx, 'ReadingCorrection', [withdrawal])
    const bare = rest.length === 0
    const claims = await layOver(tx, { draft, before, after, revision: number, bare, at })
    await appendEvent(tx, await takeChain(tx, draft.reportId), {
      kind: 'reading.correction-withdrawn',
      actor: withdrawnBy.id,
      at,
      payload: {
        draft: draft.number,
        revision: number,
        withdraws: row.id,
        correction: { ...taken.correction },
        words: correctedWords(after, taken.correction),
        claims,
      },
    })
    return { id: withdrawal.id, reportId: draft.reportId, draftId, revision: number, claims }
  })
}

/** @throws Conflict a later correction needs the one that is missing */
async function layerWith(
  tx: Transaction,
  draftId: string,
  { text, language }: Layer,
  rest: readonly StandingCorrection[],
): Promise<Layer> {
  const { blocks, notes, markers } = await originalReading(tx, draftId)
  const laid = layCorrections(
    { text, language, blocks, notes, markers },
    rest.map(({ correction }) => correction),
  )
  if (laid.ok) return laid.value
  throw new Conflict(
    `A later correction rests on this one: take that back first. Nothing was recorded. (${laid.why})`,
  )
}
