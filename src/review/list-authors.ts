import type { Actor } from '../accounts/account.ts'
import { assertMayOnReport } from '../claims/load-claim.ts'
import type { Database } from '../db/database.ts'
import { NotFound } from '../errors.ts'

/** An author with what waits for them. `link`: the one that holds now. */
export interface AuthorView {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly openQueries: number
  readonly openFixes: number
  readonly link: AuthorLinkView | null
}

export interface AuthorLinkView {
  readonly id: string
  readonly createdBy: string
  readonly createdAt: Date
  readonly deadline: Date | null
  readonly expiresAt: Date
  readonly lastUsedAt: Date | null
}

export interface AuthorsView {
  readonly authors: readonly AuthorView[]
  /** What waits and was put to nobody by name: the only author's, where there is one. */
  readonly unnamed: { readonly queries: number; readonly fixes: number }
}

/**
 * The authors of a report.
 * @throws NotFound no such report · NotAllowed for this role
 */
export async function listAuthors(
  db: Database,
  actor: Actor,
  reportId: string,
  now: Date,
): Promise<AuthorsView> {
  const report = await db.report.findUnique({
    where: { id: reportId },
    select: { id: true, closed: true, sample: true },
  })
  if (report === null) throw new NotFound('There is no such report.')
  await assertMayOnReport(db, actor, 'manage authors', report)
  const [authors, fixes, queries] = await Promise.all([
    db.reportAuthor.findMany({
      where: { reportId },
      orderBy: { name: 'asc' },
      include: {
        links: {
          where: { revokedAt: null, expiresAt: { gt: now } },
          include: { createdBy: { select: { name: true } } },
        },
      },
    }),
    db.fix.groupBy({ by: ['authorId'], where: { claim: { reportId }, state: 'asked' }, _count: true }),
    db.query.groupBy({ by: ['authorId'], where: { reportId, state: 'open' }, _count: true }),
  ])
  const fixesOf = new Map(fixes.map((one) => [one.authorId, one._count]))
  const queriesOf = new Map(queries.map((one) => [one.authorId, one._count]))
  const unnamed = { queries: queriesOf.get(null) ?? 0, fixes: fixesOf.get(null) ?? 0 }
  const theirs = authors.length === 1 ? unnamed : { queries: 0, fixes: 0 }
  return {
    unnamed: authors.length === 1 ? { queries: 0, fixes: 0 } : unnamed,
    authors: authors.map(({ id, name, email, links }) => ({
      ...{ id, name, email },
      openQueries: (queriesOf.get(id) ?? 0) + theirs.queries,
      openFixes: (fixesOf.get(id) ?? 0) + theirs.fixes,
      link: links[0] === undefined ? null : { ...linkView(links[0]) },
    })),
  }
}

const linkView = ({
  createdBy,
  ...link
}: Omit<AuthorLinkView, 'createdBy'> & {
  readonly createdBy: { readonly name: string }
}): AuthorLinkView => ({
  ...{ id: link.id, createdBy: createdBy.name, createdAt: link.createdAt },
  ...{ deadline: link.deadline, expiresAt: link.expiresAt, lastUsedAt: link.lastUsedAt },
})
