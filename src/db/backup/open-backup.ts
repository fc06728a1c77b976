import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { Invalid } from '../../errors.ts'
import { allRows, type Snapshot } from '../snapshot.ts'
import { openSqliteSnapshot } from '../sqlite/snapshot.ts'
import { BACKUP_FORMAT, digestOf, MANIFEST, type TableDigest, tablesOf } from './contents.ts'

/**
 * Opens a backup for reading, once every row of it was found to be as it was written.
 * @throws Invalid one line: there is no such file, it is none of Stet's, or it is damaged
 */
export async function openBackup(path: string): Promise<Snapshot> {
  if (!existsSync(path)) throw new Invalid(`There is no file ${path}.`)
  const snapshot = await openSqliteSnapshot(resolve(path)).catch(() => {
    throw new Invalid(`${path} is no backup of Stet, or its beginning is damaged. Nothing was restored.`)
  })
  try {
    await assertWhole(snapshot, path)
    return snapshot
  } catch (error) {
    await snapshot.close()
    throw error
  }
}

async function assertWhole(snapshot: Snapshot, path: string): Promise<void> {
  const manifest = await readManifest(snapshot, path)
  const broken = await firstBroken(snapshot, manifest).catch((error: unknown) =>
    error instanceof Error ? error.message : String(error),
  )
  if (broken !== null)
    throw new Invalid(`${path} is damaged (${broken}). Nothing was restored: use another backup.`)
}

async function readManifest(snapshot: Snapshot, path: string): Promise<TableDigest[]> {
  const rows = await allRows(
    snapshot,
    `SELECT "table", "rows", "sha256" FROM "${MANIFEST}" ORDER BY "table"`,
  ).catch(() => [])
  const [first, ...tables] = rows.map(([name, count, sha256]) => ({
    name: String(name),
    rows: Number(count),
    sha256: String(sha256),
  }))
  if (first?.name !== '' || first.sha256 !== BACKUP_FORMAT || first.rows !== tables.length)
    throw new Invalid(`${path} is no backup of Stet, or what says so is damaged. Nothing was restored.`)
  return tables
}

/** The first thing that is not as the backup says, in words; null where all is. */
async function firstBroken(snapshot: Snapshot, manifest: readonly TableDigest[]): Promise<string | null> {
  const [[integrity] = []] = await allRows(snapshot, 'PRAGMA quick_check(1)')
  if (integrity !== 'ok') return String(integrity)
  const tables = await tablesOf(snapshot)
  const missing = manifest.find(({ name }) => !tables.some((table) => table.name === name))
  if (missing !== undefined) return `the table ${missing.name} is missing`
  for (const table of tables) {
    const said = manifest.find(({ name }) => name === table.name)
    const found = await digestOf(snapshot, table)
    if (said?.rows !== found.rows || said.sha256 !== found.sha256)
      return `the table ${table.name} is not as it was written`
  }
  return null
}
