import { describe, expect, test } from 'vitest'
import { changedSentences, changesBetween } from '../../../src/reading/corrections/changes.ts'
import type { Correction } from '../../../src/reading/corrections/correction.ts'
import { layCorrection } from '../../../src/reading/corrections/lay-correction.ts'
import type { Layer } from '../../../src/reading/corrections/layer.ts'
import { pairClaims, type Home } from '../../../src/reading/corrections/pair-claims.ts'
import { readClaims } from '../../../src/reading/claims/read-claims.ts'
import { aLayer, wordsOf } from './a-layer.ts'

const SHIPYARD = `# The yard

The yard launched its last ship on

9 June 1931.[^1] Two hundred men lost their work.

# The owners

The owners moved to Leith in 1932.[^1]

[^1]: Firth Herald, 10 June 1931.
`

function changed(layer: Layer, correction: Correction, made: readonly Home[] = []) {
  const laid = layCorrection(layer, correction)
  if (!laid.ok) throw new Error(laid.why)
  const ofSentences = made.map(({ start, end }) => ({ start, end, exact: false, markers: [] }))
  return { after: laid.value, changes: changesBetween(layer, laid.value, ofSentences) }
}

describe('what a correction changes', () => {
  test('is one claim instead of two where a paragraph was cut in the middle of a sentence', async () => {
    const { layer, sentences, at } = await aLayer(SHIPYARD)
    const { changes } = changed(layer, { kind: 'joined', block: at('9 June') })
    expect(wordsOf(layer, changes.claims.removed)).toContain('9 June 1931.')
    expect(changes.claims.added.map(({ quote }) => quote)).toEqual([
      'The yard launched its last ship on\n\n9 June 1931.',
    ])
    expect(changes.claims.added[0]?.notes).toMatchObject([{ marker: 0, note: 0 }])
    const now = changedSentences(sentences, changes.sentences)
    expect(wordsOf(layer, now)).toEqual([
      'The yard',
      'The yard launched its last ship on\n\n9 June 1931.[1]',
      'Two hundred men lost their work.',
      'The owners',
      'The owners moved to Leith in 1932.[1]',
    ])
  })

  test('leaves other sections alone, even where they would be read otherwise today', async () => {
    const { layer, at } = await aLayer(SHIPYARD)
    const { changes } = changed(layer, { kind: 'dropped', block: at('9 June') })
    const touched = [...changes.claims.removed, ...changes.claims.added]
    expect(touched.every(({ end }) => end < at('The owners'))).toBe(true)
    expect(touched.length).toBeGreaterThan(0)
  })

  test('is the notes of a claim where a marker calls another note', async () => {
    const { layer } = await aLayer(SHIPYARD)
    const { changes } = changed(layer, { kind: 'linked', marker: 1, note: null })
    expect(changes.claims.removed.map(({ notes }) => notes[0]?.note)).toEqual([0])
    expect(changes.claims.added.map(({ notes }) => notes[0]?.note)).toEqual([null])
    expect(changes.sentences).toEqual({ removed: [], added: [] })
  })

  test('is the same as reading the corrected text at once', async () => {
    const { layer, sentences, at } = await aLayer(SHIPYARD)
    const { after, changes } = changed(layer, { kind: 'divided', block: at('9 June'), at: at('Two hundred') })
    const read = readClaims({ ...after, markers: after.markers })
    expect(changedSentences(sentences, changes.sentences).map(({ start, end }) => [start, end])).toEqual(
      read.sentences.map(({ start, end }) => [start, end]),
    )
  })

  test('nothing is nothing', async () => {
    const { layer } = await aLayer(SHIPYARD)
    expect(changesBetween(layer, layer, [])).toEqual({
      sentences: { removed: [], added: [] },
      claims: { removed: [], added: [] },
    })
  })

  test('in a text of a megabyte takes no longer than its section', async () => {
    const sections = Array.from(
      { length: 4000 },
      (_, i) =>
        `# Part ${i}\n\nShip ${i} left the harbour at noon. It carried ${i} barrels of salt and of tar, of rope and of sailcloth, and of nails. It came back in May of the year after that one, and left again.`,
    )
    const { layer, at } = await aLayer(sections.join('\n\n'))
    expect(layer.text.length).toBeGreaterThan(600_000)
    const before = performance.now()
    const { changes } = changed(layer, { kind: 'dropped', block: at('Ship 2000 left') })
    expect(performance.now() - before).toBeLessThan(1000)
    expect(changes.claims.removed).toHaveLength(3)
  })
})

describe('numbered claims', () => {
  const home = (id: string, start: number, end: number, lost = false): Home => ({ id, start, end, lost })
  const read = (start: number, end: number) =>
    ({ start, end, quote: '', notes: [] }) as unknown as Parameters<typeof pairClaims>[0]['added'][number]

  test('keep their number on the same words; else where most of their words are', () => {
    const pairing = pairClaims({ removed: [read(0, 10), read(12, 40)], added: [read(0, 40)] }, [
      home('a', 0, 10),
      home('b', 12, 40),
      home('c', 50, 60),
    ])
    expect(pairing.stands.map((pair) => pair.home.id)).toEqual(['b'])
    expect(pairing.lost.map(({ id }) => id)).toEqual(['a'])
    expect(pairing.fresh).toEqual([])
  })

  test('come back to the very place they were taken from, and to no other', () => {
    const homes = [home('a', 0, 10, true), home('b', 0, 40)]
    const back = pairClaims({ removed: [read(0, 40)], added: [read(0, 10), read(12, 40)] }, homes)
    expect(back.stands.map((pair) => [pair.home.id, pair.claim.start])).toEqual([
      ['a', 0],
      ['b', 12],
    ])
    const other = pairClaims({ removed: [], added: [read(0, 12)] }, [home('a', 0, 10, true)])
    expect([other.stands, other.fresh.length]).toEqual([[], 1])
  })
})
