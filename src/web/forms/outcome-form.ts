import { outcomes, type Outcome } from '../../claims/vocabulary.ts'
import { answeredForInWords } from '../../review/verdict.ts'
import { fieldOf, oneOf, versionOf, type FormResult } from './problems.ts'

export interface TypedOutcome {
  readonly outcome: string
  readonly reason: string
}

export interface OutcomeForm {
  readonly outcome: Outcome
  readonly reason: string | undefined
  readonly seenVersion: number
}

/** Reads a posted outcome. Problems name the field that they are about. */
export function readOutcomeForm(body: unknown): FormResult<OutcomeForm, TypedOutcome> {
  const typed = { outcome: fieldOf(body, 'outcome'), reason: fieldOf(body, 'reason') }
  const outcome = oneOf(outcomes, typed.outcome)
  if (outcome === undefined)
    return { ok: false, typed, problems: [{ text: 'Choose what happens to the words.', href: '#outcome' }] }
  const reason = typed.reason.trim()
  if (answeredForInWords.has(outcome) && reason === '')
    return {
      ok: false,
      typed,
      problems: [{ text: `Say why the outcome is “${outcome}”.`, href: '#outcome-reason' }],
    }
  const seenVersion = versionOf(fieldOf(body, 'seenVersion'))
  return { ok: true, typed, value: { outcome, reason: reason === '' ? undefined : reason, seenVersion } }
}
