import type { Actor } from '../../accounts/account.ts'
import type { Database } from '../../db/database.ts'
import { NotFound } from '../../errors.ts'
import { findSource } from '../../sources/find-source.ts'
import { standingSources } from '../../sources/source-family.ts'

/**
 * A source as it may be named to anybody who may know of it: a protected one by its public descriptor.
 * @throws NotFound there is none, or only closed reports of others lean on it
 */
export async function namedSource(
  db: Database,
  actor: Actor,
  id: string,
): Promise<{ readonly id: string; readonly title: string }> {
  await findSource(db, actor, id)
  const source = (await standingSources(db, [id])).get(id)
  if (source === undefined) throw new NotFound('There is no such source.')
  return { id, title: source.title }
}
