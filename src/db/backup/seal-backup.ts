import { sqlite } from '../sqlite/module.ts'
import { openSqliteSnapshot } from '../sqlite/snapshot.ts'
import { BACKUP_FORMAT, digestOf, MANIFEST, type TableDigest, tablesOf } from './contents.ts'

/** Writes into an SQLite file what is in each of its tables. */
export async function sealBackup(path: string): Promise<void> {
  const digests = await digestsIn(path)
  const file = new sqlite.DatabaseSync(path)
  try {
    file.exec(`BEGIN;
      DROP TABLE IF EXISTS "${MANIFEST}";
      CREATE TABLE "${MANIFEST}" ("table" TEXT PRIMARY KEY NOT NULL, "rows" INTEGER NOT NULL, "sha256" TEXT NOT NULL)`)
    const insert = file.prepare(`INSERT INTO "${MANIFEST}" VALUES (?, ?, ?)`)
    insert.run('', digests.length, BACKUP_FORMAT)
    for (const { name, rows, sha256 } of digests) insert.run(name, rows, sha256)
    file.exec('COMMIT')
  } finally {
    file.close()
  }
}

async function digestsIn(path: string): Promise<TableDigest[]> {
  const snapshot = await openSqliteSnapshot(path)
  try {
    const digests: TableDigest[] = []
    for (const table of await tablesOf(snapshot)) digests.push(await digestOf(snapshot, table))
    return digests
  } finally {
    await snapshot.close()
  }
}
