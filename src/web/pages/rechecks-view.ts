import { recheckInWords, type RecheckRow } from '../../review/recheck.ts'
import { reviewDay } from '../../review/reviews/review-date.ts'
import type { PanelClaim } from './desk-rows.ts'
import type { PanelRights } from './ruling-forms.ts'
import { timeWords, type TimeWords } from './time-words.ts'

/** What the panel prints about re-checks that are open. */
export interface RechecksView {
  readonly open: readonly RecheckLine[]
  /** Whether the reader can say that the claim still stands; it needs a verdict on these words that they see. */
  readonly confirmable: boolean
  readonly mayAsk: boolean
  /** The day of its review as YYYY-MM-DD, '' for none; as typed, where that was refused. */
  readonly day: string
  readonly mayReview: boolean
  /** What was typed into a form that was refused. */
  readonly typed: string | null
}

export interface RecheckLine {
  readonly because: string
  readonly source: { readonly id: string; readonly title: string } | null
  readonly words: string | null
  readonly by: string | null
  readonly at: TimeWords
}

interface Beside {
  readonly claim: PanelClaim
  readonly rights: PanelRights
  readonly blocked: string | null
  readonly typed: Readonly<Record<string, string>> | undefined
}

export function rechecksView(
  rows: readonly RecheckRow[],
  { claim, rights, blocked, typed }: Beside,
): RechecksView {
  const open = rows.filter(({ closedAt }) => closedAt === null)
  return {
    open: open.map(({ because, source, words, askedBy, at }) => ({
      because: recheckInWords[because],
      source,
      words,
      by: askedBy?.name ?? null,
      at: timeWords(at),
    })),
    confirmable: open.length > 0 && rights.rule && blocked === null && claim.checkers > 0 && !claim.hidden,
    mayAsk:
      rights.askRecheck && claim.setAside === null && !open.some(({ because }) => because === 'asked for'),
    day: typed?.['form'] === 'review' ? (typed['day'] ?? '') : (reviewDay(claim.reviewAfter) ?? ''),
    mayReview: rights.rule && claim.setAside === null,
    typed: typed?.['form'] === 'recheck' ? (typed['words'] ?? '') : null,
  }
}
