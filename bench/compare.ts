import search from 'approx-string-match'
import { compareDocuments } from '../src/reading/compare/compare-documents.ts'
import type { Comparison } from '../src/reading/compare/comparison.ts'
import type { ReadDocument } from '../src/reading/document.ts'
import { readDocument } from '../src/reading/read-document.ts'
import type { Measured } from './support/figures.ts'
import { revision } from './support/revised-text.ts'

const SENTENCES = 5000
/** How many of the lost sentences are looked for approximately; the time of all is reckoned from them. */
const SAMPLE = 25

/** Comparing two drafts of a megabyte, against looking for each lost sentence with an approximate search. */
export async function benchCompare(): Promise<readonly Measured[]> {
  const { old, next } = revision(SENTENCES)
  const [oldRead, newRead] = [await read(old), await read(next)]
  const ours = cpuOf(() => compareDocuments(oldRead, newRead))
  const theirs = searchSeconds(oldRead, newRead.text)
  return [
    {
      name: 'CPU time of comparing two drafts of 5,000 sentences',
      value: ours.seconds,
      unit: 's',
      target: { max: 1 },
      detail: `${(old.length / 1_000_000).toFixed(2)} MB each; ${countsOf(ours.value)}`,
    },
    {
      name: 'comparing, faster than approx-string-match on the sentences that are not found as they were',
      value: theirs.seconds / ours.seconds,
      unit: 'times',
      target: { min: 15 },
      detail: `${theirs.lost} lost sentences, ${theirs.seconds.toFixed(1)} s reckoned from ${SAMPLE} of them`,
    },
  ]
}

const read = (text: string): Promise<ReadDocument> =>
  readDocument(new TextEncoder().encode(text), { name: 'draft.txt', type: 'text' })

function cpuOf<Value>(work: () => Value): { readonly seconds: number; readonly value: Value } {
  const before = process.cpuUsage()
  const value = work()
  const { user, system } = process.cpuUsage(before)
  return { seconds: (user + system) / 1_000_000, value }
}

/** What a tool needs that looks for every sentence as it was and for the others with up to a quarter of errors. */
function searchSeconds(old: ReadDocument, text: string): { readonly seconds: number; readonly lost: number } {
  const quotes = old.sentences.map(({ start, end }) => old.text.slice(start, end))
  const lost = quotes.filter((quote) => !text.includes(quote))
  const every = Math.max(1, Math.floor(lost.length / SAMPLE))
  const sample = lost.filter((_, index) => index % every === 0).slice(0, SAMPLE)
  const { seconds } = cpuOf(() => sample.map((quote) => search(text, quote, Math.floor(quote.length / 4))))
  return { seconds: (seconds / sample.length) * lost.length, lost: lost.length }
}

function countsOf({ passages, added }: Comparison): string {
  const count = (status: string): string =>
    `${passages.filter((passage) => passage.status === status).length} ${status}`
  return [...['unchanged', 'moved', 'edited', 'deleted'].map(count), `${added.length} added`].join(', ')
}
