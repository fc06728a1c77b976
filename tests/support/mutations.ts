import { createHash } from 'node:crypto'
import type { LoggedEvent } from '../../src/history/check-event.ts'
import { type ChainHeadRow, LogChecker } from '../../src/history/check-log.ts'
import { RangeChecker } from '../../src/history/ranges/check-range.ts'
import { RangeJoiner } from '../../src/history/ranges/join-ranges.ts'
import type { StoredLevel } from '../../src/history/tree/check-stored-nodes.ts'
import { GrowingTree } from '../../src/history/tree/growing-tree.ts'
import { eventLeaf } from '../../src/history/tree/hashes.ts'
import { type SignedHead, signatureOf } from '../../src/history/tree/signed-head.ts'
import { BLOCK, LOWEST_LEVEL } from '../../src/history/tree/stored-nodes.ts'
import type { SigningKey } from '../../src/history/tree/signing-key.ts'

/** A log in memory, with all that stands beside it in a database. */
export interface WholeLog {
  readonly events: readonly LoggedEvent[]
  readonly chains: readonly ChainHeadRow[]
  readonly heads: readonly SignedHead[]
  readonly stored: readonly StoredLevel[]
}

/** The log with a signed head over all of it. */
export function wholeLog(events: readonly LoggedEvent[], key: SigningKey): WholeLog {
  const tree = new GrowingTree()
  const levels = new Map<number, string[]>()
  for (const { hash } of events)
    tree.append(eventLeaf(hash), ({ level, hash: node }) => {
      if (level >= LOWEST_LEVEL) levels.set(level, [...(levels.get(level) ?? []), node.toString('hex')])
    })
  const head = { size: tree.size, root: tree.root().toString('hex'), at: new Date(Date.UTC(2026, 5, 1)) }
  const signature = signatureOf(head, key.id, key.privateKey)
  return {
    events,
    chains: [...new Map(events.map(({ chain, seq, hash }) => [chain, { id: chain, seq, hash }])).values()],
    heads: [{ ...head, keyId: key.id, publicKey: key.publicKey, signature }],
    stored: [...levels].map(([level, nodes]) => ({
      level,
      nodes: nodes.length,
      digest: createHash('sha256')
        .update(nodes.map((node) => `${node}\n`).join(''))
        .digest('hex'),
    })),
  }
}

/** Whether `stet verify` would find the log whole: the same checks, over rows in memory. Stops at the first break, as telling takes no more. */
export function holds({ events, chains, heads, stored }: WholeLog): boolean {
  const checker = new LogChecker(heads, stored)
  for (const event of events) if (!checker.add(event)) return false
  const { chains: checks, tree } = checker.finish(chains)
  return tree.broken === null && checks.every(({ broken }) => broken === null)
}

/** The same as threads would find it, each for a block of leaves: no less is found out. */
export function holdsInRanges({ events, chains, heads, stored }: WholeLog, size = BLOCK): boolean {
  const joiner = new RangeJoiner(heads, stored)
  for (let start = 0; start < events.length; start += size) {
    const end = Math.min(start + size, events.length)
    const checker = new RangeChecker({ start, end })
    for (const event of events.slice(start, end)) if (!checker.add(event)) return false
    const sizes = heads.map((head) => head.size).filter((one) => one > start && one < end)
    const found = checker.finish(sizes)
    if (found === null || !joiner.add(found)) return false
  }
  return joiner.finish(chains) !== null
}

/** Numbers from 0 (included) to `below` (not), the same for the same seed. Source: mulberry32. */
export function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below) >>> 0
  }
}

export const mutationKinds = ['flip a bit', 'delete', 'swap', 'insert'] as const
export type MutationKind = (typeof mutationKinds)[number]

/** The log with one change of this kind, at a place of `random`'s. Never the log as it was. */
export function mutated(log: WholeLog, kind: MutationKind, random: (below: number) => number): WholeLog {
  const { events } = log
  const at = random(events.length)
  if (kind === 'delete') return { ...log, events: events.toSpliced(at, 1) }
  if (kind === 'insert')
    return { ...log, events: events.toSpliced(random(events.length + 1), 0, events[at]!) }
  if (kind === 'flip a bit') return { ...log, events: events.with(at, flipped(events[at]!, random)) }
  const other = (at + 1 + random(events.length - 1)) % events.length
  return { ...log, events: swapped(events, at, other, random(2) === 0) }
}

/** Two events change places; or, with all else as it was, only their numbers in the tree. */
function swapped(events: readonly LoggedEvent[], a: number, b: number, places: boolean): LoggedEvent[] {
  const [one, other] = [events[a]!, events[b]!]
  if (places) return events.with(a, other).with(b, one)
  return events.with(a, { ...other, leaf: one.leaf }).with(b, { ...one, leaf: other.leaf })
}

const FIELDS = [
  'chain',
  'seq',
  'at',
  'actor',
  'kind',
  'claimId',
  'payloadHash',
  'prevHash',
  'hash',
  'leaf',
  'salt',
  'textHash',
  'body',
] as const

/** An event with one bit of one of its fields flipped: of a number, or of a letter. */
function flipped(event: LoggedEvent, random: (below: number) => number): LoggedEvent {
  const field = FIELDS[random(FIELDS.length)]!
  const value = event[field]
  if (value === null || value === '') return { ...event, destroyedAt: '2026-01-05T08:00:00.000Z' }
  if (typeof value === 'number') return { ...event, [field]: value ^ (1 << random(20)) }
  const at = random(value.length)
  const letter = String.fromCharCode(value.charCodeAt(at) ^ (1 << random(7)))
  return { ...event, [field]: value.slice(0, at) + letter + value.slice(at + 1) }
}
