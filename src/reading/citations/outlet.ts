import type { CslItem } from '../document.ts'
import {
  channelName,
  genreType,
  isBody,
  isBroadcaster,
  isChannel,
  isPlatform,
  readReportLead,
} from './media.ts'
import { tidy } from './note-text.ts'
import { isProse } from './prose.ts'

/** A title has at least this many words; shorter parts name outlets, agencies and places. */
const TITLE_WORDS = 4
const OUTLET_WORDS = 9

/**
 * Reads what stands before a date, without quotation marks in it: "Telegram, hamasps", "Press Release, Harbour Board",
 * "Al-Akhbar (Lebanon)". Null when it reads like prose or like nothing known; an empty item for an empty head.
 */
export function readHead(head: string, datedToTheDay: boolean): CslItem | null {
  const dated = datedToTheDay ? 'article-newspaper' : 'document'
  const whole = tidy(head).replace(/(?<=\p{L}{4})\.$/u, '')
  if (whole === '') return { type: dated }
  const lead = readReportLead(whole)
  if (lead) return { type: 'report', publisher: lead.publisher, title: lead.title }
  if (isProse(whole) || whole.length > 400) return null
  const parts = whole
    .split(/,|(?<=\p{Ll}{5})\.(?= \p{Lu})/u)
    .map(tidy)
    .filter((part) => part !== '')
  return readPost(parts) ?? readGenre(parts) ?? readIssued(parts) ?? readOutlet(parts, dated)
}

function readPost(parts: readonly string[]): CslItem | null {
  const [first = '', second] = parts
  if (isChannel(first)) return { type: 'post', 'container-title': first, medium: channelName(first) }
  if (!isPlatform(first) || parts.length > 3) return null
  return {
    type: 'post',
    'container-title': first,
    medium: first,
    ...(second === undefined ? {} : { author: [{ literal: second }] }),
  }
}

function readGenre(parts: readonly string[]): CslItem | null {
  const genre = parts.findIndex((part) => genreType(part) !== null)
  if (genre < 0 || parts.length > 3) return null
  const type = genreType(parts[genre] ?? '') ?? 'document'
  const medium = (parts[genre] ?? '').toLowerCase()
  const others = parts.filter((_, i) => i !== genre)
  const [body] = others
  if (body === undefined || others.length > 1 || !isName(body)) return { type, medium }
  return type === 'interview' || type === 'personal_communication' || type === 'speech'
    ? { type, medium }
    : { type, publisher: body, medium }
}

/** "Title, Office of Harbours, Ministry of Trade": from the first part that names a body, bodies. */
function readIssued(parts: readonly string[]): CslItem | null {
  const body = parts.findIndex((part, i) => i > 0 && isBody(part))
  if (body < 1 || !parts.slice(body).every(isCapitalised)) return null
  const isTitled = body === 1 || wordsOf(parts[0] ?? '') >= TITLE_WORDS - 1
  const title = isTitled ? { title: parts.slice(0, body).join(', ') } : {}
  return { type: 'document', ...title, publisher: parts.slice(body).join(', ') }
}

function readOutlet(parts: readonly string[], dated: string): CslItem | null {
  if (parts.length > 3 || !parts.every(isCapitalised)) return null
  const [first = '', ...others] = parts
  const outlet = others.at(-1)
  if (isName(first) && wordsOf(first) < TITLE_WORDS) return named(first, dated)
  if (outlet === undefined) return readAlone(first, dated)
  const title = [first, ...others].slice(0, -1).join(', ')
  return isName(outlet) ? { ...named(outlet, dated), title } : null
}

/** One part alone: a short one is an outlet, a long one a title unless it holds several sentences. */
function readAlone(part: string, dated: string): CslItem | null {
  if (wordsOf(part) < OUTLET_WORDS) return named(part, dated)
  return part.includes('. ') ? null : { type: 'document', title: part }
}

const named = (outlet: string, dated: string): CslItem =>
  isBroadcaster(outlet)
    ? { type: 'broadcast', 'container-title': outlet, medium: 'broadcast' }
    : { type: dated, 'container-title': outlet }

const wordsOf = (part: string): number => part.split(' ').length
const isName = (part: string): boolean => isCapitalised(part) && wordsOf(part) <= OUTLET_WORDS

/** Starts like a name, and most of its longer words do too. */
function isCapitalised(part: string): boolean {
  const long = part.split(/[\s(]+/).filter((word) => word.length > 3)
  const capital = long.filter((word) => !/^\p{Ll}/u.test(word)).length
  return (
    /^[\p{Lu}\d@]|^(?:al|el|an|ash|as)-/u.test(part) &&
    capital * 2 >= long.length &&
    !/^(?:On|In|At|As|The date|Since|By|From|Until)\b(?! [A-Z]\w+ [A-Z])/.test(part)
  )
}
