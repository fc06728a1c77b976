import { type ColumnType, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import { Prisma, type PrismaClient } from '../generated/sqlite/client.ts'
import { onlyReads, type SqliteAdapterFactory } from './adapter.ts'

/** What `$queryRaw` is given: a template and its values, or SQL that was made of one. */
type RawArguments = [sql: TemplateStringsArray | Prisma.Sql, ...values: unknown[]]

/**
 * The client with a shorter way for its `$queryRaw` outside transactions, where most of what pages print is read: straight to
 * the connection that reads. Through the client each query takes some 50 µs more, and a page makes thirty. What is read, and as
 * what, is the same; what may write, and what fails, goes the client's own way.
 */
export function withRawReader(client: PrismaClient, adapters: SqliteAdapterFactory): PrismaClient {
  const readRaw = (...given: RawArguments): Promise<unknown> => {
    const { sql, values } = sqlOf(given)
    const reader = adapters.reader
    const asked = (): Promise<unknown> =>
      client.$queryRaw(...(given as Parameters<PrismaClient['$queryRaw']>))
    if (reader === null || !onlyReads(sql) || !values.every(isPlain)) return asked()
    return reader(sql, values).then(rowsOf, asked)
  }
  return new Proxy(client, {
    get: (target, name) => (name === '$queryRaw' ? readRaw : ownOf(target, name)),
  })
}

/** What a client has; its functions are called as its own. */
function ownOf(client: PrismaClient, name: string | symbol): unknown {
  const own: unknown = Reflect.get(client, name)
  return typeof own === 'function' ? (own.bind(client) as unknown) : own
}

const sqlOf = ([sql, ...values]: RawArguments): Prisma.Sql =>
  sql instanceof Prisma.Sql ? sql : Prisma.sql(sql, ...values)

const isPlain = (value: unknown): boolean =>
  value === null || value instanceof Date || ['string', 'number', 'boolean', 'bigint'].includes(typeof value)

interface Found {
  readonly columnNames: readonly string[]
  readonly columnTypes: readonly ColumnType[]
  readonly rows: readonly unknown[][]
}

/** Rows as the client makes them. */
const rowsOf = ({ columnNames, columnTypes, rows }: Found): Record<string, unknown>[] =>
  rows.map((row) => {
    const made: Record<string, unknown> = {}
    for (const [column, name] of columnNames.entries())
      made[name] = row[column] === null ? null : valueOf(row[column], columnTypes[column])
    return made
  })

function valueOf(value: unknown, type: ColumnType | undefined): unknown {
  switch (type) {
    case ColumnTypeEnum.Int64:
      return BigInt(value as number | string)
    case ColumnTypeEnum.Boolean:
      return value === 1
    case ColumnTypeEnum.DateTime:
      return new Date(value as string)
    case ColumnTypeEnum.Bytes:
      return new Uint8Array(value as Uint8Array)
    default:
      return value
  }
}
