import type { FlowWarning } from '../flow.ts'
import { edgeRows, type EdgeRow, type PageRows } from './page-edges.ts'
import type { Row } from './rows.ts'

export interface FurnitureFound {
  /** Rows that belong to the page and not to the text. */
  readonly rows: ReadonlySet<Row>
  readonly warnings: readonly FlowWarning[]
}

/** Baselines of one running head on different pages, in points. */
const SAME_BASE = 2.5
/** Pages that may lie between two returns of a running head. */
const FARTHEST = 6
/** A running head that changes with the chapter stands where at least this share of the pages have theirs. */
const SHARE_OF_BAND = 0.6
const FEWEST_IN_BAND = 3
/** Longest running head. Code units. */
const LONGEST = 150
/** Furniture that a warning names; what comes after is counted. */
const MOST_NAMED = 40

/**
 * Finds running heads, running feet and page numbers: rows at the head or foot of the page that return at the same
 * height with the same words, or with a number that rises from page to page.
 */
export function findFurniture(pages: readonly PageRows[]): FurnitureFound {
  const found = new Set<EdgeRow>()
  const edges = pages.flatMap(edgeRows).filter((row) => row.text.length <= LONGEST && !opensNote(row))
  for (const same of groupsBy(edges, keysOf)) for (const row of returning(same)) found.add(row)
  for (const row of pageNumbersOfShortFiles(edges, pages.length)) found.add(row)
  for (const row of inBands(edges, found)) found.add(row)
  const foundRows = new Set([...found].map(({ row }) => row))
  const kept = [...found].filter(({ outer }) => outer.every((row) => foundRows.has(row)))
  return { rows: new Set(kept.map(({ row }) => row)), warnings: warningsOf(kept) }
}

/** A note at the foot of one page may read like that of the next. */
const opensNote = ({ row, edge }: EdgeRow): boolean => edge === 'foot' && row.pieces[0]?.shift === 'raised'

/** Under which names a row may return: its words, and its words with each of its numbers counted from the page. */
function keysOf({ text, page, edge }: EdgeRow): string[] {
  const words = `${edge} ${text.toLowerCase()}`
  if (isSentence(text)) return [words]
  const numbered = [...text.matchAll(/\d{1,4}|\b[ivxlc]{1,7}\b/gi)].slice(0, 4).map((match) => {
    const offset = valueOf(match[0]) - page
    const rest = text.slice(0, match.index) + '#' + text.slice(match.index + match[0].length)
    return `${edge} ${offset} ${rest.toLowerCase()}`
  })
  return [words, ...numbered]
}

/** A sentence may happen to return; as furniture it does so on more than two pages. */
const isSentence = (text: string): boolean => /[.!?]["”’)]?$/.test(text) && text.split(/\s+/).length >= 6

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 }

function valueOf(digits: string): number {
  if (/^\d/.test(digits)) return Number(digits)
  const values = Array.from(digits.toLowerCase(), (sign) => ROMAN[sign] ?? 0)
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0)
}

function groupsBy(rows: readonly EdgeRow[], keys: (row: EdgeRow) => readonly string[]): EdgeRow[][] {
  const groups = new Map<string, EdgeRow[]>()
  for (const row of rows)
    for (const key of keys(row)) {
      const group = groups.get(key)
      if (group) group.push(row)
      else groups.set(key, [row])
    }
  return [...groups.values()]
}

/** Those that stand at the same height as one of the same name on a near page. */
function returning(same: readonly EdgeRow[]): EdgeRow[] {
  if (same.length < 3 && same.some(({ text }) => isSentence(text))) return []
  return same.filter((row, i) =>
    [same[i - 1], same[i + 1]].some(
      (other) =>
        other !== undefined &&
        other.page !== row.page &&
        Math.abs(other.page - row.page) <= FARTHEST &&
        Math.abs(other.base - row.base) <= SAME_BASE,
    ),
  )
}

const LONE_NUMBER =
  /^[-–—|\s]{0,4}(?:(?:page|p\.|seite|página|pagina)\s?)?(\d{1,4})(?:\s?(?:of|\/|von|de|di|sur)\s?(\d{1,4}))?[-–—|\s.]{0,4}$/i

/** A number that is the page's own, alone at its foot, in a file too short for a return. */
function pageNumbersOfShortFiles(edges: readonly EdgeRow[], pages: number): EdgeRow[] {
  return edges.filter(({ text, page, depth, isApart, edge }) => {
    const match = LONE_NUMBER.exec(text)
    if (!match || depth > 0 || !isApart || edge !== 'foot') return false
    return Number(match[1]) === page && (match[2] === undefined || Number(match[2]) === pages)
  })
}

/** Heads that stand once only, at the height at which most pages have a running head. */
function inBands(edges: readonly EdgeRow[], found: ReadonlySet<EdgeRow>): EdgeRow[] {
  const outer = edges.filter((row) => row.depth === 0)
  const bands = groupsBy(outer, ({ edge, base }) => [`${edge} ${Math.round(base / 4)}`])
  return bands.flatMap((band) => {
    const known = band.filter((row) => found.has(row))
    if (known.length < FEWEST_IN_BAND || known.length < SHARE_OF_BAND * band.length) return []
    const type = known[0]
    return band.filter(
      (row) => !found.has(row) && row.isApart && Math.abs(row.size - (type?.size ?? 0)) < 0.6,
    )
  })
}

function warningsOf(kept: readonly EdgeRow[]): FlowWarning[] {
  const numbers = kept.filter(({ text }) => LONE_NUMBER.test(text) || /^[ivxlc]{1,7}$/i.test(text))
  const heads = groupsBy(
    kept.filter((row) => !numbers.includes(row)),
    ({ text }) => [text.replace(/\d{1,4}/g, '#').toLowerCase()],
  )
  const named = heads.slice(0, MOST_NAMED).map((rows) => warning(`“${rows[0]?.text ?? ''}”`, rows))
  const others = heads.slice(MOST_NAMED).flat()
  return [
    ...(numbers.length > 0 ? [warning('the page number', numbers)] : []),
    ...named,
    ...(others.length > 0 ? [warning('other running heads', others)] : []),
  ]
}

function warning(what: string, rows: readonly EdgeRow[]): FlowWarning {
  const places = [...new Set(rows.map((row) => row.page))]
  const where =
    places.length === 1
      ? `on page ${places[0] ?? 0}`
      : `on ${places.length} pages from page ${places[0] ?? 0}`
  return { rule: 'furniture-dropped', message: `Left out ${what} ${where}, which belongs to the page.` }
}
