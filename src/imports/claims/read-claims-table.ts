import { CsvError, parse } from 'csv-parse/sync'
import { Invalid } from '../../errors.ts'
import { RETURNING, VERDICT_COLUMNS } from '../../exports/tables/claims-table.ts'
import { rearmed } from '../../exports/tables/formula.ts'

/** A line of a table of claims that came back. What it leaves empty, or has no column for, is null. */
export interface ReturnedRow {
  /** In the file, from 1; the header is the first. */
  readonly line: number
  readonly number: number
  readonly version: number | null
  readonly quote: string | null
  readonly risk: string | null
  readonly reason: string | null
  readonly assignee: string | null
  readonly comment: string | null
  /** What the verdict columns hold, by their names; empty cells too, columns that are not there not. */
  readonly verdicts: ReadonlyMap<string, string>
}

/** The most lines that are read: more claims than any report has that people check by hand. */
export const MOST_ROWS = 20_000
/** UTF-16 code units of the longest line. */
const LONGEST_LINE = 200_000

/**
 * The lines of a table of claims, as `stet export --format csv` writes it and a spreadsheet saves it: divided by commas, semicolons or
 * tabs. Reading stops at `MOST_ROWS`, however long the file is.
 * @throws Invalid it is no such table, or too long
 */
export function readClaimsTable(text: string): readonly ReturnedRow[] {
  const rows = recordsOf(text)
  const head = (rows[0] ?? []).map((name) => name.trim().toLowerCase())
  const twice = head.find((name, index) => name !== '' && head.indexOf(name) !== index)
  if (twice !== undefined) throw new Invalid(`The table has two columns “${twice}”: keep one of them.`)
  const needed = [RETURNING.number, RETURNING.quote].find((name) => !head.includes(name))
  if (needed !== undefined)
    throw new Invalid(`The table has no column “${needed}”: export the claims as csv, and change that file.`)
  if (rows.length > MOST_ROWS + 1)
    throw new Invalid(
      `The table has more than ${MOST_ROWS} lines: send only those that changed. Nothing was taken in.`,
    )
  return rows.slice(1).flatMap((cells, index) => rowOf(head, cells, index + 2))
}

function recordsOf(text: string): string[][] {
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      bom: true,
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: LONGEST_LINE,
      to: MOST_ROWS + 2,
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error['lines'] === 'number' ? ` at line ${error['lines']}` : ''
    throw new Invalid(
      `This file is no table that can be read${line}: save it as “CSV UTF-8” and send it again.`,
    )
  }
}

/** What divides the cells of the header: spreadsheets go by the country they are in. */
function delimiterOf(text: string): string {
  const [head = ''] = text.slice(0, 10_000).split(/[\r\n]/, 1)
  const counted = [',', ';', '\t'].map((sign) => ({ sign, times: head.split(sign).length }))
  return counted.reduce((most, one) => (one.times > most.times ? one : most)).sign
}

function rowOf(head: readonly string[], cells: readonly string[], line: number): ReturnedRow[] {
  if (cells.every((cell) => cell.trim() === '')) return []
  const cell = (name: string): string | null => {
    const at = head.indexOf(name)
    const value = at === -1 ? '' : rearmed(cells[at] ?? '').trim()
    return value === '' ? null : value
  }
  const number = cell(RETURNING.number)
  if (number === null || !/^[1-9]\d{0,6}$/.test(number))
    throw new Invalid(
      `Line ${line} of the table has no claim’s number: leave the column “${RETURNING.number}” as it came.`,
    )
  const version = cell(RETURNING.version)
  if (version !== null && !/^[1-9]\d{0,8}$/.test(version))
    throw new Invalid(
      `Line ${line} of the table has no version: leave the column “${RETURNING.version}” as it came.`,
    )
  return [
    {
      line,
      number: Number(number),
      version: version === null ? null : Number(version),
      quote: cell(RETURNING.quote),
      risk: cell(RETURNING.risk),
      reason: cell(RETURNING.reason),
      assignee: cell(RETURNING.assignee),
      comment: cell(RETURNING.comment),
      verdicts: new Map(
        VERDICT_COLUMNS.flatMap(({ name }) => (head.includes(name) ? [[name, cell(name) ?? '']] : [])),
      ),
    },
  ]
}
