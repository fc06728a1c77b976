import { linkedClaims } from './linked/claims.ts'
import { annotationsOf } from './linked/annotations.ts'
import type { ExportedReport } from './exported-report.ts'
import type { ExportFormat } from './formats.ts'
import { reportAsJson } from './json/report-json.ts'
import { annotatedPage } from './page/annotated-page.ts'
import { printPage } from './page/print-page.ts'
import { claimsTable, sourcesTable } from './tables/claims-table.ts'
import { aboutTable } from './tables/about-table.ts'
import { asCsv } from './tables/csv.ts'
import { asXlsx } from './tables/xlsx.ts'
import { asBibtex } from './works/bibtex.ts'
import { asCsl } from './works/csl.ts'
import { asRis } from './works/ris.ts'

/** The formats that are made from a loaded report alone. */
export type WrittenFormat = Exclude<ExportFormat, 'docx' | 'pack'>

type Writer = (report: ExportedReport) => string | Uint8Array | Promise<Uint8Array>

const WRITERS: Readonly<Record<WrittenFormat, Writer>> = {
  csv: (report) => asCsv(claimsTable(report)),
  xlsx: (report) => asXlsx([claimsTable(report), sourcesTable(report), aboutTable(report)]),
  json: (report) => asJson(reportAsJson(report)),
  claimreview: (report) => asJson(linkedClaims(report)),
  annotations: (report) => asJson(annotationsOf(report)),
  csl: (report) => asJson(asCsl(report)),
  bibtex: asBibtex,
  ris: asRis,
  html: annotatedPage,
  pdf: (report) => printPage(annotatedPage(report)),
}

const asJson = (value: object): string => `${JSON.stringify(value, null, 2)}\n`

/**
 * A report in one of these formats, as the bytes of a file; text is UTF-8.
 * @throws Invalid a PDF, where nothing can print it
 */
export async function writtenFile(report: ExportedReport, format: WrittenFormat): Promise<Uint8Array> {
  const written = await WRITERS[format](report)
  return typeof written === 'string' ? Buffer.from(written) : written
}
