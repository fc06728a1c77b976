import { parse } from 'csv-parse/sync'
import { unzipSync, strFromU8 } from 'fflate'
import readXlsxFile, { readSheet } from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { claimsTable, sourcesTable } from '../../../src/exports/tables/claims-table.ts'
import { asCsv } from '../../../src/exports/tables/csv.ts'
import { rearmed } from '../../../src/exports/tables/formula.ts'
import type { Table } from '../../../src/exports/tables/table.ts'
import { asXlsx } from '../../../src/exports/tables/xlsx.ts'
import { describeOnSqlite } from '../../support/databases.ts'
import { exportedPolyglot } from '../../support/exported.ts'
import { POLYGLOT } from '../../support/polyglot-report.ts'

const rowOf = (table: Table, words: string): Record<string, unknown> => {
  const row = table.rows.find((cells) => cells.some((cell) => String(cell).includes(words)))
  return Object.fromEntries(table.columns.map(({ name }, index) => [name, row?.[index]]))
}

describeOnSqlite('a table of claims', (makeDatabase) => {
  test('says of each claim how it stands, on what, by whom and where', async () => {
    const report = await exportedPolyglot(await makeDatabase())
    const row = rowOf(claimsTable(report), 'dolphins on the bow')
    expect(row).toMatchObject({
      status: 'substantiated',
      outcome: 'stands',
      settled: 'yes',
      stale: '',
      'confidence as assessed': 'high',
      'confidence as written': 'high',
      risk: 'ordinary',
      checkers: 'Ana',
      notes: 'log',
      placement: 'placed',
    })
    expect(row['evidence']).toMatch(/^supports: .+ \(Ana\)$/)
    const points = Array.from(report.draft.text)
    expect(points.slice(Number(row['start']), Number(row['end'])).join('')).toBe(row['quote'])
    expect(report.draft.text.slice(Number(row['start']), Number(row['end']))).not.toBe(row['quote'])
  })

  test('is read by a parser of CSV as it was, and nothing in it is a formula', async () => {
    const table = claimsTable(await exportedPolyglot(await makeDatabase(), ['scores']))
    const csv = asCsv(table)
    expect([...Buffer.from(csv).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const [head, ...rows] = parse(csv, { bom: true })
    expect(head).toEqual(table.columns.map(({ name }) => name))
    expect(rows.map((row) => row.map(rearmed))).toEqual(
      table.rows.map((row) => row.map((cell) => String(cell ?? ''))),
    )
    expect(rows.flat().filter((cell) => /^\s*[=+@＝]/.test(cell))).toEqual([])
    for (const words of ['أبحرت العبّارة', 'Паром «Ёлка»', "'=SUM(A1:A9)", '🐬🐬'])
      expect(rows.flat().some((cell) => cell.includes(words))).toBe(true)
    expect(POLYGLOT).toContain('=SUM(A1:A9)')
  })

  test('is read by a reader of workbooks as it was, text as text and numbers as numbers', async () => {
    const report = await exportedPolyglot(await makeDatabase(), ['scores'])
    const tables = [claimsTable(report), sourcesTable(report)]
    const bytes = asXlsx(tables)
    const sheets = await readXlsxFile(Buffer.from(bytes))
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Claims', 'Sources'])
    for (const [index, { columns, rows }] of tables.entries()) {
      const [head, ...read] = await readSheet(Buffer.from(bytes), index + 1, { trim: false })
      expect(head).toEqual(columns.map(({ name }) => name))
      expect(read.map((row) => row.map((cell) => cell ?? ''))).toEqual(
        rows.map((row) => row.map((cell) => cell ?? '')),
      )
    }
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(xml).not.toContain('<f')
  })
})

test('a workbook keeps what its own escapes look like, control characters aside, and cuts what no cell holds', async () => {
  const cells = ['_x000D_', 'a\rb', '\u0007bell', 'x'.repeat(40_000), '']
  const bytes = asXlsx([{ name: 'T', columns: [{ name: 'c' }], rows: cells.map((cell) => [cell]) }])
  const [, ...rows] = await readSheet(Buffer.from(bytes), 1, { trim: false })
  const read = rows.map(([cell]) => String(cell ?? ''))
  expect(read[2]).toBe('\ufffdbell')
  expect(read[3]).toHaveLength(32_767)
  expect(read[3]).toMatch(/cut: a cell holds no more\)$/)
})
