import { verdictValues, type Status } from '../../claims/vocabulary.ts'
import type { PanelClaim } from './desk-rows.ts'
import { timeWords, type TimeWords } from './time-words.ts'
import { statusClass } from './words.ts'

export interface GivenObjectionRow {
  readonly id: string
  readonly words: string | null
  readonly raisedBy: string
  /** `left`: can no longer close it. */
  readonly owner: { readonly id: string; readonly name: string; readonly left: boolean }
  readonly at: Date
  readonly closed: { readonly at: Date; readonly by: string; readonly words: string | null } | null
}

export interface SecondCheckInput {
  readonly claim: PanelClaim
  readonly readerId: string
  /** Newest first. */
  readonly objections: readonly GivenObjectionRow[]
  readonly decisions: readonly {
    readonly verdict: string
    readonly reason: string | null
    readonly by: string
    readonly at: Date
  }[]
  readonly rights: {
    readonly decide: boolean
    readonly object: boolean
    readonly takeOver: boolean
    readonly raise: boolean
    readonly lower: boolean
  }
  readonly typed: Readonly<Record<string, string>> | null
}

/** What the panel prints about more than one checker. */
export interface SecondCheckView {
  /** "A second person is asked for: one has ruled." '' for nothing to say. */
  readonly standing: string
  readonly decisions: readonly {
    readonly verdict: string
    readonly className: string
    readonly reason: string | null
    readonly by: string
    readonly at: TimeWords
  }[]
  /** Whether the reader can decide between checkers who differ. */
  readonly decide: readonly { readonly value: string; readonly chosen: boolean }[]
  readonly objections: readonly ObjectionLine[]
  readonly mayObject: boolean
  readonly risk: { readonly is: string; readonly to: string | null; readonly needsReason: boolean }
  readonly typed: Readonly<Record<string, string>>
}

export interface ObjectionLine {
  readonly id: string
  readonly words: string
  readonly raisedBy: string
  /** Whose it is now, null where it is still theirs who raised it. */
  readonly owner: string | null
  readonly at: TimeWords
  readonly closed: { readonly by: string; readonly at: TimeWords; readonly words: string | null } | null
  readonly closable: boolean
  readonly takeable: boolean
}

export function secondCheckView(input: SecondCheckInput): SecondCheckView {
  const { claim, decisions, rights, typed } = input
  return {
    standing: standingWords(input),
    decisions: decisions.map(({ verdict, reason, by, at }) => ({
      verdict,
      className: statusClass[verdict as Status],
      reason,
      by,
      at: timeWords(at),
    })),
    decide: mayDecide(input)
      ? verdictValues.map((value) => ({ value, chosen: typed?.['verdict'] === value }))
      : [],
    objections: input.objections.map((objection) => objectionLine(objection, input)),
    mayObject: rights.object,
    risk: riskOf(claim.risk, rights),
    typed: typed ?? {},
  }
}

/** A third person: nobody whose verdict stands. */
const mayDecide = ({ claim, readerId, rights }: SecondCheckInput): boolean =>
  rights.decide &&
  claim.differs &&
  !claim.stale &&
  !claim.verdicts.some(({ checkerId, withdrawnAt }) => checkerId === readerId && withdrawnAt === null)

function standingWords({ claim, readerId }: SecondCheckInput): string {
  const { checkers, needsSecond, differs, verdicts } = claim
  if (claim.hidden) return 'Somebody else has ruled on it; what they found is hidden until you have ruled.'
  const own = verdicts.some(({ checkerId, withdrawnAt }) => checkerId === readerId && withdrawnAt === null)
  if (differs)
    return own
      ? 'The checkers differ. Rule again if you agree by now; else a third person decides by name.'
      : 'The checkers differ: it stays unsettled until they agree, or a third person decides by name.'
  if (needsSecond && checkers === 0) return 'Two different people are asked for.'
  if (needsSecond && checkers === 1)
    return own
      ? 'Checked by one person, you: a second person is asked for. Nobody seconds themselves.'
      : 'Checked by one person: a second person is asked for.'
  if (checkers === 1) return 'Checked by one person.'
  return checkers > 1 ? `Checked by ${checkers} people.` : ''
}

function objectionLine(
  { id, words, raisedBy, owner, at, closed }: GivenObjectionRow,
  { readerId, rights }: SecondCheckInput,
): ObjectionLine {
  const open = closed === null
  return {
    id,
    words: words ?? 'These words were destroyed.',
    raisedBy,
    owner: owner.name === raisedBy ? null : owner.name,
    at: timeWords(at),
    closed: closed === null ? null : { by: closed.by, at: timeWords(closed.at), words: closed.words },
    closable: open && rights.object && owner.id === readerId,
    takeable: open && rights.takeOver && owner.left && owner.id !== readerId,
  }
}

function riskOf(is: string, { raise, lower }: SecondCheckInput['rights']): SecondCheckView['risk'] {
  if (is === 'high') return { is, to: lower ? 'ordinary' : null, needsReason: true }
  return { is, to: raise ? 'high' : null, needsReason: false }
}
