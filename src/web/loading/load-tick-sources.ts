import type { Database } from '../../db/database.ts'
import { Prisma } from '../../db/generated/sqlite/client.ts'
import { standingSources } from '../../sources/source-family.ts'
import type { TickSource } from '../pages/ticks-view.ts'

interface CitedRow {
  readonly placementId: string
  readonly label: string
  readonly citationId: string | null
  readonly sourceId: string | null
  readonly start: number | null
  readonly end: number | null
}

/** Characters of a work that a choice shows. */
const SHOWN = 70

/**
 * What the words of some claims can be ticked against, by their placements: the works that their notes cite, in order, then the
 * sources that were judged as evidence for them. Two queries, and those that follow merged sources.
 */
export async function loadTickSources(
  db: Database,
  text: string,
  placementIds: readonly string[],
): Promise<ReadonlyMap<string, readonly TickSource[]>> {
  const rows =
    placementIds.length === 0 ? [] : [...(await cited(db, placementIds)), ...(await judged(db, placementIds))]
  const sources = await standingSources(db, [...new Set(rows.flatMap(({ sourceId }) => sourceId ?? []))])
  const found = new Map<string, TickSource[]>()
  for (const row of rows) {
    const here = found.get(row.placementId) ?? []
    const title = sources.get(row.sourceId ?? '')?.title ?? text.slice(row.start ?? 0, row.end ?? 0)
    const source = { ...valueOf(row), words: short(row.label === '' ? title : `${row.label} ${title}`) }
    if (!here.some(({ value }) => value === source.value)) here.push(source)
    found.set(row.placementId, here)
  }
  return found
}

const valueOf = ({ citationId, sourceId }: CitedRow): Omit<TickSource, 'words'> => ({
  value: citationId === null ? `source:${sourceId ?? ''}` : `citation:${citationId}`,
  citationId,
  sourceId,
})

const short = (words: string): string =>
  words.length <= SHOWN ? words : `${words.slice(0, SHOWN).trimEnd()}…`

const cited = (db: Database, placementIds: readonly string[]): Promise<CitedRow[]> =>
  db.$queryRaw<CitedRow[]>`
    SELECT s."placementId", m."label", i."id" AS "citationId", i."sourceId", i."start", i."end"
    FROM "PlacementNote" s
    JOIN "Marker" m ON m."id" = s."markerId"
    JOIN "Citation" i ON i."noteId" = s."noteId"
    WHERE s."placementId" IN (${Prisma.join([...placementIds])})
    ORDER BY s."placementId", s."index", i."index"`

/** A withdrawal is a judgement of the same source, on the same claim. */
async function judged(db: Database, placementIds: readonly string[]): Promise<CitedRow[]> {
  const rows = await db.$queryRaw<
    { id: string; withdraws: string | null; placementId: string; sourceId: string }[]
  >`
    SELECT e."id", e."withdraws", p."id" AS "placementId", e."sourceId"
    FROM "Placement" p JOIN "Evidence" e ON e."claimId" = p."claimId"
    WHERE p."id" IN (${Prisma.join([...placementIds])}) AND e."citationId" IS NULL AND e."sourceId" IS NOT NULL
    ORDER BY p."id", e."at", e."id"`
  const withdrawn = new Set(rows.map(({ withdraws }) => withdraws))
  return rows
    .filter(({ id, withdraws }) => withdraws === null && !withdrawn.has(id))
    .map(({ placementId, sourceId }) => ({
      ...{ placementId, sourceId, label: '', citationId: null },
      ...{ start: null, end: null },
    }))
}

/** All sources that a draft's notes cite, by title: what a heading or a caption can be ticked against. */
export async function loadReportSources(db: Database, draftId: string): Promise<TickSource[]> {
  const rows = await db.$queryRaw<{ readonly sourceId: string }[]>`
    SELECT DISTINCT i."sourceId" FROM "Citation" i JOIN "Note" n ON n."id" = i."noteId"
    WHERE n."draftId" = ${draftId} AND i."sourceId" IS NOT NULL`
  const standing = await standingSources(
    db,
    rows.map(({ sourceId }) => sourceId),
  )
  const sources = new Map([...standing.values()].map((source) => [source.id, source]))
  return [...sources.values()]
    .map(({ id, title }) => ({ value: `source:${id}`, words: short(title), citationId: null, sourceId: id }))
    .toSorted((a, b) => a.words.localeCompare(b.words))
}
