import type { ColumnType, SqlQuery, SqlResultSet } from '@prisma/driver-adapter-utils'
import { isBusy, whenNotBusy } from './busy.ts'
import { sqlite } from './module.ts'
import { columnTypesOf, declaredType, type SqliteValue, toSqlite, withoutBigInts } from './values.ts'

type Handle = InstanceType<typeof sqlite.DatabaseSync>

/** A statement made ready once, with what is known of its result. */
interface Prepared {
  statement: ReturnType<Handle['prepare']>
  columnNames: string[]
  declared: (ColumnType | null)[]
  readsBigInts: boolean
}

/** How many statements a connection keeps ready. */
const KEPT_STATEMENTS = 500

/** The longest statement that is kept, in characters: long ones come from lists of rows and seldom come again. */
const KEPT_LENGTH = 20_000

/** How long SQLite itself may wait for a lock, in milliseconds. It blocks the event loop, so hardly at all. */
const NATIVE_BUSY_TIMEOUT = 2

/** Write-ahead log, every commit on the disk before it is acknowledged, no dangling rows, and no REPLACE around a trigger. */
const WRITER_PRAGMAS = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'foreign_keys = ON',
  'recursive_triggers = ON',
  'cache_size = -8000',
]
/** Looks at tables that grew since they were last looked at. */
const LOOK_AT_TABLES = 'PRAGMA optimize = 0x10002'

/**
 * What SQLite is to think of columns that say what a row takes back, until there are rows to look at: of a thousand, a hundred
 * are alike. Left to itself it takes "is null" in a unique column for rare, and so reads the verdicts of the whole desk to find those
 * of one claim. Read again by the last statement.
 */
const GUESS_AT_TABLES = `
  ANALYZE sqlite_schema;
  INSERT INTO sqlite_stat1 (tbl, idx, stat)
    SELECT tbl_name, name, '1000 100' FROM sqlite_schema
    WHERE type = 'index' AND name = tbl_name || '_withdraws_key' AND name NOT IN (SELECT idx FROM sqlite_stat1 WHERE idx IS NOT NULL);
  ANALYZE sqlite_schema`

const READER_PRAGMAS = ['query_only = ON', 'cache_size = -8000']

/** One connection to an SQLite file, with its statements kept ready. Every call is done when it returns. */
export class Connection {
  readonly #handle: Handle
  readonly #kept = new Map<string, Prepared>()

  private constructor(handle: Handle) {
    this.#handle = handle
  }

  /** Opens `path`, made when it is not there, for reading and writing. */
  static async openWriter(path: string): Promise<Connection> {
    const writer = await Connection.#open(path, { timeout: NATIVE_BUSY_TIMEOUT }, WRITER_PRAGMAS)
    writer.#lookAtTables()
    return writer
  }

  /** Opens `path`, which a writer has open, for reading. */
  static openReader(path: string): Promise<Connection> {
    return Connection.#open(path, { timeout: NATIVE_BUSY_TIMEOUT, readOnly: true }, READER_PRAGMAS)
  }

  static async #open(
    path: string,
    options: { timeout: number; readOnly?: boolean },
    pragmas: string[],
  ): Promise<Connection> {
    const handle = new sqlite.DatabaseSync(path, options)
    for (const pragma of pragmas) await whenNotBusy(() => handle.exec(`PRAGMA ${pragma}`))
    return new Connection(handle)
  }

  /** Where another process is writing just now it is left for the next time. */
  #lookAtTables(): void {
    try {
      this.#handle.exec(LOOK_AT_TABLES)
      this.#handle.exec(GUESS_AT_TABLES)
    } catch (error) {
      if (!isBusy(error)) throw error
    }
  }

  /** Whether a transaction is open: SQLite ends one by itself when the disk is full or fails. */
  get inTransaction(): boolean {
    return this.#handle.isTransaction
  }

  /** Runs a statement and returns its rows, an empty result when it has none. */
  query(query: SqlQuery): SqlResultSet {
    const prepared = this.#prepare(query.sql)
    const found = prepared.statement.all(...valuesOf(query)) as unknown[][]
    const columnTypes = columnTypesOf(prepared.declared, found)
    const rows = prepared.readsBigInts ? withoutBigInts(found) : found
    return { columnNames: prepared.columnNames, columnTypes, rows }
  }

  /** Runs a statement and returns how many rows it changed. */
  execute(query: SqlQuery): number {
    return this.#prepare(query.sql).statement.run(...valuesOf(query)).changes
  }

  /** Runs several statements, divided by semicolons. */
  run(script: string): void {
    this.#handle.exec(script)
  }

  /** Closes a writer's connection, after moving what is in the log into the file, if nobody else is busy with it. */
  closeWriter(): void {
    // Closing alone would do it, but the packaged driver leaves statements open until they are garbage.
    if (this.#handle.isOpen) this.#handle.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all()
    this.close()
  }

  close(): void {
    this.#kept.clear()
    if (this.#handle.isOpen) this.#handle.close()
  }

  #prepare(sql: string): Prepared {
    if (sql.length > KEPT_LENGTH) return this.#prepareAnew(sql)
    const prepared = this.#kept.get(sql) ?? this.#prepareAnew(sql)
    this.#kept.delete(sql)
    this.#kept.set(sql, prepared) // last used last, so that the first is the one to let go
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > KEPT_STATEMENTS && oldest !== undefined) this.#kept.delete(oldest)
    return prepared
  }

  #prepareAnew(sql: string): Prepared {
    const statement = this.#handle.prepare(sql)
    const columns = statement.columns()
    const declared = columns.map(({ type }) => declaredType(type))
    // Expressions and BIGINT columns may hold what a JavaScript number cannot; the others are read as numbers, quicker.
    const readsBigInts = columns.some(({ type }) => type === null || type.toUpperCase() === 'BIGINT')
    statement.setReturnArrays(true)
    statement.setReadBigInts(readsBigInts)
    return { statement, columnNames: columns.map(({ name }) => name), declared, readsBigInts }
  }
}

function valuesOf({ args, argTypes }: SqlQuery): SqliteValue[] {
  return args.map((arg, index) => toSqlite(arg, argTypes[index]))
}
