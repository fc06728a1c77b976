import type { Database } from '../../db/database.ts'
import { Conflict, Invalid, NotFound } from '../../errors.ts'
import { eventLeaf } from './hashes.ts'
import { loadRoots } from './load-hashes.ts'
import { consistencyRanges, inclusionRanges } from './proof-ranges.ts'
import { headOf, newestHead } from './sign-head.ts'
import { originOf, type SignedHead } from './signed-head.ts'

/** What a proof says of the head that it leads to; who checks it has the key and the head from elsewhere. */
interface HeadOfProof {
  readonly origin: string
  readonly size: number
  readonly root: string
  readonly at: string
  readonly signature: string
}

/** Proves that one event is in the tree of a head. Hashes of `path`: base64, from the leaf up. */
export interface InclusionProof {
  readonly format: 'stet.inclusion/1'
  readonly chain: string
  readonly seq: number
  /** The event's own hash; the leaf is SHA-256(0x00 ‖ it). */
  readonly hash: string
  readonly leaf: number
  readonly path: readonly string[]
  readonly head: HeadOfProof
}

/** Proves that the events of one head are the first ones of another. */
export interface ConsistencyProof {
  readonly format: 'stet.consistency/1'
  readonly from: HeadOfProof
  readonly to: HeadOfProof
  readonly path: readonly string[]
}

const headOfProof = ({ keyId, size, root, at, signature }: SignedHead): HeadOfProof => ({
  origin: originOf(keyId),
  size,
  root,
  at: at.toISOString(),
  signature,
})

const inBase64 = (hashes: readonly Buffer[]): string[] => hashes.map((hash) => hash.toString('base64'))

/**
 * Proves that an event is in the tree of the newest signed head. Who may know of the event is asked before.
 * @throws NotFound no such event · Conflict no head reaches it yet
 */
export async function proveInclusion(db: Database, chain: string, seq: number): Promise<InclusionProof> {
  const event = await db.event.findUnique({
    where: { chain_seq: { chain, seq } },
    select: { hash: true, leaf: true },
  })
  if (event === null) throw new NotFound('There is no such event.')
  const head = await newestHead(db)
  if (head === null || head.size <= event.leaf)
    throw new Conflict(
      'No signed head reaches this event yet. One is signed every day; an editor can sign one now.',
    )
  const path = await loadRoots(db, inclusionRanges(event.leaf, head.size))
  const { hash, leaf } = event
  return {
    format: 'stet.inclusion/1',
    chain,
    seq,
    hash,
    leaf,
    path: inBase64(path),
    head: headOfProof(head),
  }
}

/**
 * Proves that the tree only grew between two signed heads. `to`: the newest one unless told.
 * @throws NotFound no head of that size was signed · Invalid `to` comes before `from`
 */
export async function proveConsistency(db: Database, from: number, to?: number): Promise<ConsistencyProof> {
  const [first, second] = await Promise.all([
    headOf(db, from),
    to === undefined ? newestHead(db) : headOf(db, to),
  ])
  if (first === null || second === null) throw new NotFound('No head of that size was signed.')
  if (second.size < first.size) throw new Invalid('to: give the larger of the two sizes here.')
  const path = await loadRoots(db, consistencyRanges(first.size, second.size))
  return {
    format: 'stet.consistency/1',
    from: headOfProof(first),
    to: headOfProof(second),
    path: inBase64(path),
  }
}

/** The leaf that an inclusion proof begins with, for whoever checks one. */
export const leafOfProof = ({ hash }: Pick<InclusionProof, 'hash'>): Buffer => eventLeaf(hash)
