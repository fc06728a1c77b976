import { NUMBERED } from './entities.ts'
import { Phrases } from './phrases.ts'
import { phrasesOf, readData, wordsOf } from './read-data.ts'
import type { Token } from './tokens.ts'

const data = readData('dates.json') as Readonly<Record<string, string>>
const BEFORE = new Set(wordsOf(data['before'] ?? ''))
const BEFORE_COUNTS = new Set(wordsOf(data['beforeCounts'] ?? ''))
const clock = new Phrases<true>('lower').addAll(phrasesOf(data['clock'] ?? ''), true)
const eras = new Phrases<true>('lower').addAll(phrasesOf(data['eras'] ?? ''), true)
export const DASHES = '-–—/'

export const isYear = (token: Token | undefined): boolean =>
  token?.kind === 'number' && /^(?:1[4-9]|20)\d\d$/.test(token.words)

/** "2006", "2021–2023", "1990s", "the 19th century", "44 BC". A bare year needs something that tells it from a count. */
export function yearsAt(tokens: readonly Token[], at: number): number | null {
  const era = tokens[at]?.kind === 'number' ? eras.at(tokens, at + 1) : null
  if (era) return era.end
  if (isCentury(tokens, at)) return tokens[at]?.kind === 'number' ? at + 3 : at + 2
  if (!isYear(tokens[at]) || isCounted(tokens, at)) return null
  const next = tokens[at + 1]
  if (next?.lower === 's' && next.touches) return at + 2
  const isRange =
    next !== undefined && DASHES.includes(next.words) && next.touches && tokens[at + 2]?.touches === true
  if (isRange && (isYear(tokens[at + 2]) || /^\d\d$/.test(tokens[at + 2]?.words ?? ''))) return at + 3
  return at + 1
}

function isCentury(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.kind === 'number' ? at + 1 : at
  return (
    tokens[word + 1]?.lower.startsWith('centur') === true &&
    /(?:th|st|nd|rd|first|second|third)$/.test(tokens[word]?.lower ?? '')
  )
}

/** Whether four digits count something: by what touches them, by the word before, or by a plural that they stand before. */
function isCounted(tokens: readonly Token[], at: number): boolean {
  const [before, next] = [tokens[at - 1], tokens[at + 1]]
  if (tokens[at]?.touches === true && before?.kind === 'mark' && !`(${DASHES}`.includes(before.words))
    return true
  if (next?.words === '%' || (next?.touches === true && next.kind !== 'mark' && next.lower !== 's'))
    return true
  if (before !== undefined && (BEFORE_COUNTS.has(before.lower) || NUMBERED.has(before.words))) return true
  if (before?.lower === 'to' && /^(?:up|close)$/.test(tokens[at - 2]?.lower ?? '')) return true
  const isAnnounced = before !== undefined && BEFORE.has(before.lower)
  return !isAnnounced && isPlural(next)
}

const isPlural = (token: Token | undefined): boolean =>
  token?.kind === 'word' && /[^s]s$/.test(token.lower) && !/^(?:was|has|is|its|as|this)$/.test(token.lower)

/** "3 p.m.", "06:30". */
export function clockAt(tokens: readonly Token[], at: number): number | null {
  const [hours, colon, minutes] = [tokens[at], tokens[at + 1], tokens[at + 2]]
  if (hours?.kind !== 'number' || !/^\d{1,2}$/.test(hours.words)) return null
  const isTime = colon?.words === ':' && colon.touches && isMinutes(minutes)
  const end = isTime ? at + 3 : at + 1
  return clock.at(tokens, end)?.end ?? (isTime && Number(hours.words) < 24 ? end : null)
}

const isMinutes = (token: Token | undefined): boolean =>
  token?.touches === true && /^[0-5]\d$/.test(token.words)
