import { whenNotBusy } from './busy.ts'
import { sqlite } from './module.ts'

/**
 * Writes what is in the SQLite file at `from`, as it stands at one instant, to a new file `to`, while others go on reading and
 * writing it. Row by row and not page by page: what was destroyed is in no leftover of a page. The new file has no log beside it.
 * Nothing else runs in this process meanwhile.
 * @throws Error `from` cannot be read, or `to` is there or cannot be written
 */
export async function copySqlite(from: string, to: string): Promise<void> {
  const source = new sqlite.DatabaseSync(from, { readOnly: true })
  try {
    await whenNotBusy(() => source.prepare('VACUUM INTO ?').run(to))
  } finally {
    source.close()
  }
}
