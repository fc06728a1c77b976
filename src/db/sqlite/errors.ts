import { DriverAdapterError, type MappedError } from '@prisma/driver-adapter-utils'
import { isBusy } from './busy.ts'

/** SQLite's generic error code, for errors that carry none. */
const SQLITE_ERROR = 1

/**
 * What SQLite threw, as the error from which Prisma makes its codes (P2002 unique, P2003 foreign key, P2011 null …).
 * Told by message, as the packaged driver leaves the code out of some errors.
 */
export function toAdapterError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DriverAdapterError) return error
  return new DriverAdapterError({ ...mappedError(error), originalMessage: error.message })
}

function mappedError(error: Error): MappedError {
  return constraintError(error.message) ?? missingError(error.message) ?? otherError(error)
}

function constraintError(message: string): MappedError | null {
  const [, kind, what = ''] =
    /^(UNIQUE|NOT NULL|FOREIGN KEY) constraint failed(?:: (.*))?/s.exec(message) ?? []
  if (kind === 'UNIQUE') return { kind: 'UniqueConstraintViolation', ...uniqueConstraint(what) }
  if (kind === 'NOT NULL') return { kind: 'NullConstraintViolation', constraint: { fields: columnsOf(what) } }
  if (kind === 'FOREIGN KEY') return { kind: 'ForeignKeyConstraintViolation', constraint: { foreignKey: {} } }
  return null
}

/** `what` is "Table.column, Table.column", or "index 'name'" for an index over an expression. */
function uniqueConstraint(
  what: string,
): Pick<MappedError & { kind: 'UniqueConstraintViolation' }, 'constraint' | 'table'> {
  const index = /^index '(.*)'$/s.exec(what)?.[1]
  if (index !== undefined) return { constraint: { index } }
  const table = what.split('.')[0]
  return { constraint: { fields: columnsOf(what) }, ...(table === undefined ? {} : { table }) }
}

function columnsOf(what: string): string[] {
  return what.split(', ').map((column) => column.slice(column.lastIndexOf('.') + 1))
}

function missingError(message: string): MappedError | null {
  const table = /^no such table: (.*)/s.exec(message)?.[1]
  if (table !== undefined) return { kind: 'TableDoesNotExist', table }
  const column = /^(?:no such column: |table .* has no column named )(.*)/s.exec(message)?.[1]
  return column === undefined ? null : { kind: 'ColumnNotFound', column }
}

function otherError(error: Error): MappedError {
  if (isBusy(error)) return { kind: 'SocketTimeout' }
  const { errcode } = error as { errcode?: unknown }
  return {
    kind: 'sqlite',
    extendedCode: typeof errcode === 'number' ? errcode : SQLITE_ERROR,
    message: error.message,
  }
}
