import { readFileSync } from 'node:fs'
import type { Span } from '../../text/span.ts'
import { matchesOf } from './matches.ts'

/** A document named by its place in a series, "Harbour Desk Briefing No. 12". The span covers name and number. */
export interface SeriesNumber extends Span {
  readonly name: string
  readonly number: string
}

interface SeriesWords {
  readonly numbered: readonly string[]
  readonly joiners: readonly string[]
  readonly notNames: readonly string[]
}

const words = JSON.parse(readFileSync(new URL('./series.json', import.meta.url), 'utf8')) as SeriesWords
const joiners = new Set(words.joiners)
const notNames = new Set(words.notNames)
const number = '([A-Z]{0,4}-?\\d[\\w/-]{0,30}(?:\\.\\d{1,6})?)'
const bySign = new RegExp(`\\b(?:No\\.?|Nr\\.?|№|#)\\s?${number}`, 'g')
const byName = new RegExp(`\\b(${words.numbered.join('|')}):?\\s${number}`, 'g')
/** Characters before "No." in which the series may be named. */
const REACH = 90

/** Numbered documents of `text`, in order. A number without a name before it ("Vol. 3, No. 9") is none. */
export function findSeries(text: string): SeriesNumber[] {
  const found = [...signed(text), ...named(text)].sort((a, b) => a.start - b.start)
  return found.filter((one, i) => i === 0 || one.start >= (found[i - 1]?.end ?? 0))
}

const signed = (text: string): SeriesNumber[] =>
  matchesOf(bySign, text).flatMap((match) => {
    const start = nameStart(text, match.index)
    const name = text.slice(start, match.index).trim().replace(/\s+/g, ' ')
    return name === '' ? [] : [{ start, end: match.index + match[0].length, name, number: match[1] ?? '' }]
  })

const named = (text: string): SeriesNumber[] =>
  matchesOf(byName, text).map((match) => {
    const nameEnd = match.index + (match[1]?.length ?? 0)
    const start = isAcronym(match[1]) ? match.index : nameStart(text, nameEnd)
    const name = text.slice(start, nameEnd).replace(/\s+/g, ' ')
    return { start, end: match.index + match[0].length, name, number: match[2] ?? '' }
  })

const isAcronym = (name = ''): boolean => name === name.toUpperCase()

/** Walks back from `at` over capitalised words and what joins them. */
function nameStart(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - REACH), at)
  let start = at
  for (const match of matchesOf(/\S+/g, before).reverse()) {
    const word = match[0]
    if (/[,;:)]$/.test(word) || notNames.has(word) || !/^[A-Z&\p{Lu}]/u.test(word)) {
      if (!joiners.has(word)) break
      continue
    }
    if (word.endsWith('.') && !/^(?:[A-Z]\.)+$/.test(word)) break
    start = at - before.length + match.index
  }
  return start
}
