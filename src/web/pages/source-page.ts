import type { Status } from '../../claims/vocabulary.ts'
import type { Judgement } from '../../review/evidence.ts'
import type { LeaningReport } from '../../sources/list-leaning.ts'
import { reviewDay } from '../../review/reviews/review-date.ts'
import type { SourceFallView } from '../../sources/list-falls.ts'
import type { SourceDetail } from '../../sources/show-source.ts'
import { webAddress } from './notes-view.ts'
import { timeWords, type TimeWords } from './time-words.ts'
import { judgementWords, statusClass, statusWords } from './words.ts'

/** A source's page: what it is, and what leans on it. */
export interface SourcePage extends Omit<SourceDetail, 'judgements' | 'reports' | 'falls'> {
  /** A link only where its page may be asked for. */
  readonly href: string | null
  readonly reliabilityWords: string
  /** YYYY-MM-DD, '' for none. */
  readonly reviewDay: string
  /** "3 claims in 2 reports lean on it" */
  readonly words: string
  readonly judgements: readonly {
    readonly reliability: string
    readonly reason: string | null
    readonly by: string
    readonly at: TimeWords
  }[]
  /** Newest first. */
  readonly falls: readonly FallLine[]
  readonly reports: readonly {
    readonly id: string
    readonly title: string
    readonly language: string
    readonly own: string | null
    readonly claims: readonly LeaningLine[]
  }[]
}

export interface FallLine {
  /** "marked as downgraded from B to D", "no longer marked as lost". */
  readonly words: string
  readonly reason: string | null
  readonly by: string
  readonly at: TimeWords
}

interface LeaningLine {
  readonly number: number
  readonly href: string
  readonly quote: string
  readonly status: string
  readonly statusClass: string
  readonly judgements: readonly string[]
}

export const reliabilityWords: Readonly<Record<string, string>> = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'cannot be judged',
}

export function sourcePage({ judgements, reports, falls, ...source }: SourceDetail): SourcePage {
  const claims = reports.reduce((sum, report) => sum + report.claims.length, 0)
  return {
    ...source,
    href: source.doNotFetch ? null : webAddress(source.url),
    reviewDay: reviewDay(source.reviewAfter) ?? '',
    reliabilityWords: source.reliability === null ? '' : (reliabilityWords[source.reliability] ?? ''),
    words:
      reports.length === 0
        ? 'Nothing that you may read leans on it.'
        : `${counted(claims, 'claim', 'claims')} in ${counted(reports.length, 'report', 'reports')} ${claims === 1 ? 'leans' : 'lean'} on it.`,
    judgements: judgements.map(({ reliability, reason, judgedBy, at }) => ({
      reliability,
      reason,
      by: judgedBy.name,
      at: timeWords(at),
    })),
    falls: falls.map(fallLine),
    reports: reports.map((report) => ({
      id: report.id,
      title: report.title,
      language: report.language,
      own: OWN[report.selfCitation ?? ''] ?? null,
      claims: linesOf(report),
    })),
  }
}

const fallLine = ({ kind, from, to, withdraws, reason, madeBy, at }: SourceFallView): FallLine => ({
  words: `${withdraws === null ? 'marked as' : 'no longer marked as'} ${kind}${to === null ? '' : `${from === null ? '' : ` from ${from}`} to ${to}`}`,
  reason,
  by: madeBy.name,
  at: timeWords(at),
})

const OWN: Readonly<Record<string, string>> = {
  publisher: 'self-citation: it came out under the report’s own publisher',
  author: 'self-citation: an author of the report wrote it',
}

const linesOf = ({ id, claims }: LeaningReport): LeaningLine[] =>
  claims.map(({ number, quote, status, judgements }) => ({
    number,
    href: `/reports/${id}/desk?claim=${number}#claim`,
    quote,
    status: statusWords[status as Status],
    statusClass: statusClass[status as Status],
    judgements: judgements.map(
      ({ judgement, judgedBy }) => `${judgementWords[judgement as Judgement]} (${judgedBy})`,
    ),
  }))

const counted = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`
