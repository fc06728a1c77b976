import type { Status } from '../../claims/vocabulary.ts'
import type { Judgement } from '../../review/evidence.ts'
import type { Impact, ImpactClaim, ImpactReport, LeaningWay } from '../../review/falls/impact.ts'
import { fallKinds, type FallKind } from '../../sources/fall.ts'
import { reliabilities } from '../../sources/source.ts'
import { reliabilityWords } from './source-page.ts'
import { timeWords, type TimeWords } from './time-words.ts'
import { judgementWords, statusClass, statusWords } from './words.ts'

export interface TypedFall {
  readonly kind: string
  readonly to: string
  readonly reason: string
}

interface Choice {
  readonly value: string
  readonly words: string
  readonly chosen: boolean
}

/** What a fall of a source would touch, and the form that confirms it. */
export interface FallPage {
  readonly id: string
  readonly title: string
  readonly kind: string
  readonly fallen: string | null
  readonly reliability: string | null
  /** "3 claims in 2 reports, 1 published" */
  readonly words: string
  readonly beside: string
  readonly seen: string
  readonly kinds: readonly Choice[]
  /** Letters below the one that it has. */
  readonly letters: readonly Choice[]
  readonly reason: string
  readonly reports: readonly ReportTouched[]
}

interface ReportTouched {
  readonly id: string
  readonly title: string
  readonly language: string
  readonly closed: boolean
  /** "drafts 1, 2" */
  readonly drafts: string
  readonly published: readonly { readonly words: string; readonly at: TimeWords }[]
  readonly claims: readonly ClaimTouched[]
}

interface ClaimTouched {
  readonly number: number
  readonly href: string
  readonly quote: string
  readonly status: string
  readonly statusClass: string
  /** "by its note · says so (Ana) · substantiated (Ben)" */
  readonly words: string
}

const KINDS: Readonly<Record<FallKind, string>> = {
  retracted: 'retracted: whoever published it took it back',
  downgraded: 'downgraded: it can be relied on less than was thought',
  lost: 'lost: it can no longer be seen by anybody',
}

const WAYS: Readonly<Record<LeaningWay, string>> = {
  note: 'by its note',
  evidence: 'as evidence',
  tick: 'by a tick',
  contact: 'by a contact',
  published: 'as published',
}

interface Falling {
  readonly id: string
  readonly title: string
  readonly kind: string
  readonly fallen: string | null
  readonly reliability: string | null
}

export function fallPage(source: Falling, { reports, counts, seen }: Impact, typed: TypedFall): FallPage {
  const { id, title, kind, fallen, reliability } = source
  const below =
    reliability === null ? -1 : reliabilities.indexOf(reliability as (typeof reliabilities)[number])
  return {
    id,
    title,
    kind,
    fallen,
    reliability,
    words: [
      `${counted(counts.claims, 'claim', 'claims')} in ${counted(counts.reports, 'report', 'reports')}`,
      ...(counts.published === 0 ? [] : [counted(counts.published, 'publication', 'publications')]),
    ].join(', '),
    beside: [
      counted(counts.evidence, 'judgement of what it says', 'judgements of what it says'),
      counted(counts.verdicts, 'verdict', 'verdicts'),
    ].join(' and '),
    seen,
    kinds: fallKinds.map((value) => ({ value, words: KINDS[value], chosen: value === typed.kind })),
    letters: reliabilities.slice(below + 1).map((value) => ({
      value,
      words: `${value}: ${reliabilityWords[value] ?? ''}`,
      chosen: value === typed.to,
    })),
    reason: typed.reason,
    reports: reports.map(reportTouched),
  }
}

const reportTouched = (report: ImpactReport): ReportTouched => ({
  id: report.id,
  title: report.title,
  language: report.language,
  closed: report.closed,
  drafts:
    report.drafts.length === 0
      ? ''
      : `${report.drafts.length === 1 ? 'draft' : 'drafts'} ${report.drafts.join(', ')}`,
  published: report.published.map(({ draft, at, publicPage }) => ({
    words: `Draft ${draft} is published${publicPage ? ', with a public page' : ''}`,
    at: timeWords(at),
  })),
  claims: report.claims.map((claim) => claimTouched(report.id, claim)),
})

const claimTouched = (reportId: string, claim: ImpactClaim): ClaimTouched => ({
  number: claim.number,
  href: `/reports/${reportId}/desk?claim=${claim.number}#claim`,
  quote: claim.quote,
  status: statusWords[claim.status as Status],
  statusClass: statusClass[claim.status as Status] + (claim.stale ? ' is-stale' : ''),
  words: [
    ...claim.ways.map((way) => WAYS[way]),
    ...claim.evidence.map(({ judgement, by }) => `${judgementWords[judgement as Judgement]} (${by})`),
    ...claim.verdicts.map(({ verdict, by }) => `${verdict} (${by})`),
  ].join(' · '),
})

const counted = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`
