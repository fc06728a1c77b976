import type { ProposedCut } from '../../drafts/list-proposed-cuts.ts'
import type { RewordedClaim } from '../../drafts/list-rewordings.ts'
import { outcomeWords, reasonWords, statusClass, statusWords } from './words.ts'
import { type DiffPiece, wordDiff } from './word-diff.ts'

/** A claim that was reworded, with every change shown. */
export interface RewordingView {
  readonly claimId: string
  readonly number: number
  readonly version: number
  /** "number, wording": what kinds of change. */
  readonly kinds: string
  /** Null where the words that were ruled on cannot be shown. */
  readonly diff: readonly DiffPiece[] | null
  readonly now: string
  readonly notes: readonly { readonly words: string; readonly diff: readonly DiffPiece[] }[]
  readonly from: number | null
  readonly verdict: VerdictToHold | null
  readonly ticked: boolean
}

/** The verdict that would be given anew. */
export interface VerdictToHold {
  readonly className: string
  readonly words: string
  readonly by: string
  readonly rationale: string | null
}

export interface ConfirmationsPage {
  /** Wording alone: in one list. */
  readonly list: readonly RewordingView[]
  readonly single: readonly RewordingView[]
  readonly cuts: readonly (ProposedCut & {
    readonly className: string
    readonly word: string
    readonly ticked: boolean
  })[]
  /** How many more there are than a list holds. */
  readonly more: number
}

/** Claims in one list: what one form can confirm. */
const MOST_LISTED = 200

export function confirmationsPage(
  reworded: readonly RewordedClaim[],
  cuts: readonly ProposedCut[],
  ticked: ReadonlySet<string>,
): ConfirmationsPage {
  const list = reworded.filter(({ inList }) => inList)
  const view = (claim: RewordedClaim): RewordingView => rewordingView(claim, ticked)
  return {
    list: list.slice(0, MOST_LISTED).map(view),
    single: reworded.filter(({ inList }) => !inList).map(view),
    cuts: cuts.slice(0, MOST_LISTED).map((cut) => ({
      ...cut,
      className: statusClass[cut.status],
      word: statusWords[cut.status],
      ticked: ticked.has(cut.claimId),
    })),
    more: Math.max(0, list.length - MOST_LISTED) + Math.max(0, cuts.length - MOST_LISTED),
  }
}

export interface RewordingPage {
  readonly claim: RewordingView
  /** The one to look at after it, and how many are left beside it. */
  readonly next: { readonly id: string; readonly number: number } | null
  readonly left: number
}

/** One reworded claim with the way on to the next that is looked at by itself; null where it has nothing to confirm. */
export function rewordingPage(reworded: readonly RewordedClaim[], claimId: string): RewordingPage | null {
  const at = reworded.findIndex((claim) => claim.claimId === claimId)
  const claim = reworded[at]
  if (claim === undefined) return null
  const others = [...reworded.slice(at + 1), ...reworded.slice(0, at)].filter(({ inList }) => !inList)
  const [next] = others
  return {
    claim: rewordingView(claim, new Set()),
    next: next === undefined ? null : { id: next.claimId, number: next.number },
    left: others.length,
  }
}

function rewordingView(claim: RewordedClaim, ticked: ReadonlySet<string>): RewordingView {
  const { before, after, verdict, changes } = claim
  return {
    claimId: claim.claimId,
    number: claim.number,
    version: claim.version,
    kinds: changes.join(', '),
    diff: before === null || after === null ? null : wordDiff(before.words, after.words),
    now: after?.words ?? '',
    notes: before === null || after === null || !changes.includes('note') ? [] : notesOf(before, after),
    from: before?.draft ?? null,
    verdict: verdict === null ? null : verdictToHold(verdict, claim.outcome),
    ticked: ticked.has(claim.claimId),
  }
}

function verdictToHold(
  { verdict, reason, rationale, own, checker, tests }: NonNullable<RewordedClaim['verdict']>,
  outcome: RewordedClaim['outcome'],
): VerdictToHold {
  return {
    className: statusClass[verdict],
    words: [
      verdict,
      ...(reason === null ? [] : [reasonWords[reason].toLowerCase()]),
      tests,
      ...(outcome === null ? [] : [outcomeWords[outcome]]),
    ].join(', '),
    by: own ? 'you' : checker,
    rationale,
  }
}

type Said = NonNullable<RewordedClaim['after']>

function notesOf(before: Said, after: Said): RewordingView['notes'] {
  const count = Math.max(before.notes.length, after.notes.length)
  return Array.from({ length: count }, (_, i) => {
    const [old, next] = [before.notes[i], after.notes[i]]
    const label = after.labels[i] ?? before.labels[i] ?? ''
    const words =
      next === undefined
        ? `note ${label} is no longer called`
        : next === null
          ? `note ${label} is missing`
          : old === undefined
            ? `note ${label} is called now`
            : `note ${label}`
    return { words, diff: wordDiff(old ?? '', next ?? '') }
  }).filter(({ diff }) => diff.some(({ kind }) => kind !== 'same'))
}
