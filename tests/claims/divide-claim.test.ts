import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { divideClaim, placesToDivide } from '../../src/claims/divide-claim.ts'

const TEXT = 'The mill closed in March,[1] and the owner left for Leith; nobody followed.[2]'
const claim = { start: 0, end: TEXT.length - 3 }
const markers = [
  { start: 25, end: 28 },
  { start: TEXT.length - 3, end: TEXT.length },
]
const words = (span: { start: number; end: number }) => TEXT.slice(span.start, span.end)

describe('dividing a claim', () => {
  test('at a marker leaves the marker to the words before it', () => {
    const divided = divideClaim(TEXT, claim, markers, 28)!
    expect([words(divided.first), words(divided.second)]).toEqual([
      'The mill closed in March',
      'and the owner left for Leith; nobody followed.',
    ])
    expect([divided.first.markers, divided.second.markers]).toEqual([[markers[0]], [markers[1]]])
  })

  test('inside a marker is dividing after it', () => {
    expect(divideClaim(TEXT, claim, markers, 26)).toEqual(divideClaim(TEXT, claim, markers, 28))
  })

  test('at a place between two words leaves both without the comma between them', () => {
    const divided = divideClaim(TEXT, claim, markers, TEXT.indexOf(' nobody'))!
    expect(words(divided.first)).toBe('The mill closed in March,[1] and the owner left for Leith')
    expect(words(divided.second)).toBe('nobody followed.')
  })

  test.each([0, 2, TEXT.length, -5])(
    'at %i, where a word would be cut or none be left, is impossible',
    (at) => {
      expect(divideClaim(TEXT, claim, markers, at)).toBeNull()
    },
  )

  test('is offered where its clauses and its markers end', () => {
    const offered = placesToDivide(TEXT, claim, markers).map((at) =>
      words(divideClaim(TEXT, claim, markers, at)!.second),
    )
    expect(offered).toEqual(['and the owner left for Leith; nobody followed.', 'nobody followed.'])
  })

  test('never loses a word or a marker, wherever it is cut', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2, max: TEXT.length + 2 }), (at) => {
        const divided = divideClaim(TEXT, claim, markers, at)
        if (divided === null) return
        const { first, second } = divided
        expect(first.start).toBe(claim.start)
        expect(second.end).toBe(claim.end)
        expect(first.end).toBeLessThanOrEqual(second.start)
        expect(TEXT.slice(first.end, second.start)).toMatch(/^(\[\d\]|[\s,;:–—])*$/)
        expect([...first.markers, ...second.markers]).toEqual(markers)
      }),
    )
  })
})
