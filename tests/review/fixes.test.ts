import { describe, expect, test } from 'vitest'
import { wordingKey, wordingKeyWith } from '../../src/claims/wording-key.ts'
import { Conflict, Invalid } from '../../src/errors.ts'
import { placeOfFix, smallestFix } from '../../src/review/fix.ts'

const QUOTE = 'The ferry carried 240,000 people, and 90 of the people stayed.'
const claim = { number: 7, start: 100, quote: QUOTE }
const place = (original: string, more: object = {}) =>
  placeOfFix(claim, { original, proposed: 'other words', ...more })

describe('where the words of a fix stand', () => {
  test('words that stand there once are found, in the offsets of the draft', () => {
    expect(place('240,000')).toEqual({ start: 118, end: 125 })
  })

  test('words that stand there twice want to be told apart', () => {
    expect(() => place('people')).toThrow(Invalid)
    expect(place('people', { occurrence: 2 })).toEqual({ start: 148, end: 154 })
    expect(() => place('people', { occurrence: 3 })).toThrow(Conflict)
  })

  test('words that are no longer there are refused with what the claim reads now', () => {
    expect(() => place('241,000')).toThrow(/do not stand there any more.*240,000 people/)
    expect(() => place('240,000', { start: 119 })).toThrow(Conflict)
    expect(() => place('240,000', { start: 118, end: 130 })).toThrow(Conflict)
    expect(() => place('240,000', { start: 0 })).toThrow(Conflict)
  })

  test.each([
    ['nothing', { original: '', proposed: 'x' }],
    ['what stands there already', { original: '90', proposed: '90' }],
    ['the whole claim going', { original: QUOTE, proposed: ' ' }],
    ['ten thousand characters and one', { original: '90', proposed: 'x'.repeat(10_001) }],
  ])('a proposal of %s is refused', (_, given) => {
    expect(() => placeOfFix(claim, given)).toThrow(Invalid)
  })
})

describe('the smallest fix', () => {
  test.each([
    ['one number', '240,000', '241,000', { original: '240,000', proposed: '241,000', start: 18 }],
    ['a word that goes', 'The ferry carried', 'The carried', { original: 'ferry ', proposed: '', start: 4 }],
    [
      'a word that comes',
      'the people stayed',
      'the people had stayed',
      { original: 'people ', proposed: 'people had ' },
    ],
    [
      'the beginning',
      'The ferry',
      'Yesterday the ferry',
      { original: 'The', proposed: 'Yesterday the', start: 0 },
    ],
    ['the end', 'stayed.', 'stayed there.', { original: 'stayed', proposed: 'stayed there' }],
  ])('of %s', (_, was, becomes, expected) => {
    const typed = QUOTE.replace(was, becomes)
    const fix = smallestFix(QUOTE, typed)
    expect(fix).toMatchObject(expected)
    const end = fix.start + fix.original.length
    expect(QUOTE.slice(0, fix.start) + fix.proposed + QUOTE.slice(end)).toBe(typed)
    expect(QUOTE.slice(fix.start, end)).toBe(fix.original)
  })

  test('lines that a browser sends as CRLF are no change', () => {
    expect(() => smallestFix('One.\n\nTwo.', 'One.\r\n\r\nTwo.')).toThrow(Invalid)
  })

  test.each([
    ['aa aa aa', 'aa aa'],
    ['aa', 'aa aa'],
    ['a', 'b'],
    ['', 'new words'],
    ['مرحبا بكم هنا', 'مرحبا هنا'],
  ])('turns “%s” into “%s”', (was, typed) => {
    const { start, original, proposed } = smallestFix(was, typed)
    expect(was.slice(0, start) + proposed + was.slice(start + original.length)).toBe(typed)
  })
})

describe('the key of a wording with a fix in it', () => {
  const spansOf = (text: string) =>
    [...text.matchAll(/\[\d+\]/g)].map(({ index, 0: label }) => ({ start: index, end: index + label.length }))
  const keyOf = (text: string, notes: string[]) =>
    wordingKey(text, { start: 0, end: text.length }, spansOf(text), notes)
  const withFix = (text: string, original: string, proposed: string, notes: string[]) => {
    const start = text.indexOf(original)
    const claim = { start: 0, end: text.length }
    return wordingKeyWith(
      { start, end: start + original.length, proposed },
      text,
      claim,
      spansOf(text),
      notes,
    )
  }
  const TEXT = 'On 3 May[1] the lock opened,[2] and ninety boats passed[3]'
  const NOTES = ['a log', 'a gazette', 'a diary']

  test.each([
    ['before every marker', '3 May', '4 May'],
    ['between markers', 'lock', 'old lock'],
    ['round a marker', 'opened,[2] and ninety', 'closed[2] when twelve'],
    ['round all of them', TEXT, 'Never[1] did[2] it open[3] again'],
  ])('%s is the key of the text that has it', (_, original, proposed) => {
    expect(withFix(TEXT, original, proposed, NOTES)).toBe(keyOf(TEXT.replace(original, proposed), NOTES))
  })

  test('there is none where a marker goes, is cut or changes its place', () => {
    expect(withFix(TEXT, 'opened,[2] and', 'opened and', NOTES)).toBeNull()
    expect(withFix(TEXT, 'opened,[2', 'opened,', NOTES)).toBeNull()
    expect(withFix(TEXT, 'opened,[2] and ninety boats passed[3]', 'opened[3] and[2]', NOTES)).toBeNull()
  })
})
