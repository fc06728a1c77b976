import { type Database, kindOf } from './database.ts'
import { Prisma } from './generated/sqlite/client.ts'

/**
 * The rows of a query that brings hundreds of small ones, in no order, each as its columns' values. The database hands them
 * over as one text: through the client, which looks at each value by itself, they take many times as long.
 *
 * `columns`: of text and whole numbers. Booleans come as 0 and 1 from SQLite: see `isTrue`. `from`: all that follows the columns.
 */
export async function packedRows(
  db: Database,
  columns: readonly Prisma.Sql[],
  from: Prisma.Sql,
): Promise<unknown[][]> {
  const list = Prisma.join([...columns])
  const packed =
    kindOf(db) === 'sqlite'
      ? Prisma.sql`json_group_array(json_array(${list}))`
      : Prisma.sql`json_agg(json_build_array(${list}))::text`
  const [row] = await db.$queryRaw<{ packed: string | null }[]>`SELECT ${packed} AS "packed" ${from}`
  return JSON.parse(row?.packed ?? '[]') as unknown[][]
}

/** A boolean among packed values, as either database writes it. */
export type PackedBoolean = boolean | 0 | 1

export const isTrue = (value: PackedBoolean): boolean => value === true || value === 1
