import type { Flow, FlowWarning } from '../flow.ts'
import { bodyTypeOf } from './body-type.ts'
import { callMarks } from './call-marks.ts'
import { columnShapes } from './column-shape.ts'
import { linkedEndNotes } from './end-notes.ts'
import { FlowWriter } from './flow-writer.ts'
import { findFootNotes } from './foot-notes.ts'
import { findFurniture } from './furniture.ts'
import { groupColumns } from './grouping.ts'
import type { Line } from './line.ts'
import { linesOf } from './lines.ts'
import { raiseLoneLabels } from './lone-labels.ts'
import { markersOf, type PdfMarker, withoutOpenings } from './markers.ts'
import { linkedNoteLines } from './note-links.ts'
import { openPdf, refusal } from './open-pdf.ts'
import { pageWarnings, refuseWithoutText } from './page-warnings.ts'
import { readPages, type ReadPages } from './read-pages.ts'
import { rowsOf } from './rows.ts'
import { runningOf } from './running.ts'
import { titleOf } from './title.ts'
import { uncalledOpenings } from './uncalled-openings.ts'

/**
 * Reads a PDF: the text of its pages in reading order, without what belongs to the page, with the notes at the foot of
 * the pages and at the end led to their markers where the page itself decides, and the page on which each part begins.
 * `done` hears the share of pages read, from 0 to 1.
 *
 * @throws Invalid for a file that is damaged, protected, too long, or holds pictures of text only
 */
export async function readPdf(
  bytes: Uint8Array,
  done: (share: number) => void = () => undefined,
): Promise<Flow> {
  const pdf = await openPdf(bytes)
  try {
    const read = await readPages(pdf.file, pdf.operators, done)
    refuseWithoutText(read)
    const { info } = await pdf.file.getMetadata().catch(() => ({ info: {} }))
    const flow = flowOf(read)
    return { ...flow, title: titleOf(info, flow.blocks), language: read.language }
  } catch (error) {
    throw refusal(error)
  } finally {
    await pdf.close()
  }
}

function flowOf(read: ReadPages): Flow {
  const { pages } = read
  const paged = pages.map((page) => ({ page, rows: rowsOf(page.pieces) }))
  const furniture = findFurniture(
    paged.map(({ page, rows }) => ({ page: page.number, height: page.height, rows })),
  )
  const kept = paged.map(({ page, rows }) => ({
    page,
    rows: raiseLoneLabels(rows.filter((row) => !furniture.rows.has(row))),
  }))
  const lines = linesOf(
    kept,
    runningOf(
      kept.flatMap(({ rows }) => rows),
      read.monospaced,
    ),
  )
  const body = bodyTypeOf(lines, new Map(pages.map(({ number, height }) => [number, height])))
  const columns = columnsOf(lines)
  const possible = lines.flatMap(markersOf)
  const linked = linkedNoteLines(possible, lines, pages)
  const markers = withoutOpenings(possible, linked)
  const foot = findFootNotes({ columns, body, markers: byPage(markers), linked })
  const ends = linkedEndNotes(linked, foot.lines)
  const bodyColumns = columns.map((column) => column.filter((line) => !foot.lines.has(line)))
  const groups = groupColumns(
    bodyColumns.filter((column) => column.length > 0),
    {
      body,
      shapes: columnShapes(columns),
      noteStarts: new Set(ends.keys()),
      calling: new Set(markers.flatMap(({ leading, line }) => (leading ? [line] : []))),
    },
  )
  const keys = new Map<PdfMarker, string>()
  for (const note of foot.notes) for (const marker of note.markers) keys.set(marker, note.key)
  const endKeys = new Map([...ends.keys()].map((line, i) => [line, `end note ${i + 1}`]))
  for (const [line, callers] of ends) for (const marker of callers) keys.set(marker, endKeys.get(line) ?? '')
  const calls = callMarks(
    markers.filter(({ line }) => !foot.lines.has(line)),
    keys,
  )
  const writer = new FlowWriter(lines, body, calls.ofLine)
  writer.writeGroups(groups, endKeys)
  for (const note of foot.notes) writer.writeNote(note)
  const warnings: FlowWarning[] = [
    ...furniture.warnings,
    ...pageWarnings(read),
    ...calls.warnings,
    ...uncalledOpenings(possible, markers, new Set([...foot.lines, ...ends.keys()])),
  ]
  return writer.finish(warnings)
}

/** The lines of each column; `lines` stand column by column. */
function columnsOf(lines: readonly Line[]): Line[][] {
  const columns: Line[][] = []
  for (const line of lines) {
    const column = columns.at(-1)
    if (column?.[0]?.column === line.column) column.push(line)
    else columns.push([line])
  }
  return columns
}

function byPage(markers: readonly PdfMarker[]): Map<number, PdfMarker[]> {
  const pages = new Map<number, PdfMarker[]>()
  for (const marker of markers) {
    const ofPage = pages.get(marker.line.page)
    if (ofPage) ofPage.push(marker)
    else pages.set(marker.line.page, [marker])
  }
  return pages
}
