import { createHash } from 'node:crypto'

/** The hash of a tree without leaves. Source: RFC 9162, 2.1.1. */
export const EMPTY_ROOT: Buffer = createHash('sha256').digest()

/** What is hashed in front of a leaf and of a node, so that neither passes for the other. */
const LEAF = 0x00
const NODE = 0x01

/** The bytes of a SHA-256 hash. */
export const HASH_BYTES = 32

const pair = Buffer.alloc(1 + 2 * HASH_BYTES, NODE)

/** SHA-256(0x00 ‖ entry). The entries of this tree are the 32 bytes of an event's hash. */
export const leafHash = (entry: Uint8Array): Buffer =>
  createHash('sha256').update(Uint8Array.of(LEAF)).update(entry).digest()

/** SHA-256(0x01 ‖ left ‖ right). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  pair.set(left, 1)
  pair.set(right, 1 + HASH_BYTES)
  return createHash('sha256').update(pair).digest()
}

/** The leaf of an event, by its hash in hex. */
export const eventLeaf = (hash: string): Buffer => leafHash(Buffer.from(hash, 'hex'))
