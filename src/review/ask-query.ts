import type { Actor } from '../accounts/account.ts'
import { claimAsSeen } from '../claims/load-claim.ts'
import { standingOutcomes } from '../claims/standing-outcomes.ts'
import type { Database, Transaction } from '../db/database.ts'
import { insertRows } from '../db/insert-rows.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { newId } from '../db/new-id.ts'
import { Conflict } from '../errors.ts'
import { appendEvent, takeChain } from '../history/append-event.ts'
import { seal } from '../history/sealed-text.ts'
import { assertToSettle } from './assert-rulable.ts'
import { authorAsked } from './author-asked.ts'
import { queryWords } from './query.ts'
import type { Ruled } from './record-verdict.ts'
import { settleClaim } from './settle-claim.ts'
import { settlementOf } from './settlement.ts'

/** `authorId`: whom it is put to; the report's only author unless told. */
export interface NewQuery {
  readonly claimId: string
  readonly words: string
  readonly authorId?: string | undefined
  readonly deadline?: Date | undefined
  readonly askedBy: Actor
  readonly seenVersion: number
  readonly at: Date
}

/**
 * Asks the author about a claim, which makes its outcome *query open*. A claim has one query that waits for an answer; those that
 * were answered are closed by the next one.
 * @throws NotFound no such claim · NotAllowed for this role · Conflict it changed since, or waits for an answer already · Invalid no
 * words, no such author
 */
export async function askQuery(db: Database, input: NewQuery): Promise<Ruled> {
  const words = queryWords(input.words)
  return inTransaction(db, async (tx) => {
    const claim = await claimAsSeen(tx, { ...input, actor: input.askedBy, action: 'ask the author' })
    assertToSettle(claim)
    await assertNoneOpen(tx, claim)
    const authorId = await authorAsked(tx, claim.reportId, input.authorId)
    const head = await takeChain(tx, claim.reportId)
    const asked = seal(words)
    const query = {
      id: newId(),
      ...{ reportId: claim.reportId, claimId: claim.id, authorId, wordsId: asked.id, state: 'open' },
      ...{ askedById: input.askedBy.id, askedAt: input.at, deadline: input.deadline ?? null },
    }
    const closed = { state: 'closed', closedById: input.askedBy.id, closedAt: input.at }
    await tx.query.updateMany({ where: { claimId: claim.id, state: 'answered' }, data: closed })
    await insertRows(tx, 'SealedText', [asked])
    await insertRows(tx, 'Query', [query])
    const decision = { id: query.id, claimId: claim.id, outcome: 'query open', at: input.at }
    await insertRows(tx, 'OutcomeDecision', [{ ...decision, decidedById: input.askedBy.id }])
    const outcomes = await standingOutcomes(tx, claim.id)
    const settlement = settlementOf({ ...claim, outcomes })
    const version = await settleClaim(tx, claim, settlement)
    const { id, number, reportId } = claim
    await appendEvent(tx, head, {
      kind: 'query.asked',
      actor: input.askedBy.id,
      at: input.at,
      payload: {
        ...{ claimId: id, number, version, queryId: query.id, authorId, wordsHash: asked.hash },
        deadline: input.deadline?.toISOString() ?? null,
      },
    })
    return { id: query.id, claimId: id, number, reportId, version, settlement }
  })
}

async function assertNoneOpen(tx: Transaction, claim: { id: string; number: number }): Promise<void> {
  const open = await tx.query.findFirst({
    where: { claimId: claim.id, state: 'open' },
    select: { askedBy: { select: { name: true } } },
  })
  if (open !== null)
    throw new Conflict(
      `The author has not yet answered what ${open.askedBy.name} asked about claim ${claim.number}: close that query first. Nothing was recorded.`,
    )
}
