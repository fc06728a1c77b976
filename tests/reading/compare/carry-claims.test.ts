import { expect, test } from 'vitest'
import { carryClaims } from '../../../src/reading/compare/carry-claims.ts'
import { compareDocuments } from '../../../src/reading/compare/compare-documents.ts'
import type { ReadDocument } from '../../../src/reading/document.ts'
import { readDocument } from '../../../src/reading/read-document.ts'

const read = (text: string): Promise<ReadDocument> => readDocument(Buffer.from(text), { name: 'report.txt' })

/** What the claims of one text became in another: `+` moved, then the words; a new one behind `*`, an orphan behind `-`. */
async function carried(before: string, after: string): Promise<string[]> {
  const [old, next] = [await read(before), await read(after)]
  return shown(old.claims, old, next)
}

function shown(
  claims: readonly { start: number; end: number; quote: string }[],
  old: ReadDocument,
  next: ReadDocument,
): string[] {
  const { placed, orphaned, fresh } = carryClaims(claims, compareDocuments(old, next), next)
  for (const { claim } of [...placed, ...fresh.map((claim) => ({ claim }))])
    expect(next.text.slice(claim.start, claim.end)).toBe(claim.quote)
  return [
    ...placed.map(({ claim, moved }) => `${moved ? '+' : ''}${claim.quote}`),
    ...orphaned.map(({ quote }) => `-${quote}`),
    ...fresh.map(({ quote }) => `*${quote}`),
  ]
}

const LAMP =
  'The lamp was lit in May 1904.[1] The keeper signed the log twice that night. Two ships were lost.\n'
const NOTES = '\nNotes\n\n[1] Coast Gazette, 4 May 1904.\n'

test('a claim stands on its words where other sentences came before it', async () => {
  expect(
    await carried(LAMP + NOTES, `A storm had been announced by the harbour office.\n\n${LAMP}${NOTES}`),
  ).toEqual([
    'The lamp was lit in May 1904.',
    'The keeper signed the log twice that night.',
    'Two ships were lost.',
    '*A storm had been announced by the harbour office.',
  ])
})

test('a claim goes with its edited sentence, one that was cut has no place', async () => {
  const after = LAMP.replace('May 1904', 'June 1905').replace(' Two ships were lost.', '')
  expect(await carried(LAMP + NOTES, after + NOTES)).toEqual([
    'The lamp was lit in June 1905.',
    'The keeper signed the log twice that night.',
    '-Two ships were lost.',
  ])
})

test('claims whose sentences were joined keep to their own parts', async () => {
  const after = LAMP.replace('that night. Two', 'that night, and two')
  const result = await carried(LAMP + NOTES, after + NOTES)
  expect(result).toHaveLength(3)
  expect(result[1]).toMatch(/^The keeper signed the log twice that night/)
  expect(result[2]).toMatch(/two ships were lost\.$/)
})

test('a claim on a part of a sentence stays on that part, and is not put on other words', async () => {
  const [old, next, changed] = [
    await read(LAMP + NOTES),
    await read(`The yard was closed.\n\n${LAMP}${NOTES}`),
    await read(LAMP.replace('signed the log twice', 'wrote in the log') + NOTES),
  ]
  const quote = 'signed the log twice'
  const start = old.text.indexOf(quote)
  const part = { start, end: start + quote.length, quote }
  expect(shown([part], old, next)[0]).toBe(quote)
  expect(shown([part], old, changed)[0]).toBe(`-${quote}`)
})

test('a claim takes its notes from the new text', async () => {
  const [old, next] = [
    await read(LAMP + NOTES),
    await read(LAMP.replace('[1]', '').replace('lost.', 'lost.[1]') + NOTES),
  ]
  const { placed } = carryClaims(old.claims, compareDocuments(old, next), next)
  expect(placed.map(({ claim }) => claim.notes.length)).toEqual([0, 0, 1])
})

test('no two claims stand on the same words, and none is lost, whatever was changed', async () => {
  const sentences = Array.from(
    { length: 40 },
    (_, i) => `Ship ${i} came into port ${40 - i} with ${i * 3} crates.`,
  )
  const old = await read(sentences.join(' '))
  const next = await read(
    [
      ...sentences.slice(20, 30),
      ...sentences.slice(0, 18).map((s) => s.replace('came', 'went')),
      'Nobody counted.',
    ].join(' '),
  )
  const { placed, orphaned } = carryClaims(old.claims, compareDocuments(old, next), next)
  expect(placed.length + orphaned.length).toBe(old.claims.length)
  const spans = placed.map(({ claim }) => claim).toSorted((a, b) => a.start - b.start)
  spans.forEach(({ start }, i) => expect(start).toBeGreaterThanOrEqual(spans[i - 1]?.end ?? 0))
})

test('a year before a marker that came back as plain text stays in its own claim', async () => {
  const before =
    'The keeper came again in May 1910.[7] In June he left the tower for good.\n\nNotes\n\n[7] Coast Gazette, 4 May 1910.\n'
  const after = 'The keeper came again in May 1910.[7] In June he left the tower for good.\n'
  expect(await carried(before, after)).toEqual([
    'The keeper came again in May 1910.[7]',
    'In June he left the tower for good.',
  ])
})
