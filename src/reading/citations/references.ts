import type { CslItem } from '../document.ts'
import { genreType } from './media.ts'
import { matchesOf } from './matches.ts'
import { readAuthors } from './names.ts'
import { QUOTED, tidy } from './note-text.ts'

const afterAuthorsYear =
  /^[\s,.:]*(?:\(((?:1[4-9]|20)\d\d)[a-z]?(?:,[^()]{1,25})?\)|((?:1[4-9]|20)\d\d)[a-z]?)[\s.,:]+/
const anyYear = /[(,.:;]\s?((?:1[4-9]|20)\d\d)[a-z]?(?=[),.:;\s]|$)/g
const titleEnd =
  /[.?!](?<!\b(?:\p{L}|[Vv]ol|[Nn]o|Proc|Conf|Rec|pp|Ph\.D|vs)\.)(?=\s+[\p{Lu}\d(\uE000]|\s*$)/u
const imprint =
  /\(([^()]{2,80}?):\s*([^():]{2,80}),\s*((?:1[4-9]|20)\d\d)\)|(?:^|[.,]\s)(\p{Lu}[\p{L} ,.&/-]{1,50}?)\s?: (\p{Lu}[^:.,;()]{2,70}),? (?=\(?(?:1[4-9]|20)\d\d)/u
const fullName = /^(\p{Lu}[\p{L}'’-]+(?: \p{Lu}\.)?) (\p{Lu}[\p{L}'’-]+), (?=\S)/u
const journal =
  /^\s*(?:In:? )?(\p{Lu}[^,.;:()\d]{2,90}(?:\. ?\p{Lu}[^,.;:()\d]{0,30}){0,5}),?\.? (?:vol\. ?|v\. ?|no\. ?|\()?\d/iu
const inBook = /^\s*[Ii]n:? (?:Proc|(?!\p{Lu}\.))(\p{Lu}[^,;()]{4,160}?)(?=[,.;(]|$)/u
const proceedings = /\b(?:Proc(?:eedings|\.)|Conference|Conf\.|Symposium|Workshop)\b/

/**
 * Reads a scholarly reference that opens with authors ("Boer, N. (2014). Harbour dues. Journal of Ports, 3, 1–9.") or
 * is printed like a book in a note ("Nina Boer, Harbour Dues (Delft: Kade, 2014)"). Null for anything else. `masked` has
 * quotations blanked; `quoted` is the first of them.
 */
export function readReference(text: string, masked: string, quoted: string | null): CslItem | null {
  const authors = readAuthors(text)
  return authors === null ? readBook(masked, text) : readAuthored(text, masked, authors, quoted)
}

function readAuthored(
  text: string,
  masked: string,
  authors: NonNullable<ReturnType<typeof readAuthors>>,
  quoted: string | null,
): CslItem | null {
  const lead = afterAuthorsYear.exec(masked.slice(authors.end))
  const from = authors.end + (lead?.[0].length ?? 0)
  const year = lead?.[1] ?? lead?.[2] ?? lastYear(masked.slice(from))
  const title = quoted ?? unquotedTitle(text, masked, from, lead !== null)
  if (year === undefined && title === null) return null
  const rest = restAfter(masked, text, from, title)
  return {
    type: 'document',
    ...(title === null ? {} : { title }),
    author: authors.names,
    ...(title === null ? {} : readContainer(rest)),
    ...(year === undefined ? {} : { issued: { 'date-parts': [[Number(year)]] } }),
  }
}

function readBook(masked: string, text: string): CslItem | null {
  const match = masked.includes(':') ? imprint.exec(masked) : null
  if (match?.[3] === undefined || masked.slice(0, match.index).includes(QUOTED)) return null
  const before = text.slice(0, match.index)
  const author = fullName.exec(before.trimStart())
  const title = author ? tidy(before.trimStart().slice(author[0].length)).replace(editors, '') : ''
  return {
    type: 'book',
    ...(author && title !== ''
      ? { title, author: [{ given: author[1] ?? '', family: author[2] ?? '' }] }
      : {}),
    publisher: tidy(match[2] ?? ''),
    issued: { 'date-parts': [[Number(match[3])]] },
  }
}

/**
 * The sentence after the authors, when it closes before the reference does: "Title. Container, 12, 3–9." Null where
 * commas alone divide the parts, and where a year or volume follows, because then it was the journal.
 */
function unquotedTitle(text: string, masked: string, from: number, hasYear: boolean): string | null {
  const start = from + (/^[\s.,:]*/.exec(masked.slice(from))?.[0].length ?? 0)
  if (!hasYear && !/[.:)]\s*$/.test(masked.slice(Math.max(0, start - 3), start))) return null
  const end = titleEnd.exec(masked.slice(start, start + 400))
  if (!end) return null
  const title = tidy(text.slice(start, start + end.index + (end[0].startsWith('.') ? 0 : 1)))
  const follows = masked.slice(start + end.index + 1, start + end.index + 8)
  if (!hasYear && /^\s*\(?\d/.test(follows)) return null
  return isTitle(title) ? title.replace(edition, '') : null
}

/** What may stand in brackets or after a comma behind a title. */
const edition = /\s*\((?:\d{1,2}\w\w ed\.|[Tt]ranslated [^()]*|[Rr]ev\. ed\.)\)$/
const editors = /, (?:eds?\.|trans\.|in) .*$/

const isTitle = (title: string): boolean =>
  /^[\p{Lu}\d¿¡]/u.test(title) &&
  /\p{L}.*\s.*\p{L}|\p{L}{4}/u.test(title) &&
  genreType(title.split(',')[0] ?? '') === null &&
  !/(?:1[4-9]|20)\d\d\)?$|^(?:Chapter|Part|Vol|Section) \d+$/.test(title)

function restAfter(masked: string, text: string, from: number, title: string | null): string {
  const at = title === null ? -1 : text.indexOf(title.slice(0, 30), from)
  return at < 0 ? '' : masked.slice(at + (title?.length ?? 0)).replace(/^[\s.,:?!\uE001”"’]+/, '')
}

/** Journal, book or publisher, where the words around it say which. */
function readContainer(rest: string): Partial<CslItem> {
  const book = inBook.exec(rest)
  const container = book ? tidy(book[0].replace(/^\s*[Ii]n:? /, '')) : ''
  if (container.includes(' ')) {
    return {
      type: proceedings.test(container) ? 'paper-conference' : 'chapter',
      'container-title': container,
    }
  }
  if (/\b(?:dissertation|thesis)\b/i.test(rest)) return { type: 'thesis' }
  if (/^(?:Technical|Tech\.|Research) (?:Report|Rep\.)/i.test(rest)) return { type: 'report' }
  const printed = imprint.exec(rest)
  if (printed) return { type: 'book', publisher: tidy(printed[2] ?? printed[5] ?? '') }
  const periodical = journal.exec(rest)
  if (periodical)
    return { type: 'article-journal', 'container-title': tidy(periodical[1] ?? '').replace(/\.$/, '') }
  return {}
}

const lastYear = (masked: string): string | undefined => matchesOf(anyYear, masked.slice(0, 2000)).at(-1)?.[1]
