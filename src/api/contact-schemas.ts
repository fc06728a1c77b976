import { z } from 'zod'
import { confidenceLevels, outcomes, verdictValues } from '../claims/vocabulary.ts'
import {
  contactAnswers,
  contactTerms,
  LONGEST_CONTACT_WORDS,
  LONGEST_PERSON,
  MOST_CLAIMS_PUT,
  waysOfContact,
} from '../review/contact.ts'
import { reasons } from '../review/verdict.ts'

/** Schemas of what the API takes about contacts; `openapi.json` is made from these same objects. */

const words = z.string().max(LONGEST_CONTACT_WORDS)
const numbers = z.array(z.int().min(1)).max(MOST_CLAIMS_PUT)

export const newContact = z
  .strictObject({
    person: z.string().max(LONGEST_PERSON),
    sourceId: z.string().max(64).optional().openapi({ description: 'The person as a source of the desk' }),
    how: z.enum(waysOfContact),
    terms: z.enum(contactTerms),
    claims: numbers.default([]).openapi({ description: 'Numbers of the claims that are put to them' }),
    put: words.optional(),
    deadline: z.iso.datetime({ offset: true }).optional().openapi({
      description: 'A right of reply needs one; it may be past, where a contact is written down late',
    }),
    rightOfReply: z.boolean().default(false),
  })
  .openapi('NewContact')

export const newContactChange = z
  .strictObject({
    person: z.string().max(LONGEST_PERSON).optional(),
    how: z.enum(waysOfContact).optional(),
    terms: z.enum(contactTerms).optional(),
    rightOfReply: z.boolean().optional(),
    deadline: z.iso
      .datetime({ offset: true })
      .nullable()
      .optional()
      .openapi({ description: 'Null: none any more' }),
    reason: words
      .optional()
      .openapi({ description: 'Needed where terms are loosened on which they have answered' }),
    seenChanges: z.int().min(0).openapi({ description: 'Of the contact that was looked at' }),
  })
  .openapi('NewContactChange', { description: 'What is left out stays as it is' })

export const newAttempt = z
  .strictObject({ how: z.enum(waysOfContact).optional(), reached: z.boolean(), words: words.optional() })
  .openapi('NewAttempt')

export const newClaimsPut = z
  .strictObject({ add: numbers.default([]), remove: numbers.default([]) })
  .openapi('NewClaimsPut', { description: 'Numbers of claims; none that is answered can be taken back' })

export const newReflection = z
  .strictObject({ claim: z.int().min(1).optional(), words: z.string().max(1_000).optional() })
  .openapi('NewReflection', {
    description: 'A claim’s number, or words that stand in one claim; neither: nowhere',
  })

const ruling = z.strictObject({
  verdict: z.enum(verdictValues),
  tests: z.enum(['that it was said', 'that it is so']).optional(),
  reason: z.enum(reasons).optional(),
  rationale: z.string().max(20_000).optional(),
  confidence: z.enum(confidenceLevels).optional(),
  outcome: z.enum(outcomes).optional(),
})

export const newAnswers = z
  .strictObject({
    answers: z
      .array(
        z.strictObject({
          claimId: z.string().max(64),
          answer: z.enum(contactAnswers),
          words: words.optional(),
          seenVersion: z
            .int()
            .min(1)
            .openapi({ description: 'The claim’s version that was put before them' }),
          seenAnswer: z
            .string()
            .max(64)
            .nullable()
            .default(null)
            .openapi({ description: '`evidenceId` of the answer that was seen, null for none' }),
          ruling: ruling.optional().openapi({ description: 'What you rule on the claim with it' }),
        }),
      )
      .max(MOST_CLAIMS_PUT)
      .default([]),
    whole: z
      .strictObject({
        answer: z.enum(contactAnswers),
        words: words.optional(),
        seen: z.string().max(100).default('').openapi({ description: 'The contact’s `seen`' }),
      })
      .optional(),
  })
  .openapi('NewAnswers', { description: 'All of them are noted, or none' })
