import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Correction } from '../../../src/reading/corrections/correction.ts'
import { layCorrection, layCorrections } from '../../../src/reading/corrections/lay-correction.ts'
import type { Layer } from '../../../src/reading/corrections/layer.ts'
import { noteList } from '../../../src/reading/corrections/note-list.ts'
import { aLayer, wordsOf } from './a-layer.ts'

const MILL = `# The mill

The mill burned down in[^1]

the spring of 1911. It was never rebuilt.[^2]

Mill Papers, p. 3

The miller left for Bergen.

[^1]: Valley Post, 2 April 1911.
[^2]: Valley Post, 5 May 1911.
`

function lay(layer: Layer, correction: Correction): Layer {
  const laid = layCorrection(layer, correction)
  if (!laid.ok) throw new Error(laid.why)
  return laid.value
}

describe('a correction', () => {
  test('joins two blocks into one of the first one’s kind, gap and all', async () => {
    const { layer, at } = await aLayer(MILL)
    const joined = lay(layer, { kind: 'joined', block: at('the spring') })
    expect(wordsOf(layer, joined.blocks)[1]).toBe(
      'The mill burned down in[1]\n\nthe spring of 1911. It was never rebuilt.[2]',
    )
    expect(joined.blocks).toHaveLength(layer.blocks.length - 1)
    expect(joined.markers).toEqual(layer.markers)
  })

  test('divides a block into two of its kind, without the white space between them', async () => {
    const { layer, at } = await aLayer(MILL)
    const divided = lay(layer, { kind: 'divided', block: at('the spring'), at: at('It was') })
    expect(wordsOf(layer, divided.blocks).slice(2, 4)).toEqual([
      'the spring of 1911.',
      'It was never rebuilt.[2]',
    ])
  })

  test('drops a block with the markers in it', async () => {
    const { layer, at } = await aLayer(MILL)
    const dropped = lay(layer, { kind: 'dropped', block: at('the spring') })
    expect(wordsOf(layer, dropped.blocks)).not.toContain('the spring of 1911. It was never rebuilt.[2]')
    expect(dropped.markers.map(({ label }) => label)).toEqual(['1'])
    expect(dropped.notes).toEqual(layer.notes)
  })

  test('drops a note with its block, and its markers have none any more', async () => {
    const { layer, at } = await aLayer(MILL)
    const dropped = lay(layer, { kind: 'dropped', block: at('Valley Post, 5') })
    expect(dropped.notes.map(({ label }) => label)).toEqual(['1'])
    expect(dropped.markers.map(({ note }) => note)).toEqual([0, null])
  })

  test('links a marker to another note, or to none', async () => {
    const { layer } = await aLayer(MILL)
    expect(lay(layer, { kind: 'linked', marker: 0, note: 1 }).markers[0]?.note).toBe(1)
    expect(lay(layer, { kind: 'linked', marker: 0, note: null }).markers[0]?.note).toBeNull()
  })

  const misfits: readonly [string, (at: (words: string) => number) => Correction, RegExp][] = [
    ['a block that is not there', () => ({ kind: 'dropped', block: 3 }), /no such block/],
    ['the first block joined', () => ({ kind: 'joined', block: 0 }), /No block stands before/],
    ['a note joined', (at) => ({ kind: 'joined', block: at('Valley Post, 2') }), /note cannot be joined/],
    [
      'a note divided',
      (at) => ({ kind: 'divided', block: at('Valley Post, 2'), at: at('2 April') }),
      /note cannot/,
    ],
    [
      'a block divided at its start',
      (at) => ({ kind: 'divided', block: at('the spring'), at: at('the spring') }),
      /between two/,
    ],
    [
      'a block divided outside it',
      (at) => ({ kind: 'divided', block: at('the spring'), at: at('Mill Papers') }),
      /between two/,
    ],
    ['a marker that is not there', () => ({ kind: 'linked', marker: 9, note: 0 }), /no such marker/],
    ['a note that is not there', () => ({ kind: 'linked', marker: 0, note: 9 }), /no such note/],
    ['what is so already', () => ({ kind: 'linked', marker: 0, note: 0 }), /already/],
    [
      'blocks that are notes',
      (at) => ({ kind: 'noted', blocks: [at('Valley Post, 2')], notes: [], markers: [] }),
      /notes already/,
    ],
  ]

  test.each(misfits)('is refused for %s', async (_, correctionAt, why) => {
    const { layer, at } = await aLayer(MILL)
    const laid = layCorrection(layer, correctionAt(at))
    expect(laid).toMatchObject({ ok: false, why: expect.stringMatching(why) as string })
  })

  test('that rests on another is no longer possible without it', async () => {
    const { layer, at } = await aLayer(MILL)
    const joined: Correction = { kind: 'joined', block: at('the spring') }
    const divided: Correction = { kind: 'divided', block: at('The mill burned'), at: at('It was') }
    expect(layCorrections(layer, [joined, divided]).ok).toBe(true)
    expect(layCorrections(layer, [divided]).ok).toBe(false)
  })

  test('whatever was corrected: blocks stay in order, apart and inside the text', async () => {
    const { layer } = await aLayer(MILL)
    const start = fc.constantFrom(...layer.blocks.map((block) => block.start))
    const one: fc.Arbitrary<Correction> = fc.oneof(
      start.map((block): Correction => ({ kind: 'dropped', block })),
      start.map((block): Correction => ({ kind: 'joined', block })),
      fc
        .tuple(start, fc.nat(layer.text.length))
        .map(([block, at]): Correction => ({ kind: 'divided', block, at })),
    )
    fc.assert(
      fc.property(fc.array(one, { maxLength: 8 }), (corrections) => {
        let stands = layer
        for (const correction of corrections) {
          const laid = layCorrection(stands, correction)
          if (laid.ok) stands = laid.value
        }
        let end = 0
        for (const block of stands.blocks) {
          expect(block.start).toBeGreaterThanOrEqual(end)
          expect(block.end).toBeGreaterThan(block.start)
          end = block.end
        }
        expect(end).toBeLessThanOrEqual(layer.text.length)
        expect(stands.text).toBe(layer.text)
      }),
    )
  })
})

describe('a list of notes marked by hand', () => {
  const INN = `The inn was sold in 1880.[1] Its sign is older.[2]

Where it says so

[1] Deed of sale, 4 May 1880, kept at Orlé.

[2] Letter from the innkeeper.

It has two pages.
`
  const NEXT = { note: 5, marker: 7 }

  /** A text as a reading leaves it that takes nothing for a note: its paragraphs. */
  function bare(text: string): Layer {
    const paragraphs = [...text.matchAll(/\S[^\n]*/g)].map(({ 0: words, index }) => ({
      kind: 'paragraph' as const,
      start: index,
      end: index + words.length,
    }))
    return { text, language: 'en', blocks: paragraphs, notes: [], markers: [] }
  }

  function listed(text: string, from: string, to: string, countFrom: number | null = null) {
    const layer = bare(text)
    return {
      layer,
      list: noteList(layer, { from: text.indexOf(from), to: text.indexOf(to), countFrom }, NEXT),
    }
  }

  test('takes the labels before the words, and a block without one for the rest of the note before', () => {
    const { layer, list } = listed(INN, '[1] Deed', 'It has two')
    if (!list.ok || list.value.kind !== 'noted') throw new Error('no list')
    expect(list.value.notes.map(({ index, label }) => [index, label])).toEqual([
      [5, '1'],
      [6, '2'],
    ])
    const noted = lay(layer, list.value)
    expect(noted.blocks.filter(({ kind }) => kind === 'note')).toHaveLength(2)
    expect(wordsOf(layer, noted.notes)[1]).toBe('Letter from the innkeeper.\n\nIt has two pages.')
    expect(noted.markers.map(({ index, label, note }) => [index, label, note])).toEqual([
      [7, '1', 5],
      [8, '2', 6],
    ])
    expect(wordsOf(layer, noted.markers)).toEqual(['[1]', '[2]'])
  })

  test('is counted where the blocks bear no labels', () => {
    const { list } = listed('A claim is made.[4]\n\nFirst source.\n\nSecond source.\n', 'First', 'Second', 4)
    if (!list.ok || list.value.kind !== 'noted') throw new Error('no list')
    expect(list.value.notes.map(({ label }) => label)).toEqual(['4', '5'])
    expect(list.value.markers.map(({ label }) => label)).toEqual(['4'])
  })

  test.each([
    ['First', 'Second', null, /bears no label/],
    ['Second', 'First', 1, /before its first/],
  ] as const)('from “%s” to “%s” is refused', (from, to, countFrom, why) => {
    const { list } = listed('A claim is made.\n\nFirst source.\n\nSecond source.\n', from, to, countFrom)
    expect(list).toMatchObject({ ok: false, why: expect.stringMatching(why) as string })
  })

  test('leaves markers alone whose label is there twice', () => {
    const { layer, list } = listed(
      'A claim is made.[1]\n\n1. One source.\n\n1. Another.\n',
      '1. One',
      '1. Another',
    )
    if (!list.ok) throw new Error('no list')
    expect(lay(layer, list.value).markers.map(({ note }) => note)).toEqual([null])
  })
})
