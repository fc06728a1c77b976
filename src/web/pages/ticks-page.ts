import type { ReportTicks, TickRow } from '../../drafts/list-ticks.ts'
import { pageLinks, type PageLinks } from './page-links.ts'
import { ticksView, type TickSource, type TicksView } from './ticks-view.ts'

export const tickChoices = ['unticked', 'all'] as const
export type TickChoice = (typeof tickChoices)[number]

export const ROWS_PER_PAGE = 40

export const tickChoice = (given: string): TickChoice => (given === 'all' ? 'all' : 'unticked')

export interface TicksPage {
  readonly show: TickChoice
  readonly number: number
  readonly counts: ReportTicks['counts']
  /** What headings, captions and claims that cite nothing are ticked against; '' while nothing is chosen. */
  readonly against: string
  readonly cited: readonly TickSource[]
  readonly choices: readonly { readonly words: string; readonly href: string | null }[]
  readonly rows: readonly TickedRow[]
  readonly pages: PageLinks
}

/** A claim, heading or caption with what can be ticked in it. `start`: its place, which names the row. */
export interface TickedRow {
  readonly start: number
  readonly quote: string
  readonly name: string
  readonly href: string | null
  readonly ticks: TicksView
}

interface Asked {
  readonly reportId: string
  readonly show: TickChoice
  readonly page: number
  readonly total: number
  readonly readerId: string
  /** By placement. */
  readonly sources: ReadonlyMap<string, readonly TickSource[]>
  /** All that the report cites, and which of them was chosen for what cites nothing. */
  readonly cited: readonly TickSource[]
  readonly against: string
  readonly mayTick: boolean
  readonly mayTakeBackAll: boolean
}

export function ticksAddress(reportId: string, show: TickChoice, page: number, against: string): string {
  const query = new URLSearchParams()
  if (show !== 'unticked') query.set('show', show)
  if (page > 1) query.set('page', String(page))
  if (against !== '') query.set('against', against)
  return `/reports/${encodeURIComponent(reportId)}/ticks${query.size === 0 ? '' : `?${query.toString()}`}`
}

/** The rows that have something to tick left, or all of them. */
export const shownRows = ({ rows }: ReportTicks, show: TickChoice): readonly TickRow[] =>
  show === 'all' ? rows : rows.filter(({ spans }) => spans.some(({ ticks }) => ticks.length === 0))

export function ticksPage(ticks: ReportTicks, rows: readonly TickRow[], asked: Asked): TicksPage {
  const { reportId, show, page, total, against, cited } = asked
  const choice = (to: TickChoice, words: string) => ({
    words,
    href: to === show ? null : ticksAddress(reportId, to, 1, against),
  })
  return {
    ...{ show, number: page, counts: ticks.counts, against, cited },
    choices: [choice('unticked', 'not ticked'), choice('all', 'everything')],
    rows: rows.map((row) => rowOf(row, ticks.draftId, asked)),
    pages: pageLinks({ page, perPage: ROWS_PER_PAGE, total }, (to) =>
      ticksAddress(reportId, show, to, against),
    ),
  }
}

function rowOf(row: TickRow, draftId: string, asked: Asked): TickedRow {
  const { claim, display, start, quote, spans, others } = row
  const own = claim === null ? undefined : asked.sources.get(claim.placementId)
  const sources = own ?? asked.cited.filter(({ value }) => value === asked.against)
  const near = own?.some(({ citationId }) => citationId !== null) ?? false
  const { readerId, mayTick, mayTakeBackAll } = asked
  return {
    ...{ start, quote },
    name: claim === null ? (display ?? '') : `claim ${claim.number}`,
    href:
      claim === null
        ? null
        : `/reports/${encodeURIComponent(asked.reportId)}/desk?claim=${claim.number}#claim`,
    ticks: ticksView({ draftId, spans, others, sources, near, readerId, mayTick, mayTakeBackAll }),
  }
}
