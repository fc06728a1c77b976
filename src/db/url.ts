import { resolve } from 'node:path'

/** Where a database is: an SQLite file by its absolute path, or a PostgreSQL server. */
export type DatabaseAddress = { kind: 'sqlite'; path: string } | { kind: 'postgresql'; url: string }

export type DatabaseKind = DatabaseAddress['kind']

/**
 * Reads DATABASE_URL: `file:PATH` (relative to the working directory) or `postgresql://…`.
 * @throws Error one line that says what is wrong
 */
export function readDatabaseUrl(url: string): DatabaseAddress {
  if (/^postgres(ql)?:\/\//.test(url)) return { kind: 'postgresql', url }
  const path = /^file:(?:\/\/)?([^?]+)$/.exec(url)?.[1]
  if (path !== undefined && path !== ':memory:') return { kind: 'sqlite', path: resolve(path) }
  throw new Error(
    'DATABASE_URL must be file:PATH (an SQLite file) or postgresql://USER:PASSWORD@HOST:PORT/DATABASE',
  )
}
