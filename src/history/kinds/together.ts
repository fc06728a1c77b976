import type { ClaimNamed } from './claim-named.ts'
import type { Sentences } from './sentences.ts'

/** What people do with one another: comments, assignments, initials, hand-over notes. */
export interface TogetherEvents {
  'comment.written': Partial<ClaimNamed> & Written
  /** On the privileged chain of its report (src/history/privileged-chain.ts). */
  'privileged-comment.written': Partial<ClaimNamed> & Written
  'comment.withdrawn': Partial<ClaimNamed> & Commented
  'privileged-comment.withdrawn': Partial<ClaimNamed> & Commented
  'claims.assigned': ClaimsNamed & {
    readonly assigneeId: string
    readonly assignee: string
    readonly section: string | null
    /** ISO 8601, UTC. */
    readonly deadline: string | null
  }
  'assignments.ended': ClaimsNamed & {
    readonly assignees: readonly { readonly id: string; readonly name: string }[]
  }
  'section.initialed': SectionNamed & { readonly initialsId: string }
  'initials.withdrawn': SectionNamed & { readonly withdraws: string }
  'report.handed-over': {
    readonly handOverId: string
    /** Id and name of whom it is for; null: whoever comes next. */
    readonly toId: string | null
    readonly to: string | null
    readonly wordsHash: string
  }
}

interface Commented {
  readonly commentId: string
  readonly bodyHash: string
}

interface Written extends Commented {
  /** Ids of the accounts it speaks to. */
  readonly mentions: readonly string[]
}

/** `claimId` is given where it is one claim. `numbers`: of all claims, ascending. */
interface ClaimsNamed {
  readonly claimId?: string
  readonly numbers: readonly number[]
}

interface SectionNamed {
  readonly draft: number
  readonly start: number
  readonly section: string
}

export const togetherSentences: Sentences<TogetherEvents> = {
  'comment.written': (p) => `commented on ${aboutWhat(p.number)}`,
  'privileged-comment.written': (p) => `wrote a privileged comment on ${aboutWhat(p.number)}`,
  'comment.withdrawn': (p) => `took back a comment on ${aboutWhat(p.number)}`,
  'privileged-comment.withdrawn': (p) => `took back a privileged comment on ${aboutWhat(p.number)}`,
  'claims.assigned': (p) =>
    `assigned ${claimsInWords(p)}${p.section === null ? '' : ` of “${p.section}”`} to ${p.assignee}${p.deadline === null ? '' : `, until ${p.deadline.slice(0, 10)}`}`,
  'assignments.ended': (p) =>
    `took ${claimsInWords(p)} back from ${p.assignees.map(({ name }) => name).join(' and ')}`,
  'section.initialed': (p) => `initialed “${p.section}” of draft ${p.draft}`,
  'initials.withdrawn': (p) => `took back their initials from “${p.section}” of draft ${p.draft}`,
  'report.handed-over': (p) => `left a hand-over note for ${p.to ?? 'whoever comes next'}`,
}

const aboutWhat = (number: number | undefined): string =>
  number === undefined ? 'the report' : `claim ${number}`

/** How many claims a sentence lists by number; beyond it counts them. */
const MOST_LISTED = 5

function claimsInWords({ numbers }: ClaimsNamed): string {
  if (numbers.length === 1) return `claim ${numbers[0] ?? ''}`
  return numbers.length <= MOST_LISTED ? `claims ${numbers.join(', ')}` : `${numbers.length} claims`
}
