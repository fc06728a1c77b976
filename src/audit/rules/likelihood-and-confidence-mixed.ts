import type { TextRule } from '../rule.ts'
import { anyOf, whole } from '../words.ts'

const CONFIDENCE = whole(anyOf('confidence'))

export const likelihoodAndConfidenceMixed: TextRule = {
  id: 'likelihood-and-confidence-mixed',
  severity: 'advice',
  why: 'How likely an event is and how sure one is of the judgement are two things; in one sentence readers take one for the other (ICD 203).',
  find: (audited) =>
    audited.document.claims.flatMap((claim) => {
      const likelihood = claim.confidence.cues.find(
        ({ kind, quoted }) => kind === 'likelihood' && quoted !== true,
      )
      const confidence = audited.quote(claim).match(CONFIDENCE)?.[0]
      return likelihood === undefined || confidence === undefined
        ? []
        : [
            {
              at: { start: claim.start, end: claim.end },
              message: `“${likelihood.text}” is about the event, “${confidence}” about the judgement: say them in two sentences.`,
            },
          ]
    }),
}
