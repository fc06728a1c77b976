import { allRows, type Snapshot } from '../../db/snapshot.ts'
import type { LogCheck } from '../check-log.ts'
import { checkFiles, checkTexts, type StoredCheck } from '../check-stored.ts'
import { readChainHeads, readHeads, readStoredLevels } from '../read-log.ts'
import type { SignedHead } from '../tree/signed-head.ts'
import { RangeJoiner } from './join-ranges.ts'
import { type PayloadRows, payloadRows } from './payload-bits.ts'
import type { EventsTask, ReplayTask, TextsTask } from './task.ts'
import { Threads } from './threads.ts'

/** How the work is divided. */
export interface Division {
  readonly threads: number
  /** Leaves in one task, a power of two and at least a block; as many rows of texts. */
  readonly size: number
}

/** What threads found, all of which holds. */
export interface FoundByThreads {
  readonly log: LogCheck
  readonly texts: StoredCheck
  readonly files: StoredCheck
}

/**
 * Checks chains, tree, texts, files and that these reports' claims stand as their histories say, in several threads. Null: something
 * does not hold, or is so odd that it cannot be divided; what that is, only reading one event after another can say.
 */
export async function verifyByThreads(
  snapshot: Snapshot,
  reports: readonly string[],
  { threads: count, size }: Division,
): Promise<FoundByThreads | null> {
  const events = await leavesIn(snapshot)
  if (events === null) return null
  const payloads = await payloadRows(snapshot)
  const threads = new Threads(count, { shared: await snapshot.share(), payloads })
  try {
    const log = await joined(snapshot, threads, { events, size })
    if (log === null) return null
    for await (const broken of threads.each(replays(reports))) if (broken !== null) return null
    const texts = payloads === null ? await checkTexts(snapshot) : await textsIn(threads, payloads, size)
    const files = await checkFiles(snapshot)
    return (texts.broken ?? files.broken) ? null : { log, texts, files }
  } finally {
    await threads.close()
  }
}

/** How many events there are, where they stand at all leaves from the first on; null where they do not. */
export async function leavesIn(snapshot: Snapshot): Promise<number | null> {
  const [row] = await allRows(snapshot, 'SELECT COUNT(*), MIN("leaf"), MAX("leaf") FROM "Event"')
  const [count, first, last] = (row ?? []).map(Number)
  return count !== undefined && (count === 0 || (first === 0 && last === count - 1)) ? count : null
}

async function joined(
  snapshot: Snapshot,
  threads: Threads,
  { events, size }: { events: number; size: number },
): Promise<LogCheck | null> {
  const chains = await readChainHeads(snapshot)
  const heads = await readHeads(snapshot)
  const joiner = new RangeJoiner(heads, await readStoredLevels(snapshot))
  for await (const found of threads.each(ranges(events, size, heads)))
    if (found === null || !joiner.add(found)) return null
  return joiner.finish(chains)
}

function* ranges(events: number, size: number, heads: readonly SignedHead[]): Generator<EventsTask> {
  const sizes = [...new Set(heads.map((head) => head.size))]
  for (let start = 0; start < events; start += size) {
    const end = Math.min(start + size, events)
    const within = sizes.filter((one) => one > start && one < end)
    yield { kind: 'events', range: { start, end }, sizes: within }
  }
}

function* replays(reports: readonly string[]): Generator<ReplayTask> {
  for (const report of reports) yield { kind: 'replay', report }
}

/** Texts that no event has for its payload, once all events were read. */
async function textsIn(threads: Threads, { first, last }: PayloadRows, size: number): Promise<StoredCheck> {
  let checked = 0
  for await (const found of threads.each(textsBetween(first, last, size))) {
    if (found === null) return { checked, broken: 'a text was changed' }
    checked += found
  }
  return { checked, broken: null }
}

function* textsBetween(first: number, end: number, size: number): Generator<TextsTask> {
  for (let row = first; row <= end; row += size)
    yield { kind: 'texts', first: row, last: Math.min(row + size - 1, end) }
}
