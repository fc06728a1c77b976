import { renameSync, rmSync } from 'node:fs'
import { sqlite } from './module.ts'

/** All pages in one step: a backup in several steps begins anew whenever another process writes in between. */
const ALL_PAGES = 2 ** 31 - 1

/**
 * Copies the SQLite file at `from`, as it stands at one instant, to `to`, while others go on reading and writing it.
 * `to` appears when it is whole; a file that was there is replaced. The event loop stays free.
 * @throws Error `from` cannot be read or `to` cannot be written
 */
export async function backUpSqlite(from: string, to: string): Promise<void> {
  const unfinished = `${to}.unfinished`
  rmSync(unfinished, { force: true })
  const source = new sqlite.DatabaseSync(from, { readOnly: true })
  try {
    await sqlite.backup(source, unfinished, { rate: ALL_PAGES })
    renameSync(unfinished, to)
  } finally {
    source.close()
    rmSync(unfinished, { force: true })
  }
}
