import { confidenceLevels, outcomes, verdictValues } from '../../claims/vocabulary.ts'
import { Invalid } from '../../errors.ts'
import { answeredForInWords, completeRuling, reasons, type Ruling } from '../../review/verdict.ts'
import { fieldOf, oneOf, versionOf, type FormResult, type Problem } from './problems.ts'

/** What a checker put into the verdict form, as it is shown again. */
export interface TypedVerdict {
  readonly verdict: string
  readonly tests: string
  readonly reason: string
  readonly rationale: string
  readonly confidence: string
  readonly outcome: string
  /** The fix that it is on, '' for the words as they stand. */
  readonly fixId: string
}

/** `seenVersion`: of the claim on the page the checker saw. */
export type VerdictForm = Ruling & { readonly seenVersion: number; readonly fixId?: string | undefined }

/** Longest rationale, in UTF-16 code units. */
const LONGEST_RATIONALE = 20_000

const tested = ['that it was said', 'that it is so'] as const

/** Reads a posted verdict. Problems name the field that they are about. */
export function readVerdictForm(body: unknown): FormResult<VerdictForm, TypedVerdict> {
  const typed = typedVerdict(body)
  const verdict = oneOf(verdictValues, typed.verdict)
  if (verdict === undefined)
    return {
      ok: false,
      typed,
      problems: [{ text: 'Choose a verdict for the claim.', href: '#verdict-substantiated' }],
    }
  const ruling: Ruling = {
    verdict,
    tests: oneOf(tested, typed.tests),
    reason: verdict === 'substantiated' ? undefined : oneOf(reasons, typed.reason),
    rationale: typed.rationale,
    confidence: oneOf(confidenceLevels, typed.confidence),
    outcome: oneOf(outcomes, typed.outcome),
  }
  const problems = [...tooLong(typed.rationale), ...unanswered(ruling)]
  if (problems.length > 0) return { ok: false, problems, typed }
  const fixId = typed.fixId === '' ? undefined : typed.fixId
  const seenVersion = versionOf(fieldOf(body, 'seenVersion'))
  return { ok: true, typed, value: { ...ruling, fixId, seenVersion } }
}

const typedVerdict = (body: unknown): TypedVerdict => ({
  verdict: fieldOf(body, 'verdict'),
  tests: fieldOf(body, 'tests'),
  reason: fieldOf(body, 'reason'),
  rationale: fieldOf(body, 'rationale'),
  confidence: fieldOf(body, 'confidence'),
  outcome: fieldOf(body, 'outcome'),
  fixId: fieldOf(body, 'fixId'),
})

function tooLong(rationale: string): Problem[] {
  if (rationale.length <= LONGEST_RATIONALE) return []
  const text = `Shorten the rationale to ${LONGEST_RATIONALE} characters; it has ${rationale.length}.`
  return [{ text, href: '#rationale' }]
}

/** What the verb itself would refuse, with the field that mends it. */
function unanswered(ruling: Ruling): Problem[] {
  try {
    completeRuling(ruling)
    return []
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    const inWords = ruling.outcome !== undefined && answeredForInWords.has(ruling.outcome)
    return [{ text: error.message, href: inWords ? '#rationale' : '#reason-1' }]
  }
}
