import './schemas.ts'
import { z } from 'zod'
import {
  complaintDecisions,
  complaintWays,
  LONGEST_COMPLAINT,
  LONGEST_FROM,
  LONGEST_QUOTE,
} from '../publication/complaints/complaint.ts'
import { correctionKinds, LONGEST_CORRECTION } from '../publication/correction.ts'
import { LONGEST_WITHDRAWAL } from '../publication/withdraw-publication.ts'
import { sourceTypes } from '../reading/formats.ts'

/** Schemas of what the API takes about reports that went out; `openapi.json` is made from these same objects. */

const number = z.int().min(1)
const numbers = z.array(number).max(5_000).default([])
const instant = z.iso.datetime({ offset: true }).transform((given) => new Date(given))

export const newEvidencePage = z
  .strictObject({ open: z.boolean().openapi({ description: 'To everybody, without signing in' }) })
  .openapi('NewEvidencePage')

export const newWentOutForm = z.object({ type: z.enum(sourceTypes).optional() }).openapi('NewWentOut')

export const newWentOutFetch = z
  .strictObject({ address: z.string().min(1).max(2_000) })
  .openapi('NewWentOutFetch')

const correction = z.strictObject({
  kind: z.enum(correctionKinds),
  claim: number.optional().openapi({ description: 'Number of the claim that it is about' }),
  was: z
    .string()
    .max(LONGEST_CORRECTION)
    .optional()
    .openapi({ description: 'The words that were published' }),
  now: z.string().max(LONGEST_CORRECTION).optional(),
  note: z.string().max(LONGEST_CORRECTION).openapi({ description: 'What the readers are told' }),
})
export const newCorrectionOfPublication = correction.openapi('NewPublicCorrection')

export const newPublicationWithdrawal = z
  .strictObject({
    reason: z.string().max(LONGEST_WITHDRAWAL).openapi({ description: 'Public' }),
    recheck: numbers.openapi({ description: 'Numbers of claims that are to be checked again' }),
  })
  .openapi('NewPublicationWithdrawal')

export const newComplaint = z
  .strictObject({
    from: z.string().max(LONGEST_FROM).openapi({ description: 'Who complains, and how to reach them' }),
    words: z.string().max(LONGEST_COMPLAINT),
    way: z.enum(complaintWays),
    receivedAt: instant.openapi({ type: 'string', format: 'date-time' }),
    replyDue: instant.optional().openapi({ type: 'string', format: 'date-time' }),
    quote: z.string().max(LONGEST_QUOTE).optional().openapi({ description: 'Words of the publication' }),
    claims: numbers.openapi({ description: 'Numbers of the claims that it is about' }),
  })
  .openapi('NewComplaint')

export const newComplaintDecision = z
  .strictObject({
    decision: z.enum(complaintDecisions),
    reply: z.string().max(LONGEST_COMPLAINT),
    correction: correction.optional(),
  })
  .openapi('NewComplaintDecision')

export const nothing = z.strictObject({}).openapi('Nothing')

const day = z.iso.date().transform((given) => new Date(`${given}T00:00:00.000Z`))
const DAY = { type: 'string', format: 'date' } as const

export const standingQuery = z
  .object({
    from: day.openapi({ ...DAY, description: 'The first day of publication' }),
    to: day.openapi({ ...DAY, description: 'The last one, included' }),
  })
  .refine(({ from, to }) => from <= to, 'The first day is before the last one')
