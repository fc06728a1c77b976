import type { ExportedReport, ExportedSource } from '../exported-report.ts'

/** Sources as CSL-JSON, ready for any program that cites. Source: CSL 1.0.2 data schema. */
export const asCsl = ({ sources }: Pick<ExportedReport, 'sources'>): object[] => sources.map(item)

const item = ({ title, url, work }: ExportedSource): object => ({
  ...work,
  title: work.title ?? title,
  ...(url === null ? {} : { URL: url }),
})
