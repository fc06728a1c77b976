import type { Actor } from '../accounts/account.ts'
import { assertMayOnReport } from '../claims/load-claim.ts'
import type { Transaction } from '../db/database.ts'
import { NotFound } from '../errors.ts'
import { AUTHOR } from '../history/event.ts'
import { authorByLink, type AuthorByLink } from './author-link.ts'

/** Who answers a fix or a query: a checker who spoke to the author, or the author by a link. */
export type Answerer = { readonly checker: Actor } | { readonly secret: string }

/** `account`: null for the author. `actor`: as the history names them. */
export interface WhoAnswers {
  readonly account: string | null
  readonly actor: string
  readonly author: AuthorByLink | null
}

interface Asked {
  readonly authorId: string | null
  readonly report: { readonly id: string; readonly closed: boolean; readonly sample: boolean }
}

/**
 * Who answers, when they may.
 * @throws NotFound the link knows of no such question · NotAllowed for this role · Gone the link has ended
 */
export async function whoAnswers(
  tx: Transaction,
  by: Answerer,
  { authorId, report }: Asked,
  now: Date,
): Promise<WhoAnswers> {
  if ('checker' in by) {
    await assertMayOnReport(tx, by.checker, 'ask the author', report)
    return { account: by.checker.id, actor: by.checker.id, author: null }
  }
  const author = await authorByLink(tx, by.secret, now)
  const theirs = authorId === null ? author.only && author.reportId === report.id : authorId === author.id
  if (!theirs) throw new NotFound('There is no such question for you.')
  return { account: null, actor: AUTHOR, author }
}
