import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { consistencyHolds, inclusionHolds } from '../../../src/history/tree/check-proof.ts'
import { GrowingTree } from '../../../src/history/tree/growing-tree.ts'
import { leafHash, nodeHash } from '../../../src/history/tree/hashes.ts'
import { consistencyRanges, inclusionRanges } from '../../../src/history/tree/proof-ranges.ts'
import { type LeafRange, leavesOf, subtreesOf } from '../../../src/history/tree/subtrees.ts'
import { mth, path, proof } from './naive-tree.ts'

/** The eight leaves that the implementations of Certificate Transparency are tested with, and the roots of the first n. */
const KNOWN_LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((hex) => Buffer.from(hex, 'hex'))
const KNOWN_ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const KNOWN_INCLUSION = [
  '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
  '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
  '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
]
const KNOWN_CONSISTENCY = [
  '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
  'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
]

const entriesOf = (n: number): Buffer[] => Array.from({ length: n }, (_, i) => Buffer.from(`entry ${i}`))

/** The nodes that growing a tree completes, by name, and its root at every size. */
function grown(entries: readonly Uint8Array[]) {
  const nodes = new Map<string, Buffer>()
  const tree = new GrowingTree()
  const roots = [tree.root()]
  for (const entry of entries) {
    tree.append(leafHash(entry), ({ level, position, hash }) => nodes.set(`${level}:${position}`, hash))
    roots.push(tree.root())
  }
  const rootOf = (range: LeafRange): Buffer =>
    subtreesOf(range)
      .map(({ level, position }) => nodes.get(`${level}:${position}`) ?? Buffer.from('missing'))
      .reduceRight((right, left) => nodeHash(left, right))
  return { roots, rootOf }
}

const hexes = (hashes: readonly Buffer[]): string[] => hashes.map((hash) => hash.toString('hex'))

describe('the tree over all events', () => {
  test('has the roots and proofs that the standard’s implementations agree on', () => {
    const { roots, rootOf } = grown(KNOWN_LEAVES)
    expect(hexes(roots)).toEqual(KNOWN_ROOTS)
    expect(hexes(inclusionRanges(0, 8).map(rootOf))).toEqual(KNOWN_INCLUSION)
    expect(hexes(consistencyRanges(6, 8).map(rootOf))).toEqual(KNOWN_CONSISTENCY)
  })

  test('has the standard’s proofs for every place and size up to 24', () => {
    const entries = entriesOf(24)
    const { roots, rootOf } = grown(entries)
    for (let size = 1; size <= entries.length; size++) {
      const first = entries.slice(0, size)
      expect(roots[size]).toEqual(mth(first))
      for (let m = 0; m < size; m++) {
        expect(inclusionRanges(m, size).map(rootOf)).toEqual(path(m, first))
        expect(consistencyRanges(m + 1, size).map(rootOf)).toEqual(proof(m + 1, first))
      }
    }
  })

  test('proves every leaf and every growth, and nothing else', () => {
    const entries = entriesOf(300)
    const { roots, rootOf } = grown(entries)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.nat(), fc.nat(), fc.nat(), (size, a, b, bit) => {
        const [index, first] = [a % size, (b % size) + 1]
        const [root, firstRoot] = [roots[size]!, roots[first]!]
        const inclusion = {
          leaf: leafHash(entries[index]!),
          index,
          size,
          root,
          path: inclusionRanges(index, size).map(rootOf),
        }
        expect(inclusionHolds(inclusion)).toBe(true)
        expect(inclusionHolds({ ...inclusion, leaf: leafHash(entries[(index + 1) % 300]!) })).toBe(false)
        expect(inclusionHolds({ ...inclusion, index: index + size })).toBe(false)
        expect(inclusionHolds({ ...inclusion, path: [...inclusion.path, root] })).toBe(false)
        expect(inclusionHolds({ ...inclusion, root: flipped(root, bit) })).toBe(false)
        const growth = {
          first,
          firstRoot,
          second: size,
          secondRoot: root,
          path: consistencyRanges(first, size).map(rootOf),
        }
        expect(consistencyHolds(growth)).toBe(true)
        expect(consistencyHolds({ ...growth, firstRoot: flipped(firstRoot, bit) })).toBe(false)
        expect(consistencyHolds({ ...growth, secondRoot: flipped(root, bit) })).toBe(false)
        expect(consistencyHolds({ ...growth, path: [...growth.path, root] })).toBe(false)
        for (const [at, hash] of inclusion.path.entries()) {
          const other = inclusion.path.with(at, flipped(hash, bit))
          expect(inclusionHolds({ ...inclusion, path: other })).toBe(false)
          expect(inclusionHolds({ ...inclusion, path: inclusion.path.slice(0, at) })).toBe(false)
        }
        for (const [at, hash] of growth.path.entries())
          expect(consistencyHolds({ ...growth, path: growth.path.with(at, flipped(hash, bit)) })).toBe(false)
      }),
      { numRuns: 80 },
    )
  })

  test('is no tree of nothing for a proof: sizes that cannot be are refused', () => {
    const [root] = grown([]).roots as [Buffer]
    const nothing = { firstRoot: root, secondRoot: root, path: [] }
    expect(consistencyHolds({ ...nothing, first: 0, second: 0 })).toBe(false)
    expect(consistencyHolds({ ...nothing, first: 4, second: 3 })).toBe(false)
    expect(consistencyHolds({ ...nothing, first: 4, second: 8 })).toBe(false)
    expect(inclusionHolds({ leaf: root, index: 0, size: 0, root, path: [] })).toBe(false)
    expect(inclusionHolds({ leaf: root, index: -1, size: 1, root, path: [] })).toBe(false)
  })

  test('grows on from the peaks of a tree that stands', () => {
    const entries = entriesOf(77)
    const { roots, rootOf } = grown(entries)
    for (const size of [0, 1, 16, 48, 77]) {
      const peaks = subtreesOf({ start: 0, end: size }).map((subtree) => ({
        level: subtree.level,
        hash: rootOf(leavesOf(subtree)),
      }))
      const tree = new GrowingTree(size, peaks)
      for (const entry of entries.slice(size)) tree.append(leafHash(entry))
      expect(tree.root()).toEqual(roots[77])
    }
  })
})

function flipped(hash: Buffer, bit: number): Buffer {
  const other = Buffer.from(hash)
  const at = (bit >> 3) % other.length
  other[at] = (other[at] ?? 0) ^ (1 << (bit & 7))
  return other
}
