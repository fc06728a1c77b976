import type {
  ConnectionInfo,
  IsolationLevel,
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQuery,
  SqlResultSet,
  Transaction,
} from '@prisma/driver-adapter-utils'
import { DriverAdapterError } from '@prisma/driver-adapter-utils'
import { whenNotBusy } from './busy.ts'
import { Connection } from './connection.ts'
import { toAdapterError } from './errors.ts'
import { SqliteTransaction } from './transaction.ts'
import { Turns } from './turns.ts'

const ADAPTER_NAME = 'stet-sqlite'

/** Values that one statement may bear: SQLite's own bound since 3.32. */
const MAX_BIND_VALUES = 32_766

/** Prisma's way to the SQLite file at `path`. */
export class SqliteAdapterFactory implements SqlDriverAdapterFactory {
  readonly provider = 'sqlite'
  readonly adapterName = ADAPTER_NAME
  readonly #path: string
  #adapter: SqliteAdapter | null = null

  constructor(path: string) {
    this.#path = path
  }

  /** Reads what is committed, past Prisma; null before it has connected and after it was closed. */
  get reader(): ((sql: string, args: unknown[]) => Promise<SqlResultSet>) | null {
    const adapter = this.#adapter
    return adapter?.isOpen === true ? (sql, args) => adapter.queryRaw({ sql, args, argTypes: [] }) : null
  }

  async connect(): Promise<SqlDriverAdapter> {
    const writer = await Connection.openWriter(this.#path)
    this.#adapter = new SqliteAdapter(writer, await Connection.openReader(this.#path))
    return this.#adapter
  }
}

/**
 * One connection writes, one transaction or statement at a time in order of arrival; a second one reads, and so
 * sees what is committed and nothing else, also while a transaction is under way.
 */
class SqliteAdapter implements SqlDriverAdapter {
  readonly provider = 'sqlite'
  readonly adapterName = ADAPTER_NAME
  readonly #writer: Connection
  readonly #reader: Connection
  readonly #turns = new Turns()
  #open = true

  constructor(writer: Connection, reader: Connection) {
    this.#writer = writer
    this.#reader = reader
  }

  get isOpen(): boolean {
    return this.#open
  }

  queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    if (onlyReads(query.sql)) return mapped(() => whenNotBusy(() => this.#reader.query(query)))
    return this.#write(() => this.#writer.query(query))
  }

  executeRaw(query: SqlQuery): Promise<number> {
    return this.#write(() => this.#writer.execute(query))
  }

  executeScript(script: string): Promise<void> {
    return this.#write(() => this.#writer.run(script))
  }

  async startTransaction(isolationLevel?: IsolationLevel): Promise<Transaction> {
    if (isolationLevel !== undefined && isolationLevel !== 'SERIALIZABLE') {
      throw new DriverAdapterError({ kind: 'InvalidIsolationLevel', level: isolationLevel })
    }
    const endTurn = await this.#turns.take()
    try {
      await whenNotBusy(() => this.#writer.run('BEGIN IMMEDIATE'))
      return new SqliteTransaction(this.#writer, endTurn, ADAPTER_NAME)
    } catch (error) {
      endTurn()
      throw toAdapterError(error)
    }
  }

  getConnectionInfo(): ConnectionInfo {
    return { maxBindValues: MAX_BIND_VALUES, supportsRelationJoins: false }
  }

  /** Closes both connections when the transactions under way have ended; the writer last, as it tidies the log away. */
  dispose(): Promise<void> {
    this.#open = false
    return this.#turns.run(() => {
      this.#reader.close()
      this.#writer.closeWriter()
    })
  }

  #write<T>(statement: () => T): Promise<T> {
    return mapped(() => this.#turns.run(() => whenNotBusy(statement)))
  }
}

/** Whether a statement certainly changes nothing. When in doubt it goes to the writer, which can do both. */
export function onlyReads(sql: string): boolean {
  const [, verb] = /^\s*(SELECT|WITH)\b/i.exec(sql) ?? []
  if (verb === undefined) return false
  return verb.toUpperCase() === 'SELECT' || !/\b(INSERT|UPDATE|DELETE|REPLACE)\b/i.test(sql)
}

async function mapped<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw toAdapterError(error)
  }
}
