import { z } from 'zod'
import { TICK_KINDS } from '../claims/ticks/tick-span.ts'
import { fixAnswers } from '../review/answer-fix.ts'
import { LONGEST_FIX } from '../review/fix.ts'
import { LONGEST_ANSWER, LONGEST_QUERY, queryAnswers } from '../review/query.ts'
import { pageQuery } from './schemas.ts'

/** Schemas of what the API takes about a claim's words; `openapi.json` is made from these same objects. */

const id = z.string().min(1).max(64)
const offset = z.int().min(0)
const instant = z.iso.datetime({ offset: true }).transform((given) => new Date(given))
const seenVersion = z.int().min(1).openapi({ description: 'The claim’s version that the checker saw' })
const authorId = id
  .optional()
  .openapi({ description: 'Whom it is put to; the report’s only author unless told' })

export const newFix = z
  .strictObject({
    original: z
      .string()
      .min(1)
      .max(LONGEST_FIX)
      .openapi({ description: 'Exactly the words that stand there' }),
    proposed: z.string().max(LONGEST_FIX),
    occurrence: z
      .int()
      .min(1)
      .optional()
      .openapi({ description: 'Which of several, from 1, within the claim' }),
    start: offset.optional().openapi({ description: 'Their place in the draft’s text, instead' }),
    end: offset.optional(),
    authorId,
    seenVersion,
  })
  .openapi('NewFix')

export const newFixAnswer = z
  .strictObject({ answer: z.enum(fixAnswers), words: z.string().max(LONGEST_ANSWER).optional() })
  .openapi('NewFixAnswer', { description: 'What the author told you; declining needs words' })

export const newQuery = z
  .strictObject({
    words: z.string().min(1).max(LONGEST_QUERY),
    authorId,
    deadline: instant.optional(),
    seenVersion,
  })
  .openapi('NewQuery')

export const newQueryAnswer = z
  .strictObject({ answer: z.enum(queryAnswers), words: z.string().max(LONGEST_ANSWER).optional() })
  .openapi('NewQueryAnswer', { description: 'What the author told you; only “on me” needs no words' })

const span = {
  start: offset,
  end: offset,
  quote: z.string().min(1).max(2_000).openapi({ description: 'Exactly the words that stand there' }),
  kind: z.enum(TICK_KINDS),
  citationId: id.optional(),
  sourceId: id.optional().openapi({ description: 'Without both: what the claim’s nearest marker cites' }),
}

export const newTick = z.strictObject(span).openapi('NewTick')

export const ticksQuery = pageQuery.extend({
  show: z.enum(['unticked', 'all']).default('unticked'),
})

export const newAuthor = z
  .strictObject({ name: z.string().min(1).max(200), email: z.string().max(320).optional() })
  .openapi('NewAuthor')

export const newAuthorLink = z
  .strictObject({ deadline: instant.optional(), expiresAt: instant.optional() })
  .openapi('NewAuthorLink', { description: 'Without `expiresAt` it holds for fourteen days' })
