import { createHash, generateKeyPairSync, createPublicKey } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, type Database } from '../src/db/database.ts'
import { migrate } from '../src/db/migrate.ts'
import { withSnapshot } from '../src/db/snapshot.ts'
import { sqlite } from '../src/db/sqlite/module.ts'
import { readDatabaseUrl } from '../src/db/url.ts'
import { SELECT_LOGGED } from '../src/history/check-event.ts'
import { proveInclusion } from '../src/history/tree/prove.ts'
import { currentHead } from '../src/history/tree/sign-head.ts'
import { keyIdOf } from '../src/history/tree/signed-head.ts'
import { verifyDatabase } from '../src/history/verify-database.ts'
import {
  holds,
  holdsInRanges,
  mutated,
  mutationKinds,
  seeded,
  type WholeLog,
  wholeLog,
} from '../tests/support/mutations.ts'
import { median, type Measured } from './support/figures.ts'
import { inventedLog } from './support/invented-log.ts'

const EVENTS = 1_000_000
const REPORTS = 200
const PROOFS = 200
const MUTATIONS = 1_000_000

/** A desk of a million events: its tree, proofs of single events, checking all of it; and a million changes of a log. */
export async function benchProof(): Promise<readonly Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-bench-'))
  const url = `file:${join(folder, 'stet.db')}`
  try {
    await migrate(url)
    fillLog(join(folder, 'stet.db'))
    const db = await openDatabase(url)
    const signed = await timed(() => currentHead(db, new Date()))
    const proofs = await proofFigures(db)
    await db.$disconnect()
    return [...proofs, ...(await verifyFigures(url, signed)), mutationFigure()]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Written as quickly as SQLite takes it, past the verbs. */
function fillLog(path: string): void {
  const file = new sqlite.DatabaseSync(path)
  file.exec('PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; BEGIN')
  const text = file.prepare('INSERT INTO SealedText (id, salt, hash, body) VALUES (?, ?, ?, ?)')
  const event = file.prepare(
    'INSERT INTO Event (chain, seq, at, actor, kind, claimId, payloadId, payloadHash, prevHash, hash, leaf) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const heads = new Map<string, { seq: number; hash: string }>()
  for (const one of inventedLog(EVENTS, REPORTS)) {
    text.run(one.payloadId, one.salt, one.textHash, one.body)
    event.run(
      ...[one.chain, one.seq, one.at, one.actor, one.kind, one.claimId, one.payloadId, one.payloadHash],
      ...[one.prevHash, one.hash, one.leaf],
    )
    heads.set(one.chain, one)
  }
  const chain = file.prepare('INSERT INTO Chain (id, seq, hash) VALUES (?, ?, ?)')
  for (const [id, { seq, hash }] of heads) chain.run(id, seq, hash)
  file.exec('COMMIT')
  file.close()
}

async function proofFigures(db: Database): Promise<readonly Measured[]> {
  const random = seeded(7)
  const [times, sizes]: [number[], number[]] = [[], []]
  for (let n = 0; n < PROOFS; n++) {
    const { chain, seq } = await db.event.findUniqueOrThrow({ where: { leaf: random(EVENTS) } })
    const start = performance.now()
    const proof = await proveInclusion(db, chain, seq)
    times.push(performance.now() - start)
    sizes.push(Buffer.byteLength(JSON.stringify(proof)))
  }
  const detail = `${PROOFS} events of ${EVENTS}, at random`
  return [
    { name: 'proof of one event', value: median(times), unit: 'ms', target: { max: 5 }, detail },
    { name: 'largest proof', value: Math.max(...sizes) / 1000, unit: 'kB', target: { max: 1.5 }, detail },
  ]
}

async function verifyFigures(url: string, signed: number): Promise<readonly Measured[]> {
  const [before, began] = [loadavg()[0] ?? 0, performance.now()]
  const checked = await timed(async () => {
    const { first } = await withSnapshot(readDatabaseUrl(url), (snapshot) => verifyDatabase(snapshot))
    if (first !== null) throw new Error(first)
  })
  const seconds = (performance.now() - began) / 1000
  const floor = await timed(() => readAndHash(url))
  const detail = `${seconds.toFixed(1)} s on the clock and ${checked.toFixed(1)} s of CPU for ${EVENTS} events in ${availableParallelism()} threads, the load of the machine ${before.toFixed(1)} before; reading the same rows and hashing them twice took ${floor.toFixed(1)} s of CPU; the first head ${signed.toFixed(1)} s`
  return [
    {
      name: 'events verified',
      value: EVENTS / seconds,
      unit: 'a second',
      target: { min: 100_000 },
      detail,
    },
    {
      name: 'CPU of verifying, to reading and hashing alone',
      value: checked / floor,
      unit: '×',
      target: { max: 3 },
      detail,
    },
  ]
}

/** The least that checking a history can be: its rows read in order, and two hashes for each. */
const readAndHash = (url: string): Promise<void> =>
  withSnapshot(readDatabaseUrl(url), async (snapshot) => {
    for await (const rows of snapshot.rows(`${SELECT_LOGGED} ORDER BY e."leaf"`))
      for (const row of rows) {
        createHash('sha256').update(String(row[12])).digest()
        createHash('sha256').update(row.slice(0, 9).join()).digest()
      }
  })

function mutationFigure(): Measured {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  const key = { id: keyIdOf(createPublicKey(publicKey)), publicKey, privateKey }
  const log = wholeLog([...inventedLog(24, 3)], key)
  if (!holds(log)) throw new Error('The log does not hold to begin with')
  const random = seeded(11)
  let missed = 0
  for (let n = 0; n < MUTATIONS; n++)
    if (holdsAnyhow(mutated(log, mutationKinds[n % mutationKinds.length] ?? 'delete', random))) missed += 1
  const detail = `of ${MUTATIONS}: ${mutationKinds.join(', ')}, on a log of 24 events with a signed head`
  return {
    name: 'changes of a log that went unseen',
    value: missed,
    unit: 'changes',
    target: { max: 0 },
    detail,
  }
}

/** Whether either way of checking finds nothing. */
const holdsAnyhow = (log: WholeLog): boolean => holds(log) || holdsInRanges(log)

/** Seconds of this process's CPU, in all its threads. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}
