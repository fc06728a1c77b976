import { describeEvent } from '../../history/describe-event.ts'
import type { EventPage } from '../../history/list-events.ts'
import { timeWords, type TimeWords } from './time-words.ts'

export interface HistoryPage {
  readonly days: readonly HistoryDay[]
  /** Address of the events before these, null at the beginning. */
  readonly earlier: string | null
}

export interface HistoryDay {
  /** "5 January 2026", by UTC. */
  readonly day: string
  readonly happenings: readonly Happening[]
}

export interface Happening {
  readonly seq: number
  readonly sentence: string
  readonly at: TimeWords
  /** The desk at the claim that it was about, null when it was about none. */
  readonly href: string | null
  readonly quote: string | null
  /** The report as it stood just after. */
  readonly thenHref: string
  /** What changed since, where somebody signed for how the report stood. */
  readonly sinceHref: string | null
  /** First characters of the hash, to compare by eye. */
  readonly mark: string
  readonly hash: string
}

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})
const MARK = 10

/** A page of a report's history, its days and what happened on them newest first. */
export function historyPage(reportId: string, day: string, { items, next }: EventPage): HistoryPage {
  const days = new Map<string, Happening[]>()
  for (const event of items) {
    const at = new Date(event.at)
    const claim = claimOf(event.payload)
    const happening = {
      seq: event.seq,
      sentence: describeEvent(event),
      at: timeWords(at),
      href: claim === null ? null : `/reports/${reportId}/desk?claim=${claim.number}#claim`,
      quote: claim?.quote ?? null,
      thenHref: `/reports/${reportId}/desk?at=${event.at}`,
      sinceHref: isSigned(event.kind) ? `/reports/${reportId}/history/compare?from=${event.at}` : null,
      mark: event.hash.slice(0, MARK),
      hash: event.hash,
    }
    const heading = DAY.format(at)
    days.set(heading, [...(days.get(heading) ?? []), happening])
  }
  return {
    days: [...days].map(([heading, happenings]) => ({ day: heading, happenings })),
    earlier:
      next === null
        ? null
        : `?${new URLSearchParams({ ...(day === '' ? {} : { at: day }), before: String(next) }).toString()}`,
  }
}

/** Initials, sign-offs and publications: whoever gave them saw the report as it stood. */
const isSigned = (kind: string): boolean =>
  /\.initialed$|^sign-?offs?\.|\.signed|^publication|\.published$/.test(kind)

function claimOf(
  payload: Readonly<Record<string, unknown>> | null,
): { number: number; quote: string | null } | null {
  const { number, quote } = payload ?? {}
  return typeof number === 'number' ? { number, quote: typeof quote === 'string' ? quote : null } : null
}
