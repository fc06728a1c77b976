import { whenNotBusy } from '../sqlite/busy.ts'
import { sqlite } from '../sqlite/module.ts'
import type { RestoreTarget } from './restore-target.ts'
import { copyTable } from './write-backup.ts'

/** The migrated SQLite file at `path`. */
export function openSqliteRestore(path: string): Promise<RestoreTarget> {
  const file = new sqlite.DatabaseSync(path, { timeout: 2 })
  file.exec('PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON')
  return Promise.resolve({
    whole: async (work) => {
      await whenNotBusy(() => file.exec('BEGIN IMMEDIATE'))
      try {
        file.exec('PRAGMA defer_foreign_keys = ON')
        const result = await work()
        file.exec('COMMIT')
        return result
      } finally {
        if (file.isTransaction) file.exec('ROLLBACK')
      }
    },
    hasRows: (table) => Promise.resolve(file.prepare(`SELECT 1 FROM "${table}" LIMIT 1`).all().length > 0),
    clear: (table) => {
      file.exec(`DELETE FROM "${table}"`)
      return Promise.resolve()
    },
    fill: (backup, table) => copyTable(backup, file, table),
    close: () => {
      file.close()
      return Promise.resolve()
    },
  })
}
