import { type ArgType, type ColumnType, ColumnTypeEnum } from '@prisma/driver-adapter-utils'

/** What SQLite can store. */
export type SqliteValue = null | number | bigint | string | Uint8Array

/** Declared column types (as Prisma's migrations write them) and how Prisma reads their values. */
const COLUMN_TYPES: Record<string, ColumnType> = {
  INTEGER: ColumnTypeEnum.Int32,
  INT: ColumnTypeEnum.Int32,
  BIGINT: ColumnTypeEnum.Int64,
  REAL: ColumnTypeEnum.Double,
  TEXT: ColumnTypeEnum.Text,
  BLOB: ColumnTypeEnum.Bytes,
  BOOLEAN: ColumnTypeEnum.Boolean,
  DATETIME: ColumnTypeEnum.DateTime,
}

/** The type that a column was declared with, or null for the result of an expression. */
export function declaredType(declaration: string | null): ColumnType | null {
  return COLUMN_TYPES[declaration?.toUpperCase() ?? ''] ?? null
}

/**
 * A Prisma argument as SQLite stores it.
 *
 * Dates are text in ISO 8601, UTC, with milliseconds and `Z` (sorting the text sorts the instants). Whole numbers
 * are bound as integers, booleans as 0 and 1. Prisma sends big integers as digits and bytes as Base64.
 */
export function toSqlite(arg: unknown, type: ArgType | undefined): SqliteValue {
  if (arg === null || arg === undefined) return null
  if (typeof arg === 'string') return stringToSqlite(arg, type?.scalarType)
  if (typeof arg === 'number')
    return type?.scalarType !== 'float' && Number.isInteger(arg) ? BigInt(arg) : arg
  if (typeof arg === 'boolean') return arg ? 1n : 0n
  if (arg instanceof Date) return arg.toISOString()
  if (typeof arg === 'bigint' || arg instanceof Uint8Array) return arg
  throw new TypeError(`SQLite cannot store a value of type ${typeof arg}`)
}

function stringToSqlite(arg: string, scalarType: ArgType['scalarType'] | undefined): SqliteValue {
  switch (scalarType) {
    case 'datetime':
      return new Date(arg).toISOString()
    case 'bytes':
      return Buffer.from(arg, 'base64')
    case 'int':
    case 'bigint':
      return BigInt(arg)
    case 'float':
    case 'decimal':
      return Number(arg)
    default:
      return arg
  }
}

/** The types of a result's columns: as declared, and for expressions as their first value that is not null. */
export function columnTypesOf(
  declared: readonly (ColumnType | null)[],
  rows: readonly unknown[][],
): ColumnType[] {
  return declared.map((type, column) => type ?? typeOfValue(firstValue(rows, column)))
}

function firstValue(rows: readonly unknown[][], column: number): unknown {
  return rows.find((row) => row[column] !== null)?.[column]
}

function typeOfValue(value: unknown): ColumnType {
  if (typeof value === 'string') return ColumnTypeEnum.Text
  if (typeof value === 'bigint') return ColumnTypeEnum.Int64
  if (typeof value === 'number') return ColumnTypeEnum.Double
  return value instanceof Uint8Array ? ColumnTypeEnum.Bytes : ColumnTypeEnum.Int32
}

/** Turns big integers, in place, into what Prisma reads: numbers where they are exact, else their digits. */
export function withoutBigInts(rows: unknown[][]): unknown[][] {
  for (const row of rows) {
    row.forEach((value, column) => {
      if (typeof value !== 'bigint') return
      const number = Number(value)
      row[column] = Number.isSafeInteger(number) ? number : value.toString()
    })
  }
  return rows
}
