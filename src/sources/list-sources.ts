import type { Actor } from '../accounts/account.ts'
import { assertMay } from '../accounts/policy.ts'
import type { Database } from '../db/database.ts'
import { Prisma } from '../db/generated/sqlite/client.ts'
import { foldedForSearch } from '../text/typography.ts'
import { leaningOn } from './leaning.ts'
import { seenSourceIds } from './seen-sources.ts'

/** A source as a list shows it. `title`: of a protected one, its public descriptor. Counts: of reports that the reader may read. */
export interface ListedSource {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly url: string | null
  readonly reliability: string | null
  readonly protected: boolean
  readonly doNotFetch: boolean
  /** retracted, downgraded or lost; null: it stands. */
  readonly fallen: string | null
  readonly claims: number
  readonly reports: number
}

export interface SourceFilter {
  /** Words of its title or address, whatever their case and accents. */
  readonly q?: string | undefined
  /** Only those that nobody has judged. */
  readonly unjudged?: boolean | undefined
}

export interface SourceSlice {
  readonly limit: number
  /** How many to pass over. */
  readonly skip: number
}

type SeenRow = Omit<ListedSource, 'claims' | 'reports'> & { readonly root: string }

/** The sources that somebody may know of, each with what was merged into it, by title; a page, and how many there are. */
export async function listSources(
  db: Database,
  actor: Actor,
  filter: SourceFilter,
  page: SourceSlice,
): Promise<{ readonly items: readonly ListedSource[]; readonly total: number }> {
  assertMay(actor, 'see sources')
  const found = matching(await seenSources(db, actor), filter)
  const shown = found.slice(page.skip, page.skip + page.limit)
  const counts = await countLeaning(
    db,
    actor,
    shown.map(({ id }) => id),
  )
  return {
    total: found.length,
    items: shown.map(({ id, kind, title, url, reliability, doNotFetch, fallen, ...row }) => ({
      id,
      kind,
      title,
      url,
      reliability,
      protected: row.protected,
      doNotFetch,
      fallen,
      ...(counts.get(id) ?? { claims: 0, reports: 0 }),
    })),
  }
}

/** Every source that somebody may know of beside what it counts for: itself, or what it was merged into. */
const seenSources = (db: Database, actor: Actor): Promise<SeenRow[]> =>
  db.$queryRaw<SeenRow[]>(Prisma.sql`
    WITH RECURSIVE tree("id", "root") AS (
      SELECT "id", "id" FROM "Source" WHERE "mergedIntoId" IS NULL
      UNION ALL
      SELECT s."id", t."root" FROM "Source" s JOIN tree t ON s."mergedIntoId" = t."id")
    SELECT s."id", s."kind", s."title", s."url", s."reliability", s."protected", s."doNotFetch", s."fallen", t."root"
    FROM "Source" s JOIN tree t ON t."id" = s."id"
    WHERE t."root" IN (SELECT x."root" FROM tree x WHERE x."id" IN (${seenSourceIds(actor)}))
    ORDER BY s."id"`)

/** Sources that stand for themselves, by title; the words may stand in what was merged into them. */
function matching(rows: readonly SeenRow[], { q, unjudged }: SourceFilter): SeenRow[] {
  const words = foldedForSearch(q ?? '')
  const hits = new Set(
    rows
      .filter(({ title, url }) => words === '' || foldedForSearch(`${title} ${url ?? ''}`).includes(words))
      .map(({ root }) => root),
  )
  return rows
    .filter(
      (row) => row.id === row.root && hits.has(row.id) && !(unjudged === true && row.reliability !== null),
    )
    .sort((a, b) => BY_TITLE.compare(a.title, b.title) || (a.id < b.id ? -1 : 1))
}

const BY_TITLE = new Intl.Collator('en', { sensitivity: 'base', numeric: true })

async function countLeaning(
  db: Database,
  actor: Actor,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { claims: number; reports: number }>> {
  if (ids.length === 0) return new Map()
  const rows = await db.$queryRaw<
    { root: string; claims: bigint | number; reports: bigint | number }[]
  >(Prisma.sql`
    WITH RECURSIVE tree("id", "root") AS (
      SELECT "id", "id" FROM "Source" WHERE "id" IN (${Prisma.join(ids)})
      UNION ALL
      SELECT s."id", t."root" FROM "Source" s JOIN tree t ON s."mergedIntoId" = t."id")
    SELECT t."root", COUNT(DISTINCT l."claimId") AS "claims", COUNT(DISTINCT l."reportId") AS "reports"
    FROM (${leaningOn(actor, Prisma.sql`"sourceId" IN (SELECT "id" FROM tree)`)}) l
    JOIN tree t ON t."id" = l."sourceId"
    GROUP BY t."root"`)
  return new Map(
    rows.map(({ root, claims, reports }) => [root, { claims: Number(claims), reports: Number(reports) }]),
  )
}
