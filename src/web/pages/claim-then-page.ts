import type { ClaimDetail, ObjectionView, OutcomeView, VerdictView } from '../../claims/claim-detail.ts'
import type { EvidenceView } from '../../claims/claim-evidence.ts'
import type { ClaimView } from '../../claims/claim-view.ts'
import type { Outcome, Status } from '../../claims/vocabulary.ts'
import type { Judgement } from '../../review/evidence.ts'
import type { CommentView } from '../../review/list-comments.ts'
import type { Reason } from '../../review/verdict.ts'
import { timeWords, type TimeWords } from './time-words.ts'
import { judgementWords, outcomeWords, reasonWords, statusClass, statusWords } from './words.ts'

/** A claim as it stood at an instant, and what had been said of it by then. */
export interface ClaimThenPage {
  readonly number: number
  readonly quote: string
  readonly placement: string
  readonly status: string
  readonly className: string
  /** "reworded since checked · high risk" */
  readonly remarks: readonly string[]
  readonly outcome: string | null
  readonly verdicts: readonly VerdictThen[]
  readonly decisions: readonly Said[]
  readonly objections: readonly (Said & { readonly open: boolean })[]
  readonly evidence: readonly EvidenceThen[]
  readonly comments: readonly (Said & { readonly privileged: boolean })[]
}

interface Said {
  readonly by: string
  readonly at: TimeWords
  readonly words: string | null
}

interface VerdictThen extends Said {
  readonly verdict: string
  readonly className: string
  readonly tests: string
  readonly reason: string | null
  readonly withdrawn: boolean
}

interface EvidenceThen extends Said {
  readonly says: string
  readonly source: string | null
  readonly locator: string | null
}

interface SaidOfIt {
  readonly verdicts: readonly VerdictView[]
  readonly outcomes: readonly OutcomeView[]
  readonly raised: ClaimDetail['raised']
  readonly evidence: readonly EvidenceView[]
  readonly comments: readonly CommentView[]
  /** The instant that is looked back to. */
  readonly at: Date
}

/** The claim's page of then; whatever was said or taken back later is left out. */
export function claimThenPage(claim: ClaimView, said: SaidOfIt): ClaimThenPage {
  const byThen = <Row extends { readonly at: Date }>(rows: readonly Row[]): readonly Row[] =>
    rows.filter(({ at }) => at <= said.at)
  const verdicts = byThen(said.verdicts)
  const withdrawn = new Set(verdicts.map(({ withdraws }) => withdraws))
  const status = claim.status as Status
  return {
    number: claim.number,
    quote: claim.quote,
    placement: claim.placement,
    status: statusWords[status],
    className: `${statusClass[status]}${claim.stale ? ' is-stale' : ''}`,
    remarks: remarksOn(claim),
    outcome: claim.outcome === null ? null : outcomeWords[claim.outcome as Outcome],
    verdicts: verdicts
      .filter(({ withdraws }) => withdraws === null)
      .map((verdict) => verdictThen(verdict, withdrawn.has(verdict.id)))
      .toReversed(),
    decisions: byThen(said.outcomes)
      .map(({ outcome, reason, decidedBy, at }) => ({
        by: decidedBy.name,
        at: timeWords(at),
        words: [outcomeWords[outcome as Outcome], reason ?? ''].filter((word) => word !== '').join(': '),
      }))
      .toReversed(),
    objections: byThen(said.raised).map((raised) => objectionThen(raised, said.at)),
    evidence: byThen(said.evidence)
      .filter(({ standing }) => standing)
      .map(evidenceThen),
    comments: byThen(said.comments).map(({ words, writtenBy, privileged, at, withdrawnAt }) => ({
      by: writtenBy?.name ?? 'The author',
      at: timeWords(at),
      words: withdrawnAt === null ? words : 'Taken back by its writer.',
      privileged,
    })),
  }
}

const remarksOn = (claim: ClaimView): string[] => [
  ...(claim.hidden ? ['ruled by another, hidden until you rule'] : []),
  ...(claim.stale ? ['reworded since checked'] : []),
  ...(claim.rechecks > 0 ? ['to check again'] : []),
  ...(claim.differs ? ['checkers differ'] : []),
  ...(claim.risk === 'high' ? ['high risk'] : []),
  ...(claim.setAside === null ? [] : ['set aside']),
  claim.settled ? 'settled' : 'not settled',
]

const verdictThen = (verdict: VerdictView, withdrawn: boolean): VerdictThen => ({
  by: verdict.checker.name,
  at: timeWords(verdict.at),
  words: verdict.rationale,
  verdict: verdict.verdict,
  className: statusClass[verdict.verdict as Status],
  tests: verdict.tests,
  reason: verdict.reason === null ? null : reasonWords[verdict.reason as Reason],
  withdrawn,
})

const objectionThen = ({ words, raisedBy, at, closedAt }: ObjectionView, then: Date) => ({
  by: raisedBy.name,
  at: timeWords(at),
  words,
  open: closedAt === null || closedAt > then,
})

const evidenceThen = (row: EvidenceView): EvidenceThen => ({
  by: row.judgedBy.name,
  at: timeWords(row.at),
  words: row.kept ? null : row.excerpt,
  says: judgementWords[row.judgement as Judgement],
  source: row.source?.title ?? null,
  locator: row.locator,
})
