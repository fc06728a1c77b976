import { readFileSync } from 'node:fs'
import type { Span } from '../../text/span.ts'
import { findLocator, type Locator } from './locator.ts'
import { matchesOf } from './matches.ts'

/**
 * A citation that repeats an earlier one. `previous`: the work cited just before ("Ibid."); `work`: one named by words of its
 * own ("Boer, op. cit."), which are `head`; `note`: what a note cites ("see note 12", "Boer, supra note 4").
 * Spans are UTF-16 code units into the text that was searched.
 */
export interface BackReference extends Span {
  readonly kind: 'previous' | 'work' | 'note'
  /** The words that name the work, before the short form; may be empty. */
  readonly head: string
  /** The label of the note, for `note`. */
  readonly label?: string
  /** Page or section, as printed. */
  readonly locator?: string
}

interface Words {
  readonly previous: readonly string[]
  readonly named: readonly string[]
  readonly leads: readonly string[]
  readonly note: readonly string[]
  readonly after: readonly string[]
  readonly foreign: readonly string[]
  readonly and: readonly string[]
}

const words = JSON.parse(readFileSync(new URL('./back-references.json', import.meta.url), 'utf8')) as Words
/** Longest first, so that "see also" is not read as "see". A full stop of an abbreviation may have a space after it. */
const oneOf = (list: readonly string[]): string =>
  [...list]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll('. ', '\\.\\s?'))
    .join('|')

/** Refuses most notes at once. */
const MAY_REPEAT =
  /[Ii]b[.ií]|[Ii]d[.e]|bd\.|bda\.|benda|cit\b|O\.|c\.|supra|infra|[Nn]ot[ea]|noot|[Aa]nm\.|[Ff]n|Fußn|nn?\. \d|[SI](?:UPRA|NFRA)/
/** At the beginning, after what ends a citation, after "see" or "in". */
const previous = new RegExp(
  `(?<=^\\s{0,9}|[.;:(—–]\\s{0,2}|\\b(?:see|cf\\.|also|vgl\\.|siehe|in|and|und)\\s)(?:${oneOf(words.previous)})(?![\\p{L}\\d])\\.?`,
  'giu',
)
const named = new RegExp(`(?<![\\p{L}\\d])(?:${oneOf(words.named)})(?![\\p{L}\\d])\\.?`, 'gu')
const list = `(\\d{1,4})(?:\\s?(?:,|&|[-–]|${oneOf(words.and)})\\s?(\\d{1,4}))?(?!\\d|[.,]\\d)`
const foreign = `(?!\\s(?:${oneOf(words.foreign)})\\s)`
const noteWord = `(?:${oneOf(words.note)})\\.?\\s`
const led = `(?<![\\p{L}\\d])(?:(?:${oneOf(words.leads)})\\.?,?\\s){1,3}${noteWord}${list}${foreign}(?:\\s(?:${oneOf(words.after)})(?!\\p{L}))?`
const followed = `(?<![\\p{L}\\d])${noteWord}${list},?\\s(?:${oneOf(words.after)})(?!\\p{L})`
const noted = new RegExp(`${led}|${followed}`, 'giu')
/** Refuses what names no note by its number, in a text with none of which `noted`, a costly pattern, is never compiled. */
const MAY_NAME_NOTE = new RegExp(`(?:^|[^a-z\\d])${noteWord}\\d`, 'iu')

/** Characters before a short form in which the author and title may stand. */
const REACH = 160

/** Every back-reference of a note's text, in order, none overlapping another. */
export function findBackReferences(text: string): BackReference[] {
  if (!MAY_REPEAT.test(text)) return []
  const found = [...notedIn(text), ...namedIn(text), ...previousIn(text)].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  )
  let end = 0
  return found.filter((one) => {
    const free = one.start >= end
    if (free) end = one.end
    return free
  })
}

function previousIn(text: string): BackReference[] {
  return matchesOf(previous, text).flatMap((match) => {
    const locator = findLocator(text, match.index + match[0].length)
    const isAuthor = /^id/i.test(match[0]) && !endsCitation(text, locator.end)
    if (isAuthor || match[0].startsWith('ID')) return []
    return [{ kind: 'previous', head: '', start: match.index, ...located(locator) }]
  })
}

/** "Id., Harbour Dues" repeats an author, not a work. */
const endsCitation = (text: string, at: number): boolean =>
  /^[\s.,]*(?:$|[;()[—–"“]|\p{Lu})/u.test(text.slice(at, at + 12)) && !/^[\s.]*,/.test(text.slice(at, at + 3))

function namedIn(text: string): BackReference[] {
  return matchesOf(named, text).flatMap((match) => {
    const { head, start } = headBefore(text, match.index)
    const last = match.index + match[0].length
    if (
      head === '' ||
      (match[0].startsWith('supra') && /^\s(?:n|fn|note|foot|p)/.test(text.slice(last, last + 5)))
    )
      return []
    return [{ kind: 'work', head, start, ...located(findLocator(text, last)) }]
  })
}

function notedIn(text: string): BackReference[] {
  if (!MAY_NAME_NOTE.test(text)) return []
  return matchesOf(noted, text).flatMap((match) => {
    const { head, start } = /^(?:supra|infra)/i.test(match[0])
      ? headBefore(text, match.index)
      : { head: '', start: match.index }
    const first = match[1] ?? match[3] ?? ''
    const second = match[2] ?? match[4]
    const locator = findLocator(text, match.index + match[0].length)
    const one: BackReference = { kind: 'note', head, label: first, start, ...located(locator) }
    return second === undefined ? [one] : bothOf(text, one, second)
  })
}

/** "notes 12 and 13": each label is a reference of its own; of "notes 12–15" the ends are. */
function bothOf(text: string, one: BackReference, second: string): BackReference[] {
  const label = one.label ?? ''
  const middle = text.indexOf(label, one.start) + label.length
  const start = text.indexOf(second, middle)
  return [
    { ...one, end: middle },
    { kind: 'note', head: '', label: second, start, end: one.end },
  ]
}

const located = ({ end, locator }: Locator): { end: number; locator?: string } =>
  locator === undefined ? { end } : { end, locator }

/** The words between the end of the citation before and the short form at `at`: author, title, year. */
function headBefore(text: string, at: number): { head: string; start: number } {
  const from = Math.max(0, at - REACH)
  const before = text.slice(from, at)
  const opening =
    /^[\s\S]*(?:;|(?:\p{Ll}{2}|\d|\))\.\s+(?=\p{Lu})|\b(?:[Ss]ee|[Cc]f\.|[Ss]ee also|[Vv]gl\.|[Ss]iehe|[Vv]oir|(?:[Qq]uoted|[Cc]ited) in)\s+)/u.exec(
      before,
    )
  const rest = before.slice(opening?.[0].length ?? 0)
  const blanks = rest.length - rest.trimStart().length
  return { head: rest.trim().replace(/[\s,]+$/, ''), start: from + (opening?.[0].length ?? 0) + blanks }
}
