import type { Hidden } from '../../claims/hidden.ts'
import type { Database } from '../../db/database.ts'
import { countsOverTime } from '../../drafts/then/counts-over-time.ts'
import { historyChart, type HistoryChart, type Marked } from '../pages/history-chart.ts'

/** The chart of a report's history as a reader is shown it, up to an instant where one is given; null before there was any. */
export async function loadHistoryChart(
  db: Database,
  reportId: string,
  hidden: Hidden,
  until: Date | null,
): Promise<HistoryChart | null> {
  const counts = await countsOverTime(db, reportId, hidden, until)
  if (counts === null) return null
  return historyChart(counts, await loadMarks(db, reportId, until))
}

async function loadMarks(db: Database, reportId: string, until: Date | null): Promise<Marked[]> {
  const by = until === null ? {} : { lte: until }
  const [drafts, publications] = await Promise.all([
    db.draft.findMany({
      where: { reportId, importedAt: by },
      select: { number: true, importedAt: true },
      orderBy: { number: 'asc' },
    }),
    db.publication.findMany({ where: { reportId, publishedAt: by }, select: { publishedAt: true } }),
  ])
  return [
    ...drafts.map(({ number, importedAt }) => ({
      at: importedAt,
      kind: 'draft' as const,
      words: `draft ${number}`,
    })),
    ...publications.map(({ publishedAt }) => ({
      at: publishedAt,
      kind: 'publication' as const,
      words: 'published',
    })),
  ]
}
