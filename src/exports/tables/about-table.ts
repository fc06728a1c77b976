import type { ExportedReport } from '../exported-report.ts'
import type { Table } from './table.ts'

/** What a workbook is of, for whoever finds it later. */
export const aboutTable = (report: ExportedReport): Table => ({
  name: 'About',
  columns: [{ name: 'about' }, { name: 'this file', wide: true }],
  rows: [
    ['report', report.title],
    ['draft', report.draft.number],
    ['authors', report.authors],
    ['publisher', report.publisher],
    ['exported', report.at.toISOString()],
    ['checked by', report.desk.name ?? report.desk.url],
    ['address', report.url],
    ['claims', report.claims.length],
    ['included beyond the usual', report.included.join(', ')],
    ['start and end', 'in Unicode code points of the draft’s text'],
  ],
})
