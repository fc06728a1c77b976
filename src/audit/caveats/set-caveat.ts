import type { Actor } from '../../accounts/account.ts'
import { assertMayOnReport, claimAsItStands, reportOf } from '../../claims/load-claim.ts'
import type { Database, Transaction } from '../../db/database.ts'
import { insertRows } from '../../db/insert-rows.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { newId } from '../../db/new-id.ts'
import { Conflict, Invalid, NotFound } from '../../errors.ts'
import { appendEvent, takeChain } from '../../history/append-event.ts'
import { standingReading } from '../../drafts/standing-reading.ts'
import { sealWords } from '../../review/seal-words.ts'
import { writtenWords } from '../../review/written-words.ts'
import { isOfAnother } from '../report-at-audit.ts'
import { LONGEST_CAVEAT, placeOfWords } from './caveat.ts'

export interface NewCaveat {
  /** The report that they named; a claim of another is not found. */
  readonly reportId?: string
  readonly claimId: string
  /** As the draft at work has them; spaces and quotation marks may be written otherwise. */
  readonly words: string
  readonly setBy: Actor
  readonly at: Date
}

export interface SetCaveat {
  readonly id: string
  readonly reportId: string
  /** As the draft has them. */
  readonly words: string
}

/**
 * Names the words of the draft at work that tell its readers that a claim is disputed.
 * @throws NotFound · NotAllowed for this role · Conflict nobody disputes the claim · Invalid no words, or none that stand in the draft
 */
export function setCaveat(db: Database, input: NewCaveat): Promise<SetCaveat> {
  const sought = writtenWords(input.words, 'the words of the draft that say so', LONGEST_CAVEAT)
  return inTransaction(db, async (tx) => {
    const { claimId, setBy, at } = input
    const claim = await claimAsItStands(tx, claimId)
    if (isOfAnother(input, claim.reportId)) throw new NotFound('There is no such claim.')
    await assertMayOnReport(tx, setBy, 'waive', reportOf(claim))
    if (claim.status !== 'disputed')
      throw new Conflict(`Claim ${claim.number} is not disputed: it needs no caveat. Nothing was recorded.`)
    const { draft, words } = await wordsOfDraft(tx, claim.draftId, sought)
    const sealed = await sealWords(tx, words)
    const id = newId()
    await insertRows(tx, 'Caveat', [
      { id, claimId, draftId: claim.draftId, wordsId: sealed.id, setById: setBy.id, at },
    ])
    await appendEvent(tx, await takeChain(tx, claim.reportId), {
      kind: 'caveat.set',
      actor: setBy.id,
      at,
      payload: { claimId, number: claim.number, draft, caveatId: id, wordsHash: sealed.hash },
    })
    return { id, reportId: claim.reportId, words }
  })
}

/** @throws Invalid they do not stand there */
async function wordsOfDraft(
  tx: Transaction,
  draftId: string,
  sought: string,
): Promise<{ readonly draft: number; readonly words: string }> {
  const { number, text } = await tx.draft.findUniqueOrThrow({
    where: { id: draftId },
    select: { number: true, text: { select: { body: true } } },
  })
  const { blocks } = await standingReading(tx, draftId)
  const span = placeOfWords(text.body ?? '', blocks, sought)
  if (span === null)
    throw new Invalid(
      `These words do not stand in draft ${number}: copy them from the text. A caveat is what its readers will read.`,
    )
  return { draft: number, words: (text.body ?? '').slice(span.start, span.end) }
}
