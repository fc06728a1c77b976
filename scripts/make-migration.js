/**
 * Rebuilds the first migration of both databases from prisma/schema.prisma: the tables as Prisma's own engine writes
 * them, then the hand-written triggers. Needs no database. Only while nothing is released: after that, migrations
 * that people have applied stay as they are and new ones are added beside them.
 *
 * `node scripts/make-migration.js [FOLDER]`: writes to FOLDER, prisma/migrations unless told.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import * as engineGlue from '@prisma/schema-engine-wasm/schema_engine_bg'
import { postgresqlSchema } from './generate.js'

const prismaFolder = fileURLToPath(new URL('../prisma', import.meta.url))
const migrationsFolder = process.argv[2] ?? join(prismaFolder, 'migrations')
const MIGRATION = '0001_init'

/** Loads the engine's WebAssembly by hand, as Node 20 cannot import it. */
async function loadEngine() {
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm')
  const binary = readFileSync(entry.replace(/schema_engine\.js$/, 'schema_engine_bg.wasm'))
  const { instance } = await globalThis.WebAssembly.instantiate(binary, {
    './schema_engine_bg.js': engineGlue,
  })
  engineGlue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return engineGlue.SchemaEngine
}

/** A database that is empty: all that the engine asks before it writes a first migration is the server's version. */
function emptyDatabase(provider) {
  const { Boolean: yesNo, Int32, Text } = ColumnTypeEnum
  const version = {
    columnNames: ['exists', 'version', 'numeric_version'],
    columnTypes: [yesNo, Text, Int32],
    rows: [[true, 'PostgreSQL 18.0', 180000]],
  }
  const connect = async () => ({
    provider,
    adapterName: 'empty',
    queryRaw: async () => version,
    executeRaw: async () => 0,
    executeScript: async () => undefined,
    getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: false }),
    dispose: async () => undefined,
  })
  return bindMigrationAwareSqlAdapterFactory({
    provider,
    adapterName: 'empty',
    connect,
    connectToShadowDb: connect,
  })
}

/** SQL that makes the schema's tables in an empty database of the provider ("sqlite" or "postgres"). */
async function tablesSql(SchemaEngine, provider, content) {
  const file = { path: 'schema.prisma', content }
  const engine = await SchemaEngine.new(
    { datamodels: [[file.path, content]] },
    () => undefined,
    emptyDatabase(provider),
  )
  const { stdout } = await engine.diff({
    from: { tag: 'empty' },
    to: { tag: 'schemaDatamodel', files: [file] },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  })
  // The schema "public" is always there, and making it takes a right that an ordinary user may not have.
  return stdout.replace(/-- CreateSchema\nCREATE SCHEMA [^\n]*\n\n?/, '')
}

function writeMigration(database, tables) {
  const triggers = readFileSync(join(prismaFolder, 'triggers', `${database}.sql`), 'utf8')
  const folder = join(migrationsFolder, database, MIGRATION)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'migration.sql'), `${tables.trimEnd()}\n\n${triggers}`)
}

const schema = readFileSync(join(prismaFolder, 'schema.prisma'), 'utf8')
const SchemaEngine = await loadEngine()
writeMigration('sqlite', await tablesSql(SchemaEngine, 'sqlite', schema))
writeMigration('postgresql', await tablesSql(SchemaEngine, 'postgres', postgresqlSchema(schema)))
