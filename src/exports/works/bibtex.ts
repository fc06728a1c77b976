import type { CslName } from '../../reading/document.ts'
import type { ExportedReport, ExportedSource } from '../exported-report.ts'

/** Sources as BibTeX in UTF-8, which biber and current BibTeX engines read: letters stay letters, TeX's own signs are escaped. */
export const asBibtex = ({ sources }: Pick<ExportedReport, 'sources'>): string =>
  sources.map((source) => `${entry(source)}\n`).join('\n')

const ENTRIES: Readonly<Record<string, string>> = {
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  book: 'book',
  chapter: 'incollection',
  'paper-conference': 'inproceedings',
  report: 'techreport',
  thesis: 'phdthesis',
}

/** Where the name of what a work came out in belongs. */
const CONTAINERS: Readonly<Record<string, string>> = {
  article: 'journal',
  incollection: 'booktitle',
  inproceedings: 'booktitle',
}
const PUBLISHERS: Readonly<Record<string, string>> = { techreport: 'institution', phdthesis: 'school' }

function entry({ id, title, url, work }: ExportedSource): string {
  const type = ENTRIES[work.type] ?? 'misc'
  const [year, month, day] = work.issued?.['date-parts'][0] ?? []
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['author', names(work.author)],
    ['editor', names(work.editor)],
    ['title', braced(work.title ?? title)],
    [CONTAINERS[type] ?? 'howpublished', plain(work['container-title'] ?? work.medium)],
    [PUBLISHERS[type] ?? 'publisher', plain(work.publisher)],
    ['address', plain(work['publisher-place'])],
    ['series', plain(work['collection-title'])],
    ['volume', plain(work.volume)],
    ['number', plain(work.number)],
    ['pages', plain(work.page?.replace(/[–—]/g, '--'))],
    ['year', plain(year === undefined ? undefined : String(year))],
    ['month', month === undefined ? undefined : MONTHS[month - 1]],
    ['day', plain(day === undefined ? undefined : String(day))],
    ['doi', address(work.DOI)],
    ['url', address(url ?? work.URL)],
  ]
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = ${value}`]))
  return `@${type}{${keyOf(id)},\n${lines.join(',\n')}\n}`
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The same in every export, so that what cites it goes on doing so. */
const keyOf = (id: string): string => `stet-${id.replace(/[^\w-]/g, '-')}`

/** TeX's own signs. Braces by name: BibTeX counts even escaped ones. */
const SIGNS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

const escaped = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\\{}~^&%$#_]/g, (sign) => SIGNS[sign] ?? `\\${sign}`)

const plain = (text: string | undefined): string | undefined =>
  text === undefined || text.trim() === '' ? undefined : `{${escaped(text.trim())}}`

/** In two braces: a style must not write its letters small. */
const braced = (text: string): string => `{{${escaped(text.trim())}}}`

/** An address is read as it stands; what could end the field is percent-encoded. */
const address = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : `{${text.replace(/[\s{}\\"<>^`|]/g, (sign) => encodeURIComponent(sign))}}`

function names(given: readonly CslName[] | undefined): string | undefined {
  const all = (given ?? []).map(name).filter((one) => one !== '')
  return all.length === 0 ? undefined : `{${all.join(' and ')}}`
}

/** What is no person's name stands in braces, so that no word of it is taken for a family name. */
const name = ({ family, given, literal }: CslName): string =>
  family === undefined
    ? `{${escaped(literal ?? given ?? '')}}`
    : `${particle(escaped(family))}${given === undefined ? '' : `, ${particle(escaped(given))}`}`

/** A comma or an "and" within a name would part it. */
const particle = (part: string): string => (/,|\band\b/i.test(part) ? `{${part}}` : part)
