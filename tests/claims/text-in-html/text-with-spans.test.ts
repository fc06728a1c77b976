import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block } from '../../../src/reading/document.ts'
import type { TextClaim, TextMarker } from '../../../src/claims/text-in-html/span-elements.ts'
import { textWithSpans } from '../../../src/claims/text-in-html/text-with-spans.ts'

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** What a reader of the HTML reads: tags off, entities back. */
const read = (html: string): string =>
  html.replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '')

const claim = (number: number, start: number, end: number): TextClaim => ({
  number,
  start,
  end,
  classes: 'is-d',
  describedBy: 'is-d',
  atHand: false,
})
const marker = (start: number, end: number, href: string | null = '#b1'): TextMarker => ({
  start,
  end,
  href,
  title: 'Note 7: "a" & <b>',
})
const paragraph = (start: number, end: number): Block => ({ kind: 'paragraph', start, end })
const addressOf = (number: number): string => `?q=a&claim=${number}#c${number}`

describe('textWithSpans', () => {
  test('a claim becomes a link that carries its number, its status and its escaped address', () => {
    const text = 'The ferry sank. Nobody drowned.'
    const html = textWithSpans({
      text,
      blocks: [paragraph(0, 31)],
      claims: [claim(4, 0, 15)],
      markers: [],
      addressOf,
    })
    expect(html).toBe(
      '<p dir="auto" id="b0"><a class="claim is-d first" id="c4" data-n="4" aria-describedby="is-d"' +
        ' href="?q=a&amp;claim=4#c4">The ferry sank.</a> Nobody drowned.</p>',
    )
  })

  test('markup in the report is text on the page', () => {
    const text = '<script>alert("x")</script> & more'
    const html = textWithSpans({
      text,
      blocks: [paragraph(0, text.length)],
      claims: [],
      markers: [],
      addressOf,
    })
    expect(html).not.toContain('<script')
    expect(read(html)).toBe(text)
  })

  test('a claim that a marker interrupts keeps one id; its later parts leave the tab order', () => {
    const text = 'One half[7] and the other.'
    const html = textWithSpans({
      text,
      blocks: [paragraph(0, text.length)],
      claims: [claim(1, 0, text.length)],
      markers: [marker(8, 11)],
      addressOf,
    })
    expect(html.match(/id="c1"/g)).toHaveLength(1)
    expect(html).toContain('<a class="claim is-d" tabindex="-1"')
    expect(html).not.toMatch(/<a [^>]*>[^<]*<sup/)
  })

  test('a marker without a note says so and leads nowhere', () => {
    const html = textWithSpans({
      text: 'So it is.[5]',
      blocks: [paragraph(0, 12)],
      claims: [],
      markers: [{ ...marker(9, 12, null), title: 'Note 5 is missing.' }],
      addressOf,
    })
    expect(html).toContain('title="Note 5 is missing."')
    expect(html).not.toContain('href')
  })

  test('a note stands in the notes with its label; items of a list share one list', () => {
    const text = 'One\n\nTwo\n\n[7] Gazette.'
    const blocks: Block[] = [
      { kind: 'list-item', level: 1, start: 0, end: 3 },
      { kind: 'list-item', level: 1, start: 5, end: 8 },
      { kind: 'note', start: 14, end: 22 },
    ]
    const html = textWithSpans({ text, blocks, claims: [], markers: [], addressOf })
    expect(html.match(/<ul/g)).toHaveLength(1)
    expect(html).toMatch(/<section class="notes"[^>]*><p[^>]*>\[7\] Gazette\.<\/p><\/section>$/)
  })

  test('without its tags the page is the text again, whatever the spans', () => {
    const spans = fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 12 })
    const kinds = fc.constantFrom<Block['kind']>(
      'paragraph',
      'heading',
      'list-item',
      'quotation',
      'note',
      'caption',
    )
    const texts = fc.array(fc.constantFrom('a', 'ß', ' ', '\n', '<', '&', '"', "'", '[7] ', '😀', 'ع'), {
      maxLength: 50,
    })
    fc.assert(
      fc.property(
        texts,
        spans,
        spans,
        fc.array(fc.tuple(fc.nat(12), fc.nat(12), kinds)),
        (pieces, claims, markers, lengths) => {
          const text = pieces.join('')
          let at = 0
          const blocks = lengths.map(([gap, length, kind]): Block => {
            const start = at + gap
            at = start + length
            return { kind, start, end: at }
          })
          const html = textWithSpans({
            text,
            blocks,
            claims: claims.map(([start, length], index) => claim(index + 1, start, start + length)),
            markers: markers.map(([start, length]) => marker(start, start + (length % 4))),
            addressOf,
          })
          expect(read(html)).toBe(text)
          expect(html.match(/<a /g) ?? []).toHaveLength((html.match(/<\/a>/g) ?? []).length)
        },
      ),
      { numRuns: 400 },
    )
  })

  test('time stays linear: a text of a megabyte with 40,000 overlapping claims takes less than two seconds', () => {
    const text = 'word '.repeat(200_000)
    const claims = Array.from({ length: 40_000 }, (_, index) =>
      claim(index + 1, index * 20, index * 20 + 5000),
    )
    const started = performance.now()
    textWithSpans({ text, blocks: [paragraph(0, text.length)], claims, markers: [], addressOf })
    expect(performance.now() - started).toBeLessThan(2000)
  })
})
