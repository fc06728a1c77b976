import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { ReadClaim, ReadDocument } from '../../src/reading/document.ts'
import type { Figure } from './figure.ts'
import { shared, stet } from './scorer.ts'

const seeds = join(shared, 'seeds')
const MISSING = ['1', '5', '27', '28', '29', '30', '31', '33', '40', '48', '64', '66', '69']
const WORKS_BY_NUMBER = ['16', '42', '56', '57', '60']

/** A row of expected.jsonl: how a careful reader hears the sentence that starts with these words. */
interface ExpectedRow {
  readonly starts: string
  readonly level: string
  readonly cues: readonly string[]
  readonly boosters?: readonly string[]
  readonly notes: readonly string[]
}

/** The truth about the seed text: its markers and notes, and the confidence of the expected sentences. */
export function seedFigures(): Figure[] {
  const file = readdirSync(seeds).find((name) => name.endsWith('.txt')) ?? ''
  const read = JSON.parse(stet('read', join(seeds, file), '--format', 'json')) as ReadDocument
  return [structure(read), expectedRows(read)]
}

function structure(read: ReadDocument): Figure {
  const misses = Object.entries(structureFacts(read))
    .filter(([, holds]) => !holds)
    .map(([fact]) => fact)
  const count = Object.keys(structureFacts(read)).length
  return {
    name: 'seed, markers and notes',
    value: count - misses.length,
    target: count,
    unit: `of ${count} facts`,
    misses,
  }
}

function structureFacts(read: ReadDocument): Record<string, boolean> {
  const numbered = read.markers.filter(({ label }) => /^\d+$/.test(label))
  const notes = read.notes.filter(({ label }) => /^\d+$/.test(label))
  const missing = numbered.filter(({ note }) => note === null).map(({ label }) => label)
  const called = new Set(read.markers.map(({ note }) => note))
  const noteOf = (label: string): string => {
    const note = notes.find((n) => n.label === label)
    return note === undefined ? '' : read.text.slice(note.start, note.end)
  }
  return {
    'markers 1 to 70 in order, each once':
      numbered.map(({ label }) => label).join() ===
      Array.from({ length: 70 }, (_, i) => String(i + 1)).join(),
    '57 notes': notes.length === 57,
    'the thirteen labels without a note': missing.join() === MISSING.join(),
    'every note is called': read.notes.every((_, i) => called.has(i)),
    'every marker stands in exactly one claim': read.markers.every((_, i) => claimsOf(read, i) === 1),
    'note 60 goes on over its second paragraph': noteOf('60').includes('9505'),
    'note 57 names over a dozen works': (notes.find((n) => n.label === '57')?.citations.length ?? 0) > 12,
    'page furniture is in no note': !read.notes.some((note) =>
      read.text.slice(note.start, note.end).includes('Share this Report'),
    ),
    'works named by number are read': WORKS_BY_NUMBER.every(
      (label) =>
        notes.find((n) => n.label === label)?.citations.some(({ csl }) => csl.number !== undefined) === true,
    ),
    'a claim of three notes has three scopes': hasScopes(read, ['2', '3', '4']),
    'a claim of four notes has four scopes': hasScopes(read, ['58', '59', '60', '61']),
  }
}

/** In how many claims a numbered marker stands; a marker in a byline or a heading counts as placed. */
function claimsOf(read: ReadDocument, marker: number): number {
  if (!/^\d+$/.test(read.markers[marker]!.label)) return 1
  return read.claims.filter((claim) => claim.notes.some((note) => note.marker === marker)).length
}

const labelsOf = (read: ReadDocument, claim: ReadClaim): string[] =>
  claim.notes.map(({ marker }) => read.markers[marker]!.label)

function hasScopes(read: ReadDocument, labels: readonly string[]): boolean {
  const claim = read.claims.find((c) => labelsOf(read, c).join() === labels.join())
  return (
    claim !== undefined &&
    new Set(claim.notes.map(({ scope }) => `${scope.start}-${scope.end}`)).size === labels.length
  )
}

function expectedRows(read: ReadDocument): Figure {
  const rows = readFileSync(join(seeds, 'expected.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as ExpectedRow)
  const misses = rows.flatMap((row) => differences(read, row))
  const right = rows.filter((row) => differences(read, row).length === 0).length
  return {
    name: 'seed, expected sentences',
    value: right,
    target: rows.length,
    unit: `of ${rows.length} rows`,
    misses,
  }
}

function differences(read: ReadDocument, row: ExpectedRow): string[] {
  const claim = read.claims.find(({ quote }) => quote.replace(/\s+/g, ' ').startsWith(row.starts))
  if (claim === undefined) return [`no claim starts "${row.starts}"`]
  const { level, cues, boosters } = claim.confidence
  const found = [
    ['level', level, row.level],
    ['cues', cues.map(({ text }) => text).join('; '), row.cues.join('; ')],
    ['boosters', boosters.map(({ text }) => text).join('; '), (row.boosters ?? []).join('; ')],
    ['notes', labelsOf(read, claim).join(), row.notes.join()],
  ] as const
  return found
    .filter(([, got, want]) => got !== want)
    .map(([what, got, want]) => `"${row.starts.slice(0, 40)}…" ${what}: "${got}", wanted "${want}"`)
}
