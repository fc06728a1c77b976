import type { CslName } from '../../reading/document.ts'
import type { ExportedReport, ExportedSource } from '../exported-report.ts'

/** Sources as RIS in UTF-8. Source: the RIS format specification of Research Information Systems (2011). */
export const asRis = ({ sources }: Pick<ExportedReport, 'sources'>): string =>
  sources.map((source) => entry(source)).join('\r\n')

const TYPES: Readonly<Record<string, string>> = {
  'article-journal': 'JOUR',
  'article-magazine': 'MGZN',
  'article-newspaper': 'NEWS',
  book: 'BOOK',
  broadcast: 'VIDEO',
  chapter: 'CHAP',
  dataset: 'DATA',
  interview: 'PCOMM',
  legal_case: 'CASE',
  legislation: 'STAT',
  'paper-conference': 'CPAPER',
  personal_communication: 'PCOMM',
  post: 'BLOG',
  report: 'RPRT',
  thesis: 'THES',
  webpage: 'ELEC',
}

function entry({ id, title, url, work }: ExportedSource): string {
  const [from, to] = (work.page ?? '').split(/\s*[-–—]+\s*/)
  const tags: readonly (readonly [string, string | undefined])[] = [
    ['TY', TYPES[work.type] ?? 'GEN'],
    ['ID', id],
    ...(work.author ?? []).map((name) => ['AU', nameOf(name)] as const),
    ...(work.editor ?? []).map((name) => ['ED', nameOf(name)] as const),
    ['TI', work.title ?? title],
    ['T2', work['container-title']],
    ['T3', work['collection-title']],
    ['PB', work.publisher],
    ['CY', work['publisher-place']],
    ['VL', work.volume],
    ['IS', work.number],
    ['SP', from],
    ['EP', to],
    ['PY', work.issued?.['date-parts'][0]?.[0]?.toString()],
    ['DA', dateOf(work.issued?.['date-parts'][0])],
    ['M3', work.medium],
    ['DO', work.DOI],
    ['UR', url ?? work.URL],
    ['ER', ''],
  ]
  return tags.flatMap(([tag, value]) => line(tag, value)).join('')
}

/** One line holds one value; a line break in it would end it. Only the end of an entry is empty. */
function line(tag: string, value: string | undefined): string[] {
  const words = (value ?? '').replace(/\s+/g, ' ').trim()
  return words === '' && tag !== 'ER' ? [] : [`${tag}  - ${words}\r\n`]
}

/** Family name first. A comma in a name that is no person's would part it. */
const nameOf = ({ family, given, literal }: CslName): string =>
  family === undefined
    ? (literal ?? given ?? '').replaceAll(',', ' ')
    : [family, given].filter(Boolean).join(', ')

/** `YYYY/MM/DD/`, as far as it is known. */
const dateOf = (parts: readonly number[] | undefined): string | undefined =>
  parts === undefined
    ? undefined
    : `${[0, 1, 2].map((place) => (parts[place] === undefined ? '' : String(parts[place]).padStart(place === 0 ? 4 : 2, '0'))).join('/')}/`
