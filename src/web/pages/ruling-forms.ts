import { confidenceLevels, outcomes, verdictValues } from '../../claims/vocabulary.ts'
import { reasons } from '../../review/verdict.ts'
import type { TypedOutcome } from '../forms/outcome-form.ts'
import type { Problem } from '../forms/problems.ts'
import type { TypedVerdict } from '../forms/verdict-form.ts'
import type { PanelClaim } from './desk-rows.ts'
import { outcomeWords, reasonWords, statusClass, verdictKeys } from './words.ts'

/** What somebody may do with the claim at hand. */
export interface PanelRights {
  readonly rule: boolean
  readonly letStand: boolean
  readonly askRecheck: boolean
  readonly findPlace: boolean
}

/** What a refused form leaves behind: its problems or its conflict, and what was typed. */
export interface Refused {
  readonly problems: readonly Problem[]
  readonly conflict: string | null
  readonly verdict: TypedVerdict | null
  readonly outcome: TypedOutcome | null
  /** What was typed into another form of the panel, by the names of its fields; `form` says which. */
  readonly typed?: Readonly<Record<string, string>>
}

export interface Choice {
  readonly value: string
  readonly words: string
  readonly chosen: boolean
}

export interface VerdictFormView {
  readonly buttons: readonly { value: string; className: string; key: string }[]
  readonly tests: readonly Choice[]
  readonly reasons: readonly Choice[]
  readonly confidence: readonly Choice[]
  readonly outcomes: readonly Choice[]
  readonly rationale: string
  /** Whether what is folded away holds something that was typed. */
  readonly open: boolean
}

export interface OutcomeFormView {
  readonly outcomes: readonly Choice[]
  readonly reason: string
  readonly open: boolean
}

export function verdictFormView(
  claim: PanelClaim,
  rights: PanelRights,
  typed: TypedVerdict | null,
): VerdictFormView {
  const tests = typed?.tests ?? claim.placement.tests
  return {
    buttons: verdictValues.map((value) => ({
      value,
      className: statusClass[value],
      key: verdictKeys[value],
    })),
    tests: ['that it is so', 'that it was said'].map((value) => ({
      value,
      words: value,
      chosen: value === tests,
    })),
    reasons: reasons.map((value) => ({ value, words: reasonWords[value], chosen: value === typed?.reason })),
    confidence: confidenceLevels.map((value) => ({
      value,
      words: value,
      chosen: value === typed?.confidence,
    })),
    outcomes: outcomeChoices(rights, typed?.outcome),
    rationale: typed?.rationale ?? '',
    open: typed !== null && [typed.rationale, typed.confidence, typed.outcome].some((value) => value !== ''),
  }
}

export const outcomeFormView = (rights: PanelRights, typed: TypedOutcome | null): OutcomeFormView => ({
  outcomes: outcomeChoices(rights, typed?.outcome),
  reason: typed?.reason ?? '',
  open: typed !== null,
})

const outcomeChoices = (rights: PanelRights, chosen: string | undefined): readonly Choice[] =>
  outcomes
    .filter((value) => value !== 'stet' || rights.letStand)
    .map((value) => ({ value, words: outcomeWords[value], chosen: value === chosen }))
