import { setImmediate } from 'node:timers/promises'
import type { Transaction } from './database.ts'
import { Prisma } from './generated/sqlite/client.ts'

/** Values in one statement: below what either database takes, and few enough that a large import leaves memory alone. */
const VALUES_AT_ONCE = 2_000

type Model = Prisma.ModelName
type OneOf<T> = T extends readonly unknown[] ? never : T

/** A row as Prisma's `createMany` takes it, dates as `Date`. */
export type NewRow<M extends Model> = OneOf<
  NonNullable<Prisma.TypeMap['model'][M]['operations']['createMany']['args']['data']>
>

/**
 * Inserts many rows of one table. Does what `createMany` does, some ten times quicker: for imports.
 *
 * All rows must give the same columns; what they leave out gets the database's default.
 * @throws Error the rows give different columns · what the database refuses
 */
export async function insertRows<M extends Model>(
  tx: Transaction,
  table: M,
  rows: readonly NewRow<M>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  const rowsAtOnce = Math.floor(VALUES_AT_ONCE / Math.max(columns.length, 1))
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    await tx.$executeRaw(insertion(table, columns, rows.slice(from, from + rowsAtOnce)))
    await setImmediate() // SQLite answers within the turn: whoever else asks the server meanwhile comes in here
  }
}

function insertion(table: string, columns: readonly string[], rows: readonly object[]): Prisma.Sql {
  const values = rows.flatMap((row) => valuesOf(row as Record<string, unknown>, columns))
  const names = columns.map((column) => `"${column}"`).join(', ')
  const between = values.slice(1).map((_, index) => ((index + 1) % columns.length === 0 ? '), (' : ', '))
  return new Prisma.Sql([`INSERT INTO "${table}" (${names}) VALUES (`, ...between, ')'], values)
}

function valuesOf(row: Record<string, unknown>, columns: readonly string[]): unknown[] {
  if (Object.keys(row).length !== columns.length || !columns.every((column) => column in row)) {
    throw new Error(`Rows inserted together must give the same columns: ${columns.join(', ')}`)
  }
  return columns.map((column) => row[column] ?? null)
}
