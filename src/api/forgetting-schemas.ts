import './schemas.ts'
import { z } from 'zod'
import { destructionAnswers } from '../drafts/forgetting/answer-destruction.ts'
import { destructibles, grounds, LONGEST_DESTRUCTION_REASON } from '../history/destruction.ts'

export { retentionRules as newRetention } from '../drafts/retention.ts'

/** Schemas of what the API takes about what a report keeps; `openapi.json` is made from these same objects. */

const reason = z.string().min(1).max(LONGEST_DESTRUCTION_REASON)
const number = z.int().min(1).optional()

export const newHold = z.strictObject({ reason }).openapi('NewHold')

export const newDestruction = z
  .strictObject({
    what: z.enum(destructibles),
    ground: z.enum(grounds),
    reason: reason.openapi({ description: 'It stands where the words stood' }),
    claim: number.openapi({ description: 'Only those of this claim, by its number' }),
    draft: number.openapi({ description: 'Only those of this draft, by its number' }),
    event: number.openapi({ description: 'The event whose payload it is, by its seq' }),
  })
  .openapi('NewDestruction')

export const newDestructionAnswer = z
  .strictObject({ answer: z.enum(destructionAnswers) })
  .openapi('NewDestructionAnswer')
