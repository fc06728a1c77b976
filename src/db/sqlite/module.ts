import { createRequire } from 'node:module'
import type { backup, DatabaseSync } from '@photostructure/sqlite'

/** What Stet uses of `node:sqlite`'s API. */
export interface SqliteModule {
  DatabaseSync: typeof DatabaseSync
  backup: typeof backup
}

/**
 * SQLite as this Node offers it: built in where the built-in can name a result's columns (Node 22.16, 24 and
 * later), else the package with the same API and prebuilt binaries.
 */
export const sqlite: SqliteModule = builtIn() ?? packaged()

function builtIn(): SqliteModule | undefined {
  const found = process.getBuiltinModule('node:sqlite') as BuiltInSqlite | undefined
  return found?.backup && 'columns' in found.StatementSync.prototype ? (found as SqliteModule) : undefined
}

interface BuiltInSqlite extends Partial<SqliteModule> {
  StatementSync: { prototype: object }
}

function packaged(): SqliteModule {
  return createRequire(import.meta.url)('@photostructure/sqlite') as SqliteModule
}
