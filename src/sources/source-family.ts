import type { Database, Transaction } from '../db/database.ts'
import { Prisma } from '../db/generated/sqlite/client.ts'

/** How many merges deep a source may lie; merges that would go deeper are refused. */
export const DEEPEST_MERGE = 8

/** What is shown of a source wherever it is named. `title`: of a protected one, its public descriptor. */
export interface NamedSource {
  readonly id: string
  readonly title: string
  readonly url: string | null
  readonly reliability: string | null
  readonly protected: boolean
  readonly doNotFetch: boolean
  readonly originGroup: string | null
  /** retracted, downgraded or lost; null: it stands. */
  readonly fallen: string | null
}

type Row = NamedSource & { readonly mergedIntoId: string | null }

/**
 * Each source by its id as what it counts for: itself, or what it was merged into, however many merges away. One query, and
 * one more for each step of the longest row of merges.
 */
export async function standingSources(
  db: Database | Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, NamedSource>> {
  const known = new Map<string, Row>()
  for (let wanted = [...new Set(ids)]; wanted.length > 0;) {
    const rows = await loadRows(db, wanted)
    for (const row of rows) known.set(row.id, row)
    const next = rows.flatMap(({ mergedIntoId }) => (mergedIntoId === null ? [] : [mergedIntoId]))
    wanted = [...new Set(next)].filter((id) => !known.has(id))
  }
  return new Map(ids.flatMap((id) => entryOf(known, id)))
}

/** How many ids one question names; SQLite takes 32,766. */
const AT_ONCE = 10_000

async function loadRows(db: Database | Transaction, ids: readonly string[]): Promise<Row[]> {
  const rows: Row[] = []
  for (let from = 0; from < ids.length; from += AT_ONCE)
    rows.push(
      ...(await db.$queryRaw<Row[]>`
        SELECT "id", "title", "url", "reliability", "protected", "doNotFetch", "originGroup", "fallen", "mergedIntoId"
        FROM "Source" WHERE "id" IN (${Prisma.join(ids.slice(from, from + AT_ONCE))})`),
    )
  return rows
}

function entryOf(known: ReadonlyMap<string, Row>, id: string): [string, NamedSource][] {
  let row = known.get(id)
  for (let step = 0; row?.mergedIntoId != null && step < DEEPEST_MERGE * 2; step++)
    row = known.get(row.mergedIntoId)
  return row === undefined ? [] : [[id, row]]
}

/** A source with all that were merged into it, and into those: itself first. */
export async function sourceFamily(db: Database | Transaction, id: string): Promise<readonly string[]> {
  const family = [id]
  for (let last = [id]; last.length > 0;) {
    const rows = await db.source.findMany({
      where: { mergedIntoId: { in: last } },
      orderBy: { id: 'asc' },
      select: { id: true },
    })
    last = rows.map((row) => row.id).filter((found) => !family.includes(found))
    family.push(...last)
  }
  return family
}
