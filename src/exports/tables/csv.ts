import { disarmed } from './formula.ts'
import type { Cell, Table } from './table.ts'

/** Tells Excel that the file is UTF-8; without it Arabic and Cyrillic come out as rubbish. */
const BYTE_ORDER_MARK = '\ufeff'

/** A table as CSV (RFC 4180) in UTF-8, its texts disarmed. */
export const asCsv = ({ columns, rows }: Table): string =>
  BYTE_ORDER_MARK +
  [columns.map(({ name }) => name), ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('')

function field(cell: Cell): string {
  if (typeof cell === 'number') return String(cell)
  const text = disarmed(cell ?? '')
  return /[",;\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
