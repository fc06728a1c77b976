import type { Transaction } from '../db/database.ts'
import { NotFound } from '../errors.ts'

const QUERY = {
  claim: { select: { id: true, number: true, version: true } },
  report: { select: { id: true, closed: true, sample: true } },
  author: { select: { name: true } },
  closedBy: { select: { name: true } },
} as const

/** A query with what an answer or a closing has to know. `answeredBy`: the name, where somebody has. */
export interface LoadedQuery {
  readonly id: string
  readonly state: string
  readonly authorId: string | null
  readonly askedById: string
  readonly claim: { readonly id: string; readonly number: number; readonly version: number }
  readonly report: { readonly id: string; readonly closed: boolean; readonly sample: boolean }
  readonly closedBy: { readonly name: string } | null
  readonly answeredBy: string
}

/** @throws NotFound no such query */
export async function loadQuery(tx: Transaction, id: string): Promise<LoadedQuery> {
  const query = await tx.query.findUnique({ where: { id }, include: QUERY })
  if (query === null) throw new NotFound('There is no such query.')
  const who =
    query.answeredById === null
      ? null
      : await tx.account.findUnique({ where: { id: query.answeredById }, select: { name: true } })
  return { ...query, answeredBy: who?.name ?? query.author?.name ?? 'The author' }
}

/** What happened to a query that waits no more, and by whom. */
export const queryOver = ({ state, answeredBy, closedBy }: LoadedQuery): string =>
  state === 'closed'
    ? `${closedBy?.name ?? 'The desk'} closed this query already. Nothing was recorded.`
    : `${answeredBy} answered this query already. Nothing was recorded.`
