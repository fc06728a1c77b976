import type { SqlQuery, SqlResultSet, Transaction, TransactionOptions } from '@prisma/driver-adapter-utils'
import { DriverAdapterError } from '@prisma/driver-adapter-utils'
import { whenNotBusy } from './busy.ts'
import type { Connection } from './connection.ts'
import { toAdapterError } from './errors.ts'
import type { EndTurn } from './turns.ts'

/** A transaction that holds the write lock from its first statement. It ends its turn when it ends. */
export class SqliteTransaction implements Transaction {
  readonly provider = 'sqlite'
  readonly adapterName: string
  /** "Phantom": Prisma calls `commit` and `rollback`, and sends no COMMIT and ROLLBACK of its own. */
  readonly options: TransactionOptions = { usePhantomQuery: true }
  readonly #connection: Connection
  readonly #endTurn: EndTurn
  #ended = false

  constructor(connection: Connection, endTurn: EndTurn, adapterName: string) {
    this.#connection = connection
    this.#endTurn = endTurn
    this.adapterName = adapterName
  }

  queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    return this.#inside(() => this.#connection.query(query))
  }

  executeRaw(query: SqlQuery): Promise<number> {
    return this.#inside(() => this.#connection.execute(query))
  }

  async commit(): Promise<void> {
    try {
      await this.#inside(() => this.#connection.run('COMMIT'))
    } finally {
      await this.rollback() // does nothing after a COMMIT that worked
    }
  }

  /** Undoes the transaction if it is still open, and lets the next one in. */
  async rollback(): Promise<void> {
    if (this.#ended) return
    this.#ended = true
    try {
      if (this.#connection.inTransaction) await whenNotBusy(() => this.#connection.run('ROLLBACK'))
    } catch (error) {
      throw toAdapterError(error)
    } finally {
      this.#endTurn()
    }
  }

  createSavepoint(name: string): Promise<void> {
    return this.#inside(() => this.#connection.run(`SAVEPOINT ${name}`))
  }

  rollbackToSavepoint(name: string): Promise<void> {
    return this.#inside(() => this.#connection.run(`ROLLBACK TO ${name}`))
  }

  releaseSavepoint(name: string): Promise<void> {
    return this.#inside(() => this.#connection.run(`RELEASE ${name}`))
  }

  /** Runs a statement, but never outside the transaction, which may have timed out or been ended by SQLite. */
  async #inside<T>(statement: () => T): Promise<T> {
    try {
      return await whenNotBusy(() => {
        this.#assertOpen()
        return statement()
      })
    } catch (error) {
      throw toAdapterError(error)
    }
  }

  #assertOpen(): void {
    if (!this.#ended && this.#connection.inTransaction) return
    throw new DriverAdapterError({ kind: 'TransactionAlreadyClosed', cause: 'The transaction has ended.' })
  }
}
