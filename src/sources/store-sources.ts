import type { Transaction } from '../db/database.ts'
import { insertRows } from '../db/insert-rows.ts'
import { newId } from '../db/new-id.ts'
import type { CslItem } from '../reading/document.ts'
import { canonicalDoi, canonicalUrl } from './canonical-url.ts'
import { sourceKeyOf } from './source-key.ts'

const CHUNK = 500

/**
 * Makes sure that every work or outlet that citations name is a source, one row each, shared by all reports.
 * @returns source ids by key (src/sources/source-key.ts)
 */
export async function storeSources(
  tx: Transaction,
  cited: readonly CslItem[],
  at: Date,
): Promise<ReadonlyMap<string, string>> {
  const wanted = new Map(cited.flatMap((csl) => namedSource(csl)))
  const ids = await knownSources(tx, [...wanted.keys()])
  const missing = [...wanted].filter(([key]) => !ids.has(key))
  if (missing.length === 0) return ids
  const rows = missing.map(([key, named]) => ({ id: newId(), key, ...named, createdAt: at }))
  await insertRows(tx, 'Source', rows)
  return new Map([...ids, ...rows.map((row) => [row.key, row.id] as const)])
}

function namedSource(csl: CslItem): [string, { kind: string; title: string; url: string | null }][] {
  const named = sourceKeyOf(csl)
  if (named === null) return []
  return [[named.key, { kind: 'document', title: named.title, url: addressOf(csl) }]]
}

/** Where the work itself is found: its canonical address, or its DOI's. */
function addressOf({ URL: url, DOI: doi }: CslItem): string | null {
  const address = url === undefined ? null : canonicalUrl(url)
  return address ?? (doi === undefined ? null : `https://doi.org/${canonicalDoi(doi)}`)
}

async function knownSources(tx: Transaction, keys: readonly string[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (let from = 0; from < keys.length; from += CHUNK) {
    const rows = await tx.source.findMany({
      where: { key: { in: keys.slice(from, from + CHUNK) } },
      select: { id: true, key: true },
    })
    for (const row of rows) ids.set(row.key, row.id)
  }
  return ids
}
