import { strToU8, zipSync } from 'fflate'
import { escapeXml } from '../../text/escape-xml.ts'
import { disarmed } from './formula.ts'
import type { Cell, Table } from './table.ts'

const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The most UTF-16 code units that a cell of a workbook holds. Source: Excel specifications and limits. */
const LONGEST_CELL = 32_767
const CUT = ' … (cut: a cell holds no more)'

/**
 * Tables as a workbook of Office Open XML (ECMA-376), a sheet each. Texts are inline strings: nothing in it can be a formula. Those
 * that would be one when somebody edits them are marked as quoted, as Excel itself does.
 */
export const asXlsx = (tables: readonly Table[]): Uint8Array =>
  zipSync(
    Object.fromEntries(
      [
        ['[Content_Types].xml', contentTypes(tables)],
        ['_rels/.rels', relations([{ type: 'officeDocument', target: 'xl/workbook.xml' }])],
        ['xl/workbook.xml', workbook(tables)],
        ['xl/_rels/workbook.xml.rels', workbookRelations(tables)],
        ['xl/styles.xml', STYLES],
        ...tables.map((table, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheet(table)]),
      ].map(([name, xml]) => [
        name,
        strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`),
      ]),
    ) as Record<string, Uint8Array>,
    { level: 6 },
  )

const contentTypes = (tables: readonly Table[]): string =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>${tables.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${TYPES}.worksheet+xml"/>`).join('')}</Types>`

const relations = (given: readonly { type: string; target: string }[]): string =>
  `<Relationships xmlns="${RELATIONS}">${given.map(({ type, target }, index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`).join('')}</Relationships>`

const workbookRelations = (tables: readonly Table[]): string =>
  relations([
    ...tables.map((_, index) => ({ type: 'worksheet', target: `worksheets/sheet${index + 1}.xml` })),
    { type: 'styles', target: 'styles.xml' },
  ])

const workbook = (tables: readonly Table[]): string =>
  `<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><sheets>${tables.map(({ name }, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`

/** Cells by their index: plain, head of a column, text that looks like a formula. */
const [PLAIN, HEAD, QUOTED] = [0, 1, 2]

const STYLES = `<styleSheet xmlns="${SHEET}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`

const [WIDE, NARROW] = [60, 14] // characters

function sheet({ columns, rows }: Table): string {
  const widths = columns
    .map(
      ({ wide }, index) =>
        `<col min="${index + 1}" max="${index + 1}" width="${wide === true ? WIDE : NARROW}" customWidth="1"/>`,
    )
    .join('')
  const head = row(
    0,
    columns.map(({ name }) => name),
    HEAD,
  )
  const body = rows.map((cells, index) => row(index + 1, cells, PLAIN)).join('')
  const last = `${columnName(Math.max(columns.length, 1) - 1)}${rows.length + 1}`
  return `<worksheet xmlns="${SHEET}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths}</cols><sheetData>${head}${body}</sheetData><autoFilter ref="A1:${last}"/></worksheet>`
}

const row = (index: number, cells: readonly Cell[], style: number | undefined): string =>
  `<row r="${index + 1}">${cells.map((cell, column) => cellXml(`${columnName(column)}${index + 1}`, cell, style ?? 0)).join('')}</row>`

function cellXml(reference: string, cell: Cell, style: number): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'number') return `<c r="${reference}" s="${style}"><v>${cell}</v></c>`
  const text = cell.length > LONGEST_CELL ? cell.slice(0, LONGEST_CELL - CUT.length) + CUT : cell
  const quoted = disarmed(text) === text ? style : QUOTED
  return `<c r="${reference}" s="${quoted}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(literal(text))}</t></is></c>`
}

/** Text that looks like an escape of the format's own (`_x000D_`), so that it is read as it stands; no bare carriage return. */
const literal = (text: string): string =>
  text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_').replaceAll('\r', '_x000D_')

/** A, B … Z, AA, AB … */
function columnName(index: number): string {
  const letter = String.fromCodePoint(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}
