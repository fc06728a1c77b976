import { statSync } from 'node:fs'
import { whenNotBusy } from './busy.ts'
import { whileFlushing } from './flushing.ts'
import { sqlite } from './module.ts'

/** From so many bytes on others would feel it when a copy is moved to the disk at once. */
const LARGE = 32_000_000

/**
 * Writes what is in the SQLite file at `from`, as it stands at one instant, to a new file `to`, while others go on reading and
 * writing it. Row by row and not page by page: what was destroyed is in no leftover of a page. The new file has no log beside it.
 * Nothing else runs in this process meanwhile.
 * @throws Error `from` cannot be read, or `to` is there or cannot be written
 */
export async function copySqlite(from: string, to: string): Promise<void> {
  const source = new sqlite.DatabaseSync(from, { readOnly: true })
  try {
    const copy = () => whenNotBusy(() => source.prepare('VACUUM INTO ?').run(to))
    await (statSync(from).size < LARGE ? copy() : whileFlushing(to, copy))
  } finally {
    source.close()
  }
}
