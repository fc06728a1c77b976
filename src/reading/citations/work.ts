import type { CslItem } from '../document.ts'
import type { Span } from '../../text/span.ts'
import type { Address } from './addresses.ts'
import type { FoundDate } from './dates.ts'
import { readLaw } from './law.ts'
import { tidy, within, type NoteText } from './note-text.ts'
import { readHead } from './outlet.ts'
import { readReference } from './references.ts'
import { isProse } from './prose.ts'
import { readScholarly } from './scholarly.ts'
import type { SeriesNumber } from './series.ts'

/** A piece of a note with the firm points that lie in it. Spans from the note's start. */
interface Parts extends Span {
  readonly text: string
  readonly masked: string
  readonly address: Address | undefined
  readonly doi: string | undefined
  readonly date: FoundDate | undefined
  readonly accessed: boolean
  readonly series: SeriesNumber | undefined
  readonly quote: Span | undefined
}

/** The work that a piece of a note names, or null when the piece shows no sign of naming one. */
export function readWork(note: NoteText, piece: Span): CslItem | null {
  const parts = partsOf(note, piece)
  if (isDateOnly(note, parts)) return complete({ type: 'article-newspaper' }, parts)
  const law = readLaw(parts.text)
  if (law) return law.csl
  const scholarly = readScholarly(note, piece)
  if (scholarly) return scholarly
  const described = readSeriesWork(note, parts) ?? readTitled(note, parts) ?? readDated(note, parts)
  if (described) return complete(described, parts)
  return parts.address ? complete({ type: 'webpage' }, parts) : null
}

/** Nothing but a date to the day, the form in which newspapers are cited, with the outlet lost. */
const isDateOnly = (note: NoteText, { start, end, date }: Parts): boolean =>
  date?.parts[0]?.length === 3 &&
  /^[\s,.]*$/.test(note.masked.slice(start, date.start) + note.masked.slice(date.end, end))

function partsOf(note: NoteText, piece: Span): Parts {
  const addresses = within(note.addresses, piece)
  const dates = within(note.dates, piece)
  const numbered = within(note.series, piece)
  const series = numbered.find((one) => one.name === 'RFC') ?? numbered[0]
  const issued = dates.filter((date) => !date.access)
  return {
    start: piece.start,
    end: piece.end,
    text: note.text.slice(piece.start, piece.end),
    masked: note.masked.slice(piece.start, piece.end),
    address: addresses.find((one) => one.url !== undefined) ?? addresses[0],
    doi: addresses.find((one) => one.doi !== undefined)?.doi,
    date: series ? issued.at(-1) : issued[0],
    accessed: dates.length > issued.length,
    series,
    quote: within(note.quotes, piece)[0],
  }
}

function readSeriesWork(note: NoteText, parts: Parts): CslItem | null {
  if (!parts.series) return null
  const { name, number, start, end } = parts.series
  const titleEnd =
    parts.date && parts.date.start > end ? parts.date.start : (parts.address?.start ?? parts.end)
  const quoted = parts.quote ? titleOf(note, parts.quote) : null
  const after = tidy(note.text.slice(end, Math.max(end, titleEnd))).replace(/\.$/, '')
  const authors = start > parts.start ? readReference(parts.text, parts.masked, quoted) : null
  const title = quoted ?? (authors ? (authors.title ?? '') : /^[\p{Lu}\d'‘¿]/u.test(after) ? after : '')
  return {
    type: /^(?:RFC|BCP|STD)$/.test(name) ? 'standard' : 'report',
    ...(title === '' || title.length > 2 * LONGEST_TITLE ? {} : { title }),
    ...(authors?.author ? { author: authors.author } : {}),
    'collection-title': name,
    number,
  }
}

/** A title in quotation marks, or a scholarly reference. */
function readTitled(note: NoteText, parts: Parts): CslItem | null {
  const quoted = parts.quote ? titleOf(note, parts.quote) : null
  const reference = readReference(parts.text, parts.masked, quoted)
  if (reference) return withContainer(reference, note, parts)
  if (parts.quote === undefined || quoted === null) return null
  const before = note.masked.slice(parts.start, parts.quote.start)
  if (!/^[^\p{L}\d\uE000]*$|[,.:)]\s*$/u.test(before)) return null
  const opens = !/[\p{L}\d\uE000]/u.test(before)
  const titled = withContainer(
    { type: webType(parts), title: quoted, ...wikiAuthor(note, parts) },
    note,
    parts,
  )
  const dated = parts.date !== undefined || parts.accessed || parts.address !== undefined
  return dated || (opens && titled['container-title'] !== undefined) ? titled : null
}

const webType = (parts: Parts): string =>
  parts.accessed || (parts.address && parts.date === undefined)
    ? 'webpage'
    : parts.date?.parts[0]?.length === 3
      ? 'article-newspaper'
      : 'document'

/** "Boer, Nina (May 6, 2003). "Title"": the date in brackets right after it makes a family and a given name sure. */
function wikiAuthor(note: NoteText, parts: Parts): Partial<CslItem> {
  const head = note.text.slice(parts.start, parts.date?.start ?? parts.start)
  const match = /^\s*(\p{Lu}[\p{L}'’-]+), (\p{Lu}[\p{L}.'’ -]{0,40}) \($/u.exec(head)
  return match ? { author: [{ family: match[1] ?? '', given: match[2] ?? '' }] } : {}
}

function withContainer(csl: CslItem, note: NoteText, parts: Parts): CslItem {
  if (csl['container-title'] !== undefined || parts.quote === undefined) return csl
  const after = note.masked.slice(parts.quote.end, Math.min(parts.end, parts.quote.end + 160))
  const match =
    /^[\s.,:–—-]*(?:[Ii]n:? )?([\p{L}\d][^,.;:()\uE000\uE001]{1,80}(?:\.\p{L}[^,.;:()\uE000\uE001\s]{1,20}){0,3})(?=[,.;:(\uE000]|\s*$)/u.exec(
      after,
    )
  const container = tidy(
    (match?.[1] ?? '').replace(/^(?:The )?(?:Retrieved|Accessed|Archived|Available|Last)\b.*/, ''),
  )
  const reach = parts.quote.end + (match?.[0].length ?? 0)
  const overDate = parts.date && parts.date.start >= parts.quote.end && parts.date.start < reach
  if (container === '' || overDate || !isContainer(container)) return csl
  return { ...csl, 'container-title': container }
}

/** A name in capitals, an address without its scheme, or a short name in small letters ("harbour blog"). */
const isContainer = (part: string): boolean =>
  part.split(' ').length <= (/^\p{Ll}/u.test(part) ? 3 : 12) &&
  !isProse(part) &&
  /\p{L}{2}/u.test(part) &&
  !/^(?:Work in Progress|Part|Vol|No|Chapter|Section|DOI|ISBN|See|At|In)\b/i.test(part)

/** An outlet with a date, or the date alone: "Telegram, channel, May 4, 2022", ", October 27, 2023". */
function readDated(note: NoteText, parts: Parts): CslItem | null {
  if (!parts.date || parts.quote) return null
  const tail = note.masked.slice(parts.date.end, parts.end)
  if (
    !/^[\s,.;:)]{0,20}(?:(?:at )?pp?\. ?[\d–-]{1,20}|at [\d–-]{1,20})?[\s,.;:)]{0,20}(?:\uE000|\(?(?:retrieved|accessed|archived|available)\b|$)/i.test(
      tail,
    )
  )
    return null
  const head = note.masked
    .slice(parts.start, parts.date.start)
    .replace(/[\uE000\s,;(]+/g, (run) => (run.includes('\uE000') ? ' ' : run))
  return readHead(head.replace(/\($/, ''), parts.date.parts[0]?.length === 3)
}

function complete(csl: CslItem, { date, address, doi }: Parts): CslItem {
  return {
    ...csl,
    ...(date ? { issued: { 'date-parts': date.parts } } : {}),
    ...(address?.url === undefined ? {} : { URL: address.url }),
    ...(doi === undefined ? {} : { DOI: doi }),
  }
}

/** Longer than this a quotation is what somebody said, no title. */
const LONGEST_TITLE = 250

/** The words between a quotation's marks, without the comma or full stop that American style sets inside them. */
function titleOf(note: NoteText, quote: Span): string | null {
  const title = tidy(note.text.slice(quote.start + 1, quote.end - 1)).replace(/(?<!\.)\.$/, '')
  return /\p{L}/u.test(title) && title.length <= LONGEST_TITLE ? title : null
}
