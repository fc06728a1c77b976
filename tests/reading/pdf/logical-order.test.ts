import { expect, test } from 'vitest'
import type { PlacedPiece } from '../../../src/reading/pdf/piece.ts'
import { writePieces } from '../../../src/reading/pdf/write-pieces.ts'

/** Words as they are seen from left to right, a space apart; `+` sets the next one tight. */
function seen(...words: readonly string[]): PlacedPiece[] {
  let x = 0
  return words.map((word) => {
    const tight = word.startsWith('+')
    const text = tight ? word.slice(1) : word
    const left = x + (tight ? 0 : 3)
    x = left + 5 * text.length
    const place = { x: left, right: x, base: 100, size: 10, font: 'any', spaceLeft: false, spaceRight: false }
    return { text, ...place, shift: 'none' as const }
  })
}

const read = (pieces: readonly PlacedPiece[], rightToLeft = true, mirror = true): string =>
  writePieces(pieces, { mirror, rightToLeft }).text

test.each([
  ['numbers one by one', ['2024', 'מאי', '12'], '12 מאי 2024'],
  ['names from left to right', ['הודיעה', 'Harbour', 'Works', 'חברת'], 'חברת Harbour Works הודיעה'],
  ['a percent sign with its number', ['רקובים', '35', '+%', 'כי'], 'כי 35% רקובים'],
  ['a number with its decimals', ['מיליון', '2', '+.', '+5'], '2.5 מיליון'],
  ['two numbers with a comma between', ['2025', ',', '+2024', 'בשנת'], 'בשנת 2024, 2025'],
  ['drawn brackets', ['(', '+1961', 'בשנת', '+)', 'הרציף'], 'הרציף (בשנת 1961)'],
  ['the bracket behind a name', ['3', ',', '+(', '+Miller', 'ערך', '+)'], '(ערך Miller), 3'],
])('reads %s', (_what, words, text) => {
  expect(read(seen(...words))).toBe(text)
})

test('keeps brackets that the file gives in the order of reading', () => {
  expect(read(seen(')', '+1961', 'בשנת', '+('), true, false)).toBe('(בשנת 1961)')
})

test('turns only the words from right to left in a line of others', () => {
  expect(read(seen('the', 'daily', 'הישן', 'הנמל', 'agreed'), false)).toBe('the daily הנמל הישן agreed')
})

test('reads a row of Latin words in a file from right to left as it stands', () => {
  expect(read(seen('Harbour', 'Works', 'Ltd'))).toBe('Harbour Works Ltd')
})

test('puts the stop behind a year that ends a paragraph from right to left', () => {
  expect(read(seen('.', '+2025'))).toBe('2025.')
})
