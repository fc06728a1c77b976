import type { PrismaClient as SqliteClient } from '../generated/sqlite/client.ts'
import { PrismaClient } from '../generated/postgresql/client.ts'
import { TRANSACTION_OPTIONS } from '../transaction-options.ts'
import { PrismaPgInTurn } from './in-turn.ts'
import { statementNames } from './statement-names.ts'

/** Connections that one process opens at most. */
const POOL_SIZE = 10

/** The client of the PostgreSQL server at `url`, connected at the first query. */
export function connectPostgresql(url: string): SqliteClient {
  const adapter = new PrismaPgInTurn(
    {
      connectionString: url,
      max: POOL_SIZE,
      connectionTimeoutMillis: TRANSACTION_OPTIONS.maxWait,
      // A process that stands still must not keep the writers' lock for ever.
      idle_in_transaction_session_timeout: TRANSACTION_OPTIONS.timeout,
      keepAlive: true,
      application_name: 'stet',
    },
    { statementNameGenerator: statementNames() },
  )
  const db = new PrismaClient({ adapter, errorFormat: 'minimal', transactionOptions: TRANSACTION_OPTIONS })
  return db as unknown as SqliteClient
}
