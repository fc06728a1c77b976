/**
 * Generates the two database clients from the one schema, offline.
 *
 * `prisma/schema.prisma` (SQLite) is the schema. Its PostgreSQL twin `prisma/postgresql.prisma` differs in the
 * provider and the output folder only. Both are generated into `src/db/generated/` and neither is kept in git.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The PostgreSQL schema that says the same as the given SQLite schema. */
export function postgresqlSchema(sqliteSchema) {
  const twin = sqliteSchema
    .replace(/(datasource\s+\w+\s*\{[^}]*provider\s*=\s*)"sqlite"/, '$1"postgresql"')
    .replace('db/generated/sqlite"', 'db/generated/postgresql"')
  if (!twin.includes('"postgresql"') || !twin.includes('db/generated/postgresql"')) {
    throw new Error(
      'prisma/schema.prisma must have provider "sqlite" and output "../src/db/generated/sqlite"',
    )
  }
  return `// Made by scripts/generate.js from schema.prisma. Do not edit.\n${twin}`
}

function generateClient(schemaFile) {
  const prisma = join(
    dirname(createRequire(import.meta.url).resolve('prisma/package.json')),
    'build',
    'index.js',
  )
  // `generate` never runs the schema engine but would download it: any executable that exists keeps it offline.
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
  }
  execFileSync(process.execPath, [prisma, 'generate', `--schema=${schemaFile}`, '--no-hints'], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

/** Writes prisma/postgresql.prisma and both clients anew. */
export function generateClients() {
  const schemaFile = join(root, 'prisma', 'schema.prisma')
  const twinFile = join(root, 'prisma', 'postgresql.prisma')
  writeFileSync(twinFile, postgresqlSchema(readFileSync(schemaFile, 'utf8')))
  generateClient(schemaFile)
  generateClient(twinFile)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) generateClients()
