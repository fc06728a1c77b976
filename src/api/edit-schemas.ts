import { z } from 'zod'
import { LONGEST_GROUP } from '../claims/claim-edit.ts'
import { LONGEST_WORDS_SOUGHT } from '../claims/find-words.ts'
import { verdictValues } from '../claims/vocabulary.ts'
import { LONGEST_OBJECTION } from '../review/objection.ts'
import { LONGEST_RECHECK } from '../review/recheck.ts'
import { LONGEST_REASON, risks } from '../review/risk.ts'

/** Schemas of what the API takes about what claims are, and about more than one checker. */

const offset = z.int().min(0)
const id = z.string().min(1).max(64)
const reason = z.string().max(LONGEST_REASON).optional()
const seenVersion = z.int().min(1).openapi({ description: 'The claim’s version that was seen' })
const common = { seenVersion, reason }

/** By its place, or by the words alone: they must stand once in the body, or in the block that begins at `block`. */
export const newClaim = z
  .union([
    z.strictObject({
      start: offset,
      end: offset,
      words: z.string().max(LONGEST_WORDS_SOUGHT).optional(),
      reason,
    }),
    z.strictObject({ words: z.string().min(1).max(LONGEST_WORDS_SOUGHT), block: offset.optional(), reason }),
  ])
  .openapi('NewClaim')

export const newClaimEdit = z
  .discriminatedUnion('kind', [
    z.strictObject({
      ...common,
      kind: z.literal('split'),
      at: offset.optional().openapi({ description: 'Where the second part begins, in the draft’s text' }),
      before: z
        .string()
        .max(LONGEST_WORDS_SOUGHT)
        .optional()
        .openapi({ description: 'The words that the second part begins with, instead of an offset' }),
    }),
    z.strictObject({
      ...common,
      kind: z.literal('merged'),
      next: z.strictObject({ claimId: id, seenVersion }),
    }),
    z.strictObject({
      ...common,
      kind: z.literal('relinked'),
      marker: offset.openapi({ description: 'The marker’s index in the draft' }),
      to: id.openapi({ description: 'Id of the claim that leans on it from now on' }),
    }),
  ])
  .openapi('NewClaimEdit')

export const newGroup = z
  .strictObject({ group: z.string().max(LONGEST_GROUP).nullable(), claimIds: z.array(id).min(1).max(500) })
  .openapi('NewGroup')

export const newRisk = z.strictObject({ risk: z.enum(risks), ...common }).openapi('NewRisk')

export const newDifference = z
  .strictObject({
    verdict: z.enum(verdictValues),
    reason: z.string().min(1).max(LONGEST_REASON),
    seenVersion,
  })
  .openapi('NewDifferenceDecision')

export const newObjection = z
  .strictObject({ words: z.string().min(1).max(LONGEST_OBJECTION), seenVersion })
  .openapi('NewObjection')

export const newRecheck = z
  .strictObject({ words: z.string().min(1).max(LONGEST_RECHECK), seenVersion })
  .openapi('NewRecheck')

export const newRecheckClosing = z.strictObject({ seenVersion }).openapi('NewRecheckClosing')

export const newReviewDate = z
  .strictObject({
    day: z.iso
      .date()
      .nullable()
      .openapi({ description: 'From which on it is to be checked again; null: no more' }),
  })
  .openapi('NewReviewDate')

export const newClosing = z
  .strictObject({ words: z.string().max(LONGEST_OBJECTION).optional() })
  .openapi('NewClosing')
