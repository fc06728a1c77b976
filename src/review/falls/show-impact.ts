import type { Actor } from '../../accounts/account.ts'
import type { Database } from '../../db/database.ts'
import { findSource } from '../../sources/find-source.ts'
import { sourceFamily } from '../../sources/source-family.ts'
import type { Impact } from './impact.ts'
import { loadImpact } from './load-impact.ts'

/**
 * What a fall of a source would touch, as far as this person may read it.
 * @throws NotFound there is none that they may know of
 */
export async function showImpact(db: Database, reader: Actor, sourceId: string): Promise<Impact> {
  const { id } = await findSource(db, reader, sourceId)
  return loadImpact(db, reader, await sourceFamily(db, id))
}
