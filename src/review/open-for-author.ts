import type { Database } from '../db/database.ts'
import { type AuthorByLink, authorByLink } from './author-link.ts'
import { type FixView, listFixes, listQueries, type QueryView } from './list-author-work.ts'

/** A claim's own words with what is open on them for one author: nothing else of the report. */
export interface AuthorClaim {
  readonly quote: string
  readonly language: string
  readonly fixes: readonly FixView[]
  readonly queries: readonly QueryView[]
}

export interface OpenForAuthor {
  readonly author: AuthorByLink
  readonly claims: readonly AuthorClaim[]
}

/**
 * What waits for the author whom a link is for, in the order of the text; notes that the link was used.
 * @throws NotFound there never was such a link · Gone it has ended
 */
export async function openForAuthor(db: Database, secret: string, now: Date): Promise<OpenForAuthor> {
  const author = await authorByLink(db, secret, now)
  await db.authorLink.updateMany({ where: { id: author.linkId }, data: { lastUsedAt: now } })
  const theirs = author.only ? { OR: [{ authorId: author.id }, { authorId: null }] } : { authorId: author.id }
  const inReport = { claim: { reportId: author.reportId } }
  const [fixes, queries] = await Promise.all([
    db.fix.findMany({
      where: { ...theirs, ...inReport, state: 'asked' },
      select: { id: true, claimId: true },
    }),
    db.query.findMany({
      where: { ...theirs, ...inReport, state: 'open' },
      select: { id: true, claimId: true },
    }),
  ])
  const open = new Set([...fixes, ...queries].map(({ id }) => id))
  const claimIds = [...new Set([...fixes, ...queries].map(({ claimId }) => claimId))]
  return {
    author,
    claims: claimIds.length === 0 ? [] : await claimsWith(db, author.reportId, claimIds, open),
  }
}

async function claimsWith(
  db: Database,
  reportId: string,
  claimIds: readonly string[],
  open: ReadonlySet<string>,
): Promise<AuthorClaim[]> {
  const [placements, fixes, queries] = await Promise.all([
    db.placement.findMany({
      where: { claimId: { in: [...claimIds] }, draft: { currentOf: { id: reportId } } },
      orderBy: [{ start: { sort: 'asc', nulls: 'last' } }, { claimId: 'asc' }],
      select: { claimId: true, quote: true, draft: { select: { language: true } } },
    }),
    listFixes(db, claimIds),
    listQueries(db, claimIds),
  ])
  return placements.map(({ claimId, quote, draft }) => ({
    ...{ quote, language: draft.language },
    fixes: fixes.filter((fix) => fix.claimId === claimId && open.has(fix.id)),
    queries: queries.filter((query) => query.claimId === claimId && open.has(query.id)),
  }))
}
