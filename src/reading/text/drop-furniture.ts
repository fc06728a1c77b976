import type { FlowWarning } from '../flow.ts'
import type { Line } from './lines.ts'

export interface FurnitureDropped {
  readonly lines: readonly Line[]
  readonly warnings: readonly FlowWarning[]
}

/** As often must a line of one shape return before it counts as furniture of the page. */
const FEWEST_RETURNS = 3
/** A running head returns on at least this share of the pages (odd and even pages may differ). */
const SHARE_OF_PAGES = 0.25
/** Page lines are short; anything longer is prose. Code units. */
const LONGEST = 120
/** Blank lines between a page's number and its running head. */
const WIDEST_GAP = 8

/**
 * Takes page numbers and running heads out of printed pages: lines of one shape that stand alone and whose number
 * rises from page to page, and the lines that return beside them or beside a form feed.
 */
export function dropFurniture(lines: readonly Line[]): FurnitureDropped {
  const dropped = new Set<number>()
  const pageLines = pageNumberLines(lines)
  pageLines.forEach((index) => dropped.add(index))
  const feeds = lines.flatMap((line, index) => (line.newPage ? [index] : []))
  for (let round = 0; round < 2; round++) {
    runningHeads(lines, pageEdges(lines, pageLines, feeds, dropped), dropped).forEach((index) =>
      dropped.add(index),
    )
  }
  if (dropped.size === 0) return { lines, warnings: [] }
  return { lines: without(lines, dropped), warnings: warningsFor(lines, dropped) }
}

const shapeOf = (text: string): string => text.replace(/\d+/g, '#').replace(/\s+/g, ' ')

/** The page number that a line of furniture ends or starts with, or null when it is no such line. */
function pageNumberIn(text: string): number | null {
  const match =
    /^[-–—~|\s]{0,4}(\d{1,4})[-–—~|\s]{0,4}$/.exec(text) ??
    /(?:^|[\s[(|])(?:page|p\.|seite|pág\.)\s?(\d{1,4})(?:\s(?:of|\/|von|de)\s?\d{1,4})?[\])|]?$/i.exec(
      text,
    ) ??
    /(?:\s{3}|\t|\| ?)(\d{1,4})$/.exec(text) ??
    /^(\d{1,4})(?:\s{3}|\t| ?\|)/.exec(text)
  return match ? Number(match[1]) : null
}

const isBlank = (line: Line | undefined): boolean => line === undefined || line.text === ''

function standsAlone(lines: readonly Line[], index: number): boolean {
  const next = lines[index + 1]
  const before = isBlank(lines[index - 1]) || lines[index]?.newPage === true
  return before && (isBlank(next) || next?.newPage === true)
}

function pageNumberLines(lines: readonly Line[]): number[] {
  const byShape = new Map<string, { index: number; number: number }[]>()
  lines.forEach(({ text }, index) => {
    if (text === '' || text.length > LONGEST || !standsAlone(lines, index)) return
    const number = pageNumberIn(text)
    if (number === null) return
    const shape = shapeOf(text)
    const list = byShape.get(shape)
    if (list) list.push({ index, number })
    else byShape.set(shape, [{ index, number }])
  })
  return [...byShape.values()].filter(risesFromPageToPage).flatMap((list) => list.map(({ index }) => index))
}

function risesFromPageToPage(list: readonly { index: number; number: number }[]): boolean {
  if (list.length < FEWEST_RETURNS) return false
  const steps = list.slice(1).map(({ number }, i) => number - (list[i]?.number ?? 0))
  return steps.filter((step) => step >= 1 && step <= 3).length >= steps.length * 0.8
}

/** For each page break, the nearest lines above and below it that still stand. */
function pageEdges(
  lines: readonly Line[],
  pageLines: readonly number[],
  feeds: readonly number[],
  dropped: ReadonlySet<number>,
): number[] {
  const edges = new Set<number>()
  const look = (from: number, step: 1 | -1): void => {
    for (let i = from, gap = 0; gap <= WIDEST_GAP && i >= 0 && i < lines.length; i += step, gap++) {
      if (isBlank(lines[i]) || dropped.has(i)) continue
      edges.add(i)
      return
    }
  }
  for (const index of pageLines) {
    look(index + 1, 1)
    look(index - 1, -1)
  }
  for (const index of feeds) {
    look(index, 1)
    look(index - 1, -1)
  }
  return [...edges]
}

function runningHeads(
  lines: readonly Line[],
  edges: readonly number[],
  dropped: ReadonlySet<number>,
): number[] {
  const byShape = new Map<string, number[]>()
  for (const index of edges) {
    const text = lines[index]?.text ?? ''
    if (text.length > LONGEST || !standsApart(lines, index, dropped)) continue
    const shape = shapeOf(text)
    const list = byShape.get(shape)
    if (list) list.push(index)
    else byShape.set(shape, [index])
  }
  const enough = Math.max(FEWEST_RETURNS, (edges.length / 2) * SHARE_OF_PAGES)
  return [...byShape.values()].filter((list) => list.length >= enough).flat()
}

/** Nothing but blank lines, page breaks and other furniture right above and below. */
function standsApart(lines: readonly Line[], index: number, dropped: ReadonlySet<number>): boolean {
  const above = isBlank(lines[index - 1]) || dropped.has(index - 1) || lines[index]?.newPage === true
  return above && (isBlank(lines[index + 1]) || dropped.has(index + 1) || lines[index + 1]?.newPage === true)
}

/** Furniture and the blank lines round it become one page break, which the next line remembers. */
function without(lines: readonly Line[], dropped: ReadonlySet<number>): Line[] {
  const kept: Line[] = []
  let broken = false
  lines.forEach((line, index) => {
    if (dropped.has(index)) {
      broken = true
      while (kept.length > 0 && isBlank(kept.at(-1))) kept.pop()
    } else if (!broken) kept.push(line)
    else if (line.text !== '') {
      kept.push({ text: '', indent: 0, newPage: false }, { ...line, newPage: true })
      broken = false
    }
  })
  return kept
}

function warningsFor(lines: readonly Line[], dropped: ReadonlySet<number>): FlowWarning[] {
  const examples = new Map<string, { text: string; count: number }>()
  for (const index of [...dropped].sort((a, b) => a - b)) {
    const text = lines[index]?.text.replace(/\s+/g, ' ') ?? ''
    const seen = examples.get(shapeOf(text))
    if (seen) seen.count++
    else examples.set(shapeOf(text), { text, count: 1 })
  }
  return [...examples.values()].map(({ text, count }) => ({
    rule: 'furniture-dropped',
    message: `Left out ${count} lines of page furniture such as “${text}”.`,
  }))
}
