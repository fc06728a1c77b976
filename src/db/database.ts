import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Prisma, PrismaClient } from './generated/sqlite/client.ts'
import { SqliteAdapterFactory } from './sqlite/adapter.ts'
import { withRawReader } from './sqlite/raw-reader.ts'
import { TRANSACTION_OPTIONS } from './transaction-options.ts'
import { type DatabaseAddress, type DatabaseKind, readDatabaseUrl } from './url.ts'

/** The open database. SQLite's client type serves both kinds: the schema is the same. */
export type Database = PrismaClient

/** The database inside a transaction: what `inTransaction` hands to its work. */
export type Transaction = Prisma.TransactionClient

const addresses = new WeakMap<Database, DatabaseAddress>()

/**
 * Opens the database at `url` (`file:…` or `postgresql://…`), which `migrate` has brought up to date.
 * @throws Error the URL is bad, or the database cannot be reached
 */
export async function openDatabase(url: string): Promise<Database> {
  const address = readDatabaseUrl(url)
  const db = address.kind === 'sqlite' ? openSqlite(address.path) : await openPostgresql(address.url)
  addresses.set(db, address)
  await db.$connect()
  return db
}

/** Closes the database when the transactions under way have ended. */
export async function closeDatabase(db: Database): Promise<void> {
  await db.$disconnect()
}

/** Which of the two an open database is, for what only one of them can do (full-text search). */
export function kindOf(db: Database): DatabaseKind {
  return addresses.get(db)?.kind ?? 'sqlite'
}

/**
 * Where an open database is, for what reads it over a connection of its own.
 * @throws Error it was not opened by `openDatabase`
 */
export function addressOf(db: Database): DatabaseAddress {
  const address = addresses.get(db)
  if (address === undefined) throw new Error('A database that openDatabase did not open has no address')
  return address
}

/** Loaded only where it is used: the second client costs every process on SQLite some megabytes. */
async function openPostgresql(url: string): Promise<Database> {
  const { connectPostgresql } = await import('./postgresql/client.ts')
  return connectPostgresql(url)
}

function openSqlite(path: string): Database {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const adapter = new SqliteAdapterFactory(path)
  const options = { adapter, errorFormat: 'minimal', transactionOptions: TRANSACTION_OPTIONS } as const
  return withRawReader(new PrismaClient(options), adapter)
}
