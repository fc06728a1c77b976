import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type Bait, CANARY } from './hostile-file.ts'

/** What hostile files point at, and who fell for it. */
export interface LaidBait extends Bait {
  /** Paths that were asked for. */
  readonly requests: () => readonly string[]
  readonly stop: () => Promise<void>
}

/** Lays a file into the folder and starts a web server, both with the canary. */
export async function startBait(folder: string): Promise<LaidBait> {
  const path = join(folder, 'private.txt')
  writeFileSync(path, `${CANARY}\n`)
  const asked: string[] = []
  const server = createServer((req, res) => {
    asked.push(req.url ?? '')
    res.end(CANARY)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    path,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: () => asked,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
