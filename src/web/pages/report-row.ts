import { statuses } from '../../claims/vocabulary.ts'
import type { ReportView } from '../../drafts/report-view.ts'
import { progressFrom, type Progress } from './progress.ts'
import { timeWords, type TimeWords } from './time-words.ts'

/** One report of the list. `left`: what there is still to do, in words. */
export interface ReportRow {
  readonly id: string
  readonly title: string
  readonly language: string
  readonly draftNumber: number
  readonly sample: boolean
  readonly closed: boolean
  readonly progress: Progress
  readonly left: string
  readonly since: TimeWords
}

export function reportRow({ counts, ...report }: ReportView): ReportRow {
  return {
    id: report.id,
    title: report.title,
    language: report.language,
    draftNumber: report.draft.number,
    sample: report.sample,
    closed: report.closed,
    progress: progressFrom(new Map(statuses.map((status) => [status, counts[status]])), counts.settled),
    left: leftToDo(counts.total - counts.settled, counts.unreviewed),
    since: timeWords(report.draft.importedAt),
  }
}

function leftToDo(unsettled: number, unreviewed: number): string {
  if (unsettled === 0) return 'Everything is settled'
  const ruled = unsettled - unreviewed
  const parts = [
    ...(unreviewed === 0 ? [] : [`${unreviewed} to check`]),
    ...(ruled === 0 ? [] : [`${ruled} ruled but not settled`]),
  ]
  return parts.join(', ')
}
