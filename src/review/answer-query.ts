import { claimAsItStands } from '../claims/load-claim.ts'
import type { Database, Transaction } from '../db/database.ts'
import { insertRows } from '../db/insert-rows.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { newId } from '../db/new-id.ts'
import { Conflict } from '../errors.ts'
import { appendEvent, takeChain } from '../history/append-event.ts'
import { seal } from '../history/sealed-text.ts'
import { type Answerer, type WhoAnswers, whoAnswers } from './answerer.ts'
import { loadQuery, type LoadedQuery, queryOver } from './load-query.ts'
import { notify } from './notify.ts'
import { answerWords, type QueryAnswer } from './query.ts'
import { settleClaim } from './settle-claim.ts'
import { settlementOf } from './settlement.ts'

export interface NewQueryAnswer {
  readonly queryId: string
  readonly by: Answerer
  readonly answer: QueryAnswer
  readonly words?: string | undefined
  readonly at: Date
}

/** `version`: of the claim, raised where its outcome changed. */
export interface AnsweredQuery {
  readonly id: string
  readonly claimId: string
  readonly number: number
  readonly reportId: string
  readonly version: number
}

const NEEDED: Readonly<Record<QueryAnswer, string | null>> = {
  words: 'Write the answer.',
  'on me': null,
  source: 'Name the source: a title, an address, where in it to look.',
}

/**
 * Answers a query, by the author's link or by a checker whom the author told. *On me* makes the outcome *on author*; other answers
 * leave it *query open* until a checker has read them and closes the query.
 * @throws NotFound no such query · NotAllowed for this role · Gone the link has ended · Conflict it was answered or closed before, in
 * words that say by whom · Invalid no words where they are needed
 */
export async function answerQuery(db: Database, input: NewQueryAnswer): Promise<AnsweredQuery> {
  const words = answerWords(input.words, NEEDED[input.answer])
  return inTransaction(db, async (tx) => {
    const query = await loadQuery(tx, input.queryId)
    const who = await whoAnswers(tx, input.by, query, input.at)
    if (query.state !== 'open') throw new Conflict(queryOver(query))
    const head = await takeChain(tx, query.report.id)
    const said = words === '' ? null : seal(words)
    if (said !== null) await insertRows(tx, 'SealedText', [said])
    await tx.query.update({
      where: { id: query.id },
      data: {
        ...{ state: 'answered', answer: input.answer, answerId: said?.id ?? null },
        ...{ answeredById: who.account, answeredAt: input.at },
        ...(who.author === null ? {} : { authorId: who.author.id }),
      },
    })
    const version =
      input.answer === 'on me' ? await leaveOnAuthor(tx, query, who, input.at) : query.claim.version
    const { id: claimId, number } = query.claim
    await appendEvent(tx, head, {
      kind: 'query.answered',
      actor: who.actor,
      at: input.at,
      payload: {
        ...{ claimId, number, version, queryId: query.id, answer: input.answer },
        ...{ answerHash: said?.hash ?? null, author: who.author?.name ?? null },
      },
    })
    const told = { reportId: query.report.id, claimId, to: [query.askedById], by: who.account }
    await notify(tx, { kind: 'query answered', ...told, at: input.at })
    return { id: query.id, claimId, number, reportId: query.report.id, version }
  })
}

/** The author vouches: decided by the checker who heard it, or by who asked. Returns the claim's new version. */
async function leaveOnAuthor(
  tx: Transaction,
  query: LoadedQuery,
  { account, author }: WhoAnswers,
  at: Date,
): Promise<number> {
  const claim = await claimAsItStands(tx, query.claim.id)
  const reason = author === null ? null : seal(`${author.name}, the author, answered: on me.`)
  if (reason !== null) await insertRows(tx, 'SealedText', [reason])
  const decision = { id: newId(), claimId: claim.id, outcome: 'on author', at }
  const decidedById = account ?? query.askedById
  await insertRows(tx, 'OutcomeDecision', [{ ...decision, reasonId: reason?.id ?? null, decidedById }])
  return settleClaim(tx, claim, settlementOf({ ...claim, outcomes: [...claim.outcomes, decision] }))
}
