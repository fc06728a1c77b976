import type { ExportedReport } from '../exported-report.ts'

/**
 * A report as `stet.report/1` (docs/stet-report-1.schema.json). Offsets are UTF-16 code units into `draft.text`, as in the API;
 * instants are ISO 8601 in UTC. What was not named to leave is an empty list or null.
 */
export const reportAsJson = ({
  draft,
  claims,
  sources,
  desk,
  included,
  at,
  ...report
}: ExportedReport): object => ({
  format: 'stet.report/1',
  exportedAt: at.toISOString(),
  included,
  desk,
  report: {
    id: report.id,
    url: report.url,
    title: report.title,
    series: report.series,
    authors: report.authors,
    publisher: report.publisher,
    language: report.language,
    byOthers: report.byOthers,
  },
  draft: { ...draft, importedAt: draft.importedAt.toISOString() },
  claims: claims.map(({ span, ...claim }) => ({
    ...claim,
    start: span?.start ?? null,
    end: span?.end ?? null,
  })),
  sources,
})
