import type { Actor } from '../accounts/account.ts'
import { assertMayOnReport } from '../claims/load-claim.ts'
import type { Database, Transaction } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { insertRows } from '../db/insert-rows.ts'
import { newId } from '../db/new-id.ts'
import { Invalid } from '../errors.ts'
import { appendEvent, takeChain } from '../history/append-event.ts'
import { privilegedChain } from '../history/privileged-chain.ts'
import { seal } from '../history/sealed-text.ts'
import { LONGEST_COMMENT, mentionedIn, MOST_MENTIONS } from './comment.ts'
import { notify } from './notify.ts'
import { claimAsked, reportAsked, type ClaimAsked, type ReportAsked } from './report-asked.ts'
import { reportPeople } from './report-people.ts'
import { writtenWords } from './written-words.ts'

/** A comment on a claim, or on a report as a whole. One of the two is named. */
export interface NewComment {
  readonly claimId?: string | undefined
  readonly reportId?: string | undefined
  readonly words: string
  /** Seen by lawyers of the desk who may read the report, by its writer and by whom it mentions; by nobody else. */
  readonly privileged: boolean
  /** Ids of the accounts it speaks to. Names behind an `@` in the words count too, unless it is privileged. */
  readonly mentions: readonly string[]
  readonly writtenBy: Actor
  readonly at: Date
}

export interface Commented {
  readonly id: string
  readonly reportId: string
  readonly claimId: string | null
  /** Ids of the accounts it speaks to. */
  readonly mentions: readonly string[]
}

/**
 * Writes a comment, tells whom it speaks to, and appends its event: to the report's history, or, where it is privileged, to
 * a chain that only those who see the comment are shown. The event names the words by their hash.
 * @throws NotFound no such claim or report · NotAllowed for this role, or privileged by somebody who is no lawyer ·
 *   Invalid empty, too long, or it speaks to somebody who may not read the report
 */
export const writeComment = (db: Database, input: NewComment): Promise<Commented> =>
  inTransaction(db, (tx) => writeCommentIn(tx, input))

/** The same as part of something larger, which is whole or absent. */
export async function writeCommentIn(tx: Transaction, input: NewComment): Promise<Commented> {
  const words = writtenWords(input.words, 'the comment', LONGEST_COMMENT)
  const { claim, report } = await aboutWhat(tx, input)
  const action = input.privileged ? 'comment under privilege' : 'comment'
  await assertMayOnReport(tx, input.writtenBy, action, report)
  const mentions = await spokenTo(tx, report, words, input)
  const head = await takeChain(tx, input.privileged ? privilegedChain(report.id) : report.id)
  const body = seal(words)
  const id = newId()
  await insertRows(tx, 'SealedText', [body])
  await insertRows(tx, 'Comment', [
    {
      id,
      reportId: report.id,
      claimId: claim?.id ?? null,
      bodyId: body.id,
      privileged: input.privileged,
      writtenById: input.writtenBy.id,
      at: input.at,
    },
  ])
  const named = mentions.map((accountId) => ({ commentId: id, accountId }))
  await insertRows(tx, 'CommentMention', named)
  if (input.privileged) await insertRows(tx, 'CommentReader', named)
  await appendEvent(tx, head, {
    kind: input.privileged ? 'privileged-comment.written' : 'comment.written',
    actor: input.writtenBy.id,
    at: input.at,
    payload: {
      ...(claim === null ? {} : { claimId: claim.id, number: claim.number, version: claim.version }),
      commentId: id,
      bodyHash: body.hash,
      mentions,
    },
  })
  await answerMentions(tx, input.writtenBy.id, { reportId: report.id, claimId: claim?.id ?? null }, input.at)
  await notify(tx, {
    kind: 'mentioned',
    reportId: report.id,
    claimId: claim?.id ?? null,
    to: mentions,
    by: input.writtenBy.id,
    at: input.at,
  })
  return { id, reportId: report.id, claimId: claim?.id ?? null, mentions }
}

async function aboutWhat(
  tx: Transaction,
  { claimId, reportId }: NewComment,
): Promise<{ claim: ClaimAsked | null; report: ReportAsked }> {
  if ((claimId === undefined) === (reportId === undefined))
    throw new Invalid('Say what the comment is on: a claim, or a report. One of the two.')
  if (claimId === undefined) return { claim: null, report: await reportAsked(tx, reportId ?? '') }
  const claim = await claimAsked(tx, claimId)
  return { claim, report: claim.report }
}

/** Who comments where somebody mentioned them has seen that. */
async function answerMentions(
  tx: Transaction,
  accountId: string,
  about: { readonly reportId: string; readonly claimId: string | null },
  at: Date,
): Promise<void> {
  await tx.notice.updateMany({
    where: { ...about, accountId, kind: 'mentioned', seenAt: null },
    data: { seenAt: at },
  })
}

/** Ids of whom a comment speaks to, its writer aside. */
async function spokenTo(
  tx: Transaction,
  report: ReportAsked,
  words: string,
  { mentions, privileged, writtenBy }: NewComment,
): Promise<string[]> {
  const people = await reportPeople(tx, report)
  const readers = new Set(people.map(({ id }) => id))
  if (mentions.some((id) => !readers.has(id)))
    throw new Invalid('Somebody you named may not read this report: name those who can. Nothing was written.')
  const inWords = privileged ? [] : mentionedIn(words, people).map(({ id }) => id)
  const all = [...new Set([...mentions, ...inWords])].filter((id) => id !== writtenBy.id)
  if (all.length > MOST_MENTIONS) throw new Invalid(`Name at most ${MOST_MENTIONS} people in one comment.`)
  return all.sort()
}
