import fc from 'fast-check'
import { expect, test } from 'vitest'
import { align, type Alignment } from '../../src/text/alignment.ts'
import type { Side, Sides } from '../../src/text/alignment-run.ts'
import { bagOf } from '../../src/text/similarity-words.ts'

/** Sides of two texts given as blocks of sentences. Equal sentences get equal ids. */
function sidesOf(olds: readonly (readonly string[])[], news: readonly (readonly string[])[]): Sides {
  const ids = new Map<string, number>()
  const sideOf = (blocks: readonly (readonly string[])[]): Side => {
    const pieces = blocks.flatMap((block, index) => block.map((text) => ({ text, index })))
    return {
      ids: pieces.map(({ text }) => {
        const id = ids.get(text) ?? ids.size
        ids.set(text, id)
        return id
      }),
      letters: pieces.map(({ text }) => text.length),
      blocks: pieces.map(({ index }) => index),
      families: pieces.map(() => 0),
      slots: pieces.map(() => false),
      bag: (index) => bagOf(pieces[index]?.text ?? ''),
    }
  }
  return { old: sideOf(olds), new: sideOf(news) }
}

const shown = ({ inPlace, elsewhere }: Alignment): string[] => [
  ...inPlace.map(
    (run) =>
      `${run.oldStart}${many(run.oldStart, run.oldEnd)}${run.how === 'same' ? '=' : '~'}${run.newStart}${many(run.newStart, run.newEnd)}`,
  ),
  ...elsewhere.map((run) => `${run.oldStart}>${run.newStart}`),
]
const many = (from: number, to: number): string => (to - from > 1 ? `-${to - 1}` : '')

const A = 'The harbour office counted the barges in spring'
const B = 'A ferryman found the register under a bench'
const C = 'Nobody has seen the ledger of the salt works since'
const SAME = 'No comment was received'

test('equal texts are aligned piece by piece', () => {
  expect(shown(align(sidesOf([[A, B], [C]], [[A, B], [C]])))).toEqual(['0=0', '1=1', '2=2'])
})

test('what was edited is linked between its neighbours, what was deleted to nothing', () => {
  const edited = B.replace('a bench', 'the bench')
  expect(shown(align(sidesOf([[A, B, C]], [[A, edited, C]])))).toEqual(['0=0', '1~1', '2=2'])
  expect(shown(align(sidesOf([[A, B, C]], [[A, C]])))).toEqual(['0=0', '2=1'])
})

test('of blocks that changed places the longer stays and the other has moved', () => {
  expect(shown(align(sidesOf([[A], [B, C]], [[B, C], [A]])))).toEqual(['1=0', '2=1', '0>2'])
})

test('a look-alike elsewhere is linked to nothing', () => {
  const alike = A.replace('spring', 'autumn')
  expect(shown(align(sidesOf([[A], [B], [C]], [[B], [C], [alike]])))).toEqual(['1=0', '2=1'])
})

test('of two free pieces that read nearly alike neither is taken', () => {
  const [x, y] = [A.replace('spring', 'summer'), A.replace('spring', 'autumn')]
  expect(shown(align(sidesOf([[B, A, C]], [[B, x, y, C]])))).toEqual(['0=0', '2=3'])
})

test('a look-alike in a paragraph that is another’s is linked to nothing', () => {
  const alike = C.replace('salt works', 'brick works')
  expect(shown(align(sidesOf([[A], [B, C]], [[alike, A], [B]])))).toEqual(['0=1', '1=2'])
  expect(shown(align(sidesOf([[A, B], [C]], [[A, B, alike]])))).toEqual(['0=0', '1=1', '2~2'])
})

test('what reads alike is linked to nothing where the sentence beside it was put on its other side', () => {
  const [alike, edited] = [A.replace('spring', 'autumn'), B.replace('a bench', 'the bench')]
  expect(shown(align(sidesOf([[A], [B]], [[edited, alike]])))).toEqual([])
  expect(shown(align(sidesOf([[A], [B]], [[alike, edited]])))).toEqual(['0~0', '1~1'])
})

test('of look-alikes that changed words with one another none is taken', () => {
  const of = (who: string, what: string): string =>
    `The ${who} of the harbour kept the ${what} until the end of June`
  const olds = [[of('clerk', 'ledger'), of('pilot', 'ledger')]]
  expect(shown(align(sidesOf(olds, [[of('pilot', 'register'), of('clerk', 'register')]])))).toEqual([])
})

test('a sentence that was divided is linked to both parts, and two that were joined to one', () => {
  const whole = `${A} and ${B}`
  expect(shown(align(sidesOf([[C, whole]], [[C, A, B]])))).toEqual(['0=0', '1~1-2'])
  expect(shown(align(sidesOf([[C, A, B]], [[C, whole]])))).toEqual(['0=0', '1-2~1'])
})

test('a repeated sentence is told by what it stands next to', () => {
  const olds = [
    [A, SAME],
    [B, SAME],
    [C, SAME],
  ]
  expect(shown(align(sidesOf(olds, [[A, SAME], [B], [C, SAME]])))).toEqual([
    '0=0',
    '1=1',
    '2=2',
    '4=3',
    '5=4',
  ])
  expect(
    shown(
      align(
        sidesOf(olds, [
          [A, SAME],
          [C, SAME],
        ]),
      ),
    ),
  ).toEqual(['0=0', '1=1', '4=2', '5=3'])
})

test('a repeated sentence that could be either of two is linked to neither', () => {
  const links = shown(align(sidesOf([[A], [SAME], [B], [SAME], [C]], [[A], [SAME], [C]])))
  expect(links).toEqual(['0=0', '4=2'])
})

test('the edits in a paragraph that moved are found where its other sentences went', () => {
  const edited = B.replace('a bench', 'the bench')
  const far = [C, `${C} then`, `${C} so`, `${C} yet`]
  const links = shown(align(sidesOf([[A, B], far], [far, [A, edited]])))
  expect(links).toEqual(['2=0', '3=1', '4=2', '5=3', '0>4', '1>5'])
})

const piece = fc
  .integer({ min: 0, max: 12 })
  .map((n) => `${['salt', 'ferry', 'quay', 'barge'][n % 4] ?? ''} word${n} of the harbour`)
const blocks = fc.array(fc.array(piece, { minLength: 1, maxLength: 5 }), { maxLength: 12 })

test('whatever the texts, runs keep their order, share no piece, and equal runs hold equal pieces', () => {
  fc.assert(
    fc.property(blocks, blocks, (olds, news) => {
      const sides = sidesOf(olds, news)
      const { inPlace, elsewhere } = align(sides)
      const all = [...inPlace, ...elsewhere]
      const oldPieces = all.flatMap((run) => indexes(run.oldStart, run.oldEnd))
      const newPieces = all.flatMap((run) => indexes(run.newStart, run.newEnd))
      expect(new Set(oldPieces).size).toBe(oldPieces.length)
      expect(new Set(newPieces).size).toBe(newPieces.length)
      inPlace.slice(1).forEach((run, index) => {
        expect(run.oldStart).toBeGreaterThanOrEqual(inPlace[index]!.oldEnd)
        expect(run.newStart).toBeGreaterThanOrEqual(inPlace[index]!.newEnd)
      })
      for (const run of all)
        if (run.how === 'same') expect(sides.old.ids[run.oldStart]).toBe(sides.new.ids[run.newStart])
    }),
  )
})

test('a text aligned with itself keeps every piece in its place, however much it repeats', () => {
  fc.assert(
    fc.property(blocks, (olds) => {
      const { inPlace, elsewhere } = align(sidesOf(olds, olds))
      expect(elsewhere).toEqual([])
      expect(inPlace.map((run) => [run.oldStart, run.newStart])).toEqual(olds.flat().map((_, i) => [i, i]))
    }),
  )
})

const indexes = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i)
