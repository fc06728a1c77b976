import type { Migration } from './files.ts'

/** A migration as the database remembers it. `finished` is false when another tool began it and failed. */
export interface AppliedMigration {
  name: string
  checksum: string
  finished: boolean
}

/**
 * The first migration that the database still lacks, or null when it has them all.
 *
 * `known` and `applied` in the order of their names.
 * @throws Error one line: the database is newer than the program, or what was applied is not what is known
 */
export function nextMigration(
  known: readonly Migration[],
  applied: readonly AppliedMigration[],
): Migration | null {
  const names = new Set(known.map(({ name }) => name))
  for (const [index, one] of applied.entries()) assertInOrder(one, known[index], names)
  return known[applied.length] ?? null
}

function assertInOrder(
  applied: AppliedMigration,
  expected: Migration | undefined,
  names: ReadonlySet<string>,
): void {
  const { name } = applied
  if (!applied.finished)
    throw new Error(`The database is half migrated: ${name} began and failed. Restore a backup.`)
  if (!names.has(name)) {
    throw new Error(
      `The database is newer than this program: it has the migration ${name}. Install a newer Stet.`,
    )
  }
  if (expected?.name !== name) {
    throw new Error(
      `The database has the migration ${name} but lacks ${expected?.name ?? 'an earlier one'}, which comes before it.`,
    )
  }
  if (expected.checksum !== applied.checksum) {
    throw new Error(
      `The migration ${name} was edited after it was applied: restore its file as it was released.`,
    )
  }
}
