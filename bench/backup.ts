import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { statSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { projectRoot } from '../src/paths.ts'
import { sqlite } from '../src/db/sqlite/module.ts'
import { newDesk, type BenchDesk } from './support/desk.ts'
import { median, type Measured } from './support/figures.ts'
import { ask } from './support/http.ts'
import { reportText } from './support/report-text.ts'
import { startStet } from './support/server.ts'

const GIGABYTE = 1_000_000_000
const FILE = 10_000_000
const VERDICTS_A_SECOND = 100
/** Milliseconds of verdicts before the backup begins: a server that has just started is slower. */
const WARM_UP = 8_000

/** A backup of a gigabyte while a hundred verdicts a second are written: none may be lost, none may wait for a second. */
export async function benchBackup(): Promise<readonly Measured[]> {
  const desk = newDesk()
  const report = desk.importText('report.md', reportText(300))
  desk.addAccount('bench@desk.example', 'a long word for the bench')
  const token = desk.addToken('bench@desk.example')
  fill(join(desk.folder, 'stet.db'))
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const server = await startStet(desk.databaseUrl)
  const listed = await ask('GET', `${server.url}/api/v1/reports/${report.id}/claims?limit=300`, headers)
  const claims = (JSON.parse(listed.body) as { items: { id: string; version: number }[] }).items
  const file = join(desk.folder, 'desk.backup')
  const over = new AbortController()
  const writing = writeSteadily(`${server.url}/api/v1`, claims, headers, over.signal)
  await pause(WARM_UP)
  const [before, start] = [loadavg()[0] ?? 0, performance.now()]
  await backUp(desk, file).finally(() => over.abort())
  const seconds = (performance.now() - start) / 1000
  const all = await writing
  const written = all.filter(({ at }) => at > start)
  await server.stop()
  const { kept, holds } = keptIn(desk)
  const slowest = Math.max(...written.map(({ took }) => took)) / 1000
  const refused = all.filter(({ id }) => id === null).length
  const lost = all.filter(({ id }) => id !== null && !kept.has(id)).length
  const detail = `${(statSync(file).size / GIGABYTE).toFixed(2)} GB in ${seconds.toFixed(1)} s, ${written.length} verdicts meanwhile (${(written.length / seconds).toFixed(0)} a second; the median took ${median(written.map(({ took }) => took)).toFixed(0)} ms); the load of the machine ${before.toFixed(1)} before`
  return [
    { name: 'slowest verdict during a backup', value: slowest, unit: 's', target: { max: 1 }, detail },
    {
      name: 'verdicts refused or lost during a backup',
      value: refused + lost,
      unit: '',
      target: { max: 0 },
      detail,
    },
    { name: 'backups that do not hold', value: holds ? 0 : 1, unit: '', target: { max: 0 }, detail },
  ]
}

/** Originals of ten megabytes each, as many as make a gigabyte. */
function fill(path: string): void {
  const db = new sqlite.DatabaseSync(path)
  const insert = db.prepare('INSERT INTO Blob (sha256, bytes, size, mediaType) VALUES (?, ?, ?, ?)')
  for (let size = 0; size < GIGABYTE; size += FILE) {
    const bytes = randomBytes(FILE)
    insert.run(createHash('sha256').update(bytes).digest('hex'), bytes, FILE, 'application/pdf')
  }
  db.close()
}

async function backUp(desk: BenchDesk, file: string): Promise<void> {
  const env = { ...process.env, DATABASE_URL: desk.databaseUrl }
  const program = spawn(process.execPath, [join(projectRoot, 'bin/stet'), 'backup', file], {
    env,
    stdio: 'inherit',
  })
  const [code] = (await once(program, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`The backup ended with ${code}`)
}

interface Written {
  /** Null: refused. */
  readonly id: string | null
  /** Milliseconds. */
  readonly took: number
  /** When it was sent, by `performance.now()`. */
  readonly at: number
}

/** Sends a verdict every ten milliseconds until it is over, whether the ones before were answered or not. */
async function writeSteadily(
  url: string,
  claims: readonly { id: string; version: number }[],
  headers: Readonly<Record<string, string>>,
  over: AbortSignal,
): Promise<readonly Written[]> {
  const free = [...claims]
  const written: Promise<Written>[] = []
  const began = performance.now()
  while (!over.aborted) {
    const due = ((performance.now() - began) / 1000) * VERDICTS_A_SECOND
    while (written.length < due) {
      const claim = free.shift()
      if (claim === undefined) break
      written.push(rule(url, claim, headers).finally(() => free.push(claim)))
    }
    await pause(5)
  }
  return Promise.all(written)
}

async function rule(
  url: string,
  claim: { id: string; version: number },
  headers: Readonly<Record<string, string>>,
): Promise<Written> {
  const start = performance.now()
  const body = JSON.stringify({ verdict: 'substantiated', seenVersion: claim.version })
  const answer = await ask('POST', `${url}/claims/${claim.id}/verdicts`, headers, body)
  const took = performance.now() - start
  if (answer.status !== 201) return { id: null, took, at: start }
  const told = JSON.parse(answer.body) as { id: string; version: number }
  claim.version = told.version
  return { id: told.id, took, at: start }
}

/** The verdicts that the database kept, and whether what was backed up is restored and holds. */
function keptIn(desk: BenchDesk): { kept: ReadonlySet<string>; holds: boolean } {
  const db = new sqlite.DatabaseSync(join(desk.folder, 'stet.db'), { readOnly: true })
  const rows = db.prepare('SELECT id FROM Verdict').all() as { id: string }[]
  db.close()
  const target = newDesk(`file:${join(desk.folder, 'restored.db')}`)
  const restored = target.stet(['restore', join(desk.folder, 'desk.backup')])
  return { kept: new Set(rows.map(({ id }) => id)), holds: restored.includes('events hold') }
}
