import type { CslItem, CslName } from '../../document.ts'
import { findDates } from '../dates.ts'
import { tidy } from '../note-text.ts'
import { readNames } from './author-names.ts'
import type { PartLabel } from './labels.ts'
import type { Part } from './part-reader.ts'

/** A part that the model believes in less stays out: nothing is better than something wrong. */
export const LEAST_CONFIDENCE = 0.6

/** What the parts of a reference say, as CSL-JSON without address and DOI, which are read by their form. */
export function cslFromParts(parts: readonly Part[]): CslItem {
  const first = (label: PartLabel): Part | undefined =>
    parts.find((part) => part.label === label && part.confidence >= LEAST_CONFIDENCE)
  const author = namesOf(first('author'))
  const title = titleOf(first('title')?.text)
  const container = containerOf(first('container')?.text)
  const publisher = plain(first('publisher')?.text)
  const place = plain(first('location')?.text)
  const editor = namesOf(first('editor'))
  const volume = volumeOf(first('volume')?.text)
  const page = pageOf(first('pages')?.text ?? pagesBehindVolume(first('volume')?.text))
  const issued = issuedOf(parts)
  return {
    type: typeOf(parts, { container, publisher, volume, title }),
    ...(title === '' ? {} : { title }),
    ...(author.length === 0 ? {} : { author }),
    ...(container === '' ? {} : { 'container-title': container }),
    ...(editor.length === 0 ? {} : { editor }),
    ...(publisher === '' ? {} : { publisher }),
    ...(place === '' ? {} : { 'publisher-place': place }),
    ...(volume === '' ? {} : { volume }),
    ...(page === '' ? {} : { page }),
    ...(issued === null ? {} : { issued: { 'date-parts': issued } }),
  }
}

function namesOf(part: Part | undefined): CslName[] {
  return part === undefined
    ? []
    : readNames(part.text.replace(/^(?:[Ii]n:?|[Ee]d(?:ited|\.)? by|[Hh](?:rs)?g\. von)\s/, ''))
}

/** Without quotation marks, without the comma or full stop that closes it. */
function titleOf(text = ''): string {
  const trimmed = text.trim().replace(/[\s,;:]+$/, '')
  const quoted = /^["“”„«»‘'](.*?)[.,]?["”“»«’'][.,;:]?$/u.exec(trimmed)
  return tidy(quoted?.[1] ?? trimmed).replace(/(?<![.\p{Lu}])\.$/u, '')
}

const containerOf = (text = ''): string =>
  titleOf(text.replace(/^[([]?(?:[Ii]n|dans|[Aa]ppeared in|[Pp]resented at)(?::|\s)\s*/, ''))

const plain = (text = ''): string =>
  tidy(text.replace(/^[([]+|[)\]]+(?=[.,;:]*$)/g, '')).replace(/(?<=\p{L}{4})\.$/u, '')

/** "Vol. 4(2)," → "4(2)"; empty where no number stands in it. */
const volumeOf = (text = ''): string =>
  /(?:\d{1,4}|\b[IVXLC]{1,6}\b)(?:\s?\(\d{1,4}(?:[-–/]\d{1,4})?\))?/.exec(text)?.[0] ?? ''

const pages = /[A-Za-z]?\d{1,6}(?:\s?[-–—‐−]{1,2}\s?[A-Za-z]?\d{1,6})?/
const pageOf = (text = ''): string => pages.exec(text)?.[0].replace(/\s?[-–—‐−]{1,2}\s?/, '–') ?? ''

/** "12(3):45-61" is one word with the pages at its end. */
const pagesBehindVolume = (text = ''): string => /[:,]\s?(\w?\d{1,6}[-–—‐−].*)$/.exec(text)?.[1] ?? ''

/** The first date of the reference to its day or month; where there is none, its first year. */
function issuedOf(parts: readonly Part[]): readonly (readonly number[])[] | null {
  const dates = parts.filter(({ label, confidence }) => label === 'date' && confidence >= LEAST_CONFIDENCE)
  for (const { text } of dates) {
    const found = findDates(text).find((date) => !date.access)
    if (found) return found.parts
  }
  const year = dates.flatMap(({ text }) => /(?<!\d)(?:1[4-9]|20)\d\d(?!\d)/.exec(text)?.[0] ?? [])[0]
  return year === undefined ? null : [[Number(year)]]
}

const proceedings = /\b(?:Proc(?:eedings|\.)?|Conference|Conf\.|Symposium|Workshop|Congress)\b/

function typeOf(
  parts: readonly Part[],
  {
    container,
    publisher,
    volume,
    title,
  }: Readonly<Record<'container' | 'publisher' | 'volume' | 'title', string>>,
): string {
  const genre = parts.find(({ label }) => label === 'genre')?.text ?? ''
  if (/thesis|dissertation/i.test(genre)) return 'thesis'
  if (/report|rep\./i.test(genre)) return 'report'
  if (container !== '') {
    if (proceedings.test(container)) return 'paper-conference'
    const isIn = parts.some(
      ({ label, text }) => (label === 'container' || label === 'editor') && /^\(?in\b/i.test(text),
    )
    return isIn || (publisher !== '' && volume === '') ? 'chapter' : 'article-journal'
  }
  return publisher !== '' && title !== '' ? 'book' : 'document'
}
