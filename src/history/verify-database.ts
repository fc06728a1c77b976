import { availableParallelism } from 'node:os'
import { brokenTriggers } from '../db/check-triggers.ts'
import { allRows, type Snapshot } from '../db/snapshot.ts'
import { NotFound } from '../errors.ts'
import type { Break, ChainCheck } from './check-log.ts'
import { checkPublications } from './check-publications.ts'
import { checkReplayIn } from './check-replay.ts'
import { checkFiles, checkTexts, type StoredCheck } from './check-stored.ts'
import { privilegedChain } from './privileged-chain.ts'
import { type Division, type FoundByThreads, leavesIn, verifyByThreads } from './ranges/verify-by-threads.ts'
import { readChainHeads } from './read-log.ts'
import type { TreeCheck } from './tree/check-tree.ts'
import { verifyChainIn, verifyLogIn } from './verify-chain.ts'

/** Whether claims stand as the histories of their reports say. `reports`: how many were replayed. */
export interface ReplayCheck {
  readonly reports: number
  readonly broken: Break | null
}

/** What was checked, and whether it holds. `first`: the first thing that does not, in words. */
export interface Verification {
  readonly holds: boolean
  readonly first: string | null
  readonly chains: readonly ChainCheck[]
  readonly replay: ReplayCheck
  /** Of what went out. */
  readonly publications: StoredCheck
  /** Names of those that are not as they were made. */
  readonly triggers: readonly string[]
}

/** The same for all that is in a database. */
export interface FullVerification extends Verification {
  readonly tree: TreeCheck
  readonly texts: StoredCheck
  readonly files: StoredCheck
}

/** Beyond these the thread that joins what the others found has no time left. */
const MOST_THREADS = 8

/** From how many events on they are checked in several threads, which take a tenth of a second to start. */
const MANY_EVENTS = 50_000

/** Leaves in one task of a thread. */
const LEAVES_AT_ONCE = 2 ** 14

/**
 * Checks everything: chains, tree and heads, texts and files, what follows from the events, and the triggers. `division`: how much
 * is done at once, by the size of the database and of the machine unless told; it changes nothing in what is found.
 */
export async function verifyDatabase(snapshot: Snapshot, division?: Division): Promise<FullVerification> {
  const rows = await allRows(snapshot, 'SELECT "id" FROM "Report" ORDER BY "id"')
  const reports = rows.map(([id]) => String(id))
  const divided = division ?? (await divisionFor(snapshot))
  const found = divided === null ? null : await verifyByThreads(snapshot, reports, divided)
  const { log, texts, files } = found ?? (await verifyOneByOne(snapshot))
  const replay =
    found === null ? await replayAll(snapshot, reports) : { reports: reports.length, broken: null }
  const triggers = await brokenTriggers(snapshot)
  const publications = await checkPublications(snapshot)
  const first =
    firstOf(log.chains) ??
    wordsOf('the tree', log.tree) ??
    wordsOf('texts', texts) ??
    wordsOf('files', files) ??
    wordsOf('publications', publications)
  return { ...told(first, replay, triggers), ...log, texts, files, publications }
}

async function divisionFor(snapshot: Snapshot): Promise<Division | null> {
  const threads = Math.min(availableParallelism(), MOST_THREADS)
  if (threads < 2 || ((await leavesIn(snapshot)) ?? 0) < MANY_EVENTS) return null
  return { threads, size: LEAVES_AT_ONCE }
}

async function verifyOneByOne(snapshot: Snapshot): Promise<FoundByThreads> {
  const log = await verifyLogIn(snapshot)
  return { log, texts: await checkTexts(snapshot), files: await checkFiles(snapshot) }
}

/**
 * Checks one report: its history, that of its privileged comments, and that its claims stand as they say. “desk” has no claims.
 * @throws NotFound no such report
 */
export async function verifyReport(snapshot: Snapshot, id: string): Promise<Verification> {
  const heads = new Set((await readChainHeads(snapshot)).map((head) => head.id))
  const events = await allRows(snapshot, 'SELECT 1 FROM "Event" WHERE "chain" = ?1 LIMIT 1', [id])
  if (!heads.has(id) && events.length === 0)
    throw new NotFound(`There is no report with the id ${id}, so it has no history.`)
  const names = [id, privilegedChain(id)].filter((name) => name === id || heads.has(name))
  const chains: ChainCheck[] = []
  for (const name of names) chains.push(await verifyChainIn(snapshot, name))
  const reports = await allRows(snapshot, 'SELECT "id" FROM "Report" WHERE "id" = ?1', [id])
  const replay = await replayAll(
    snapshot,
    reports.map(([report]) => String(report)),
  )
  const publications = await checkPublications(snapshot, id)
  const first = firstOf(chains) ?? wordsOf('publications', publications)
  return { ...told(first, replay, await brokenTriggers(snapshot)), chains, publications }
}

async function replayAll(snapshot: Snapshot, reports: readonly string[]): Promise<ReplayCheck> {
  for (const [checked, report] of reports.entries()) {
    const broken = await checkReplayIn(snapshot, report)
    if (broken !== null) return { reports: checked, broken }
  }
  return { reports: reports.length, broken: null }
}

function told(first: string | null, replay: ReplayCheck, triggers: readonly string[]) {
  const found = first ?? wordsOfBreak(replay.broken) ?? wordsOfTriggers(triggers)
  return { holds: found === null, first: found, replay, triggers }
}

const firstOf = (chains: readonly ChainCheck[]): string | null =>
  wordsOfBreak(chains.find(({ broken }) => broken !== null)?.broken ?? null)

const wordsOfBreak = (broken: Break | null): string | null =>
  broken === null ? null : `event ${broken.seq} of ${broken.chain}: ${broken.what}`

const wordsOf = (of: string, { broken }: { broken: string | null }): string | null =>
  broken === null ? null : `${of}: ${broken}`

const wordsOfTriggers = (triggers: readonly string[]): string | null =>
  triggers.length === 0
    ? null
    : `triggers that keep history from being rewritten are not as they were made: ${triggers.join(', ')}`
