import { z } from 'zod'
import { LONGEST_WORDS_SOUGHT } from '../claims/find-words.ts'
import { MOST_CONFIRMED } from '../review/confirmation.ts'
import { LONGEST_REASON } from '../review/risk.ts'
import { momentQuery } from './schemas.ts'

/** Schemas of what the API takes about drafts that follow one another, and about dates. */

const offset = z.int().min(0)
const seenVersion = z.int().min(1).openapi({ description: 'The claim’s version that was seen' })
const reason = z.string().max(LONGEST_REASON).optional()
const { at } = momentQuery.shape

const claimsSeen = z
  .array(z.strictObject({ claimId: z.string().min(1).max(64), seenVersion }))
  .max(MOST_CONFIRMED)

export const newConfirmations = z
  .strictObject({
    claims: claimsSeen.default([]).openapi({
      description: 'Whose verdict on earlier words still holds; one alone where more than wording changed',
    }),
    cuts: claimsSeen.default([]).openapi({ description: 'That stand nowhere because their words were cut' }),
  })
  .openapi('NewConfirmations')

/** By its place, or by the words alone: they must stand once in the body, or in the block that begins at `block`. */
export const newAttachment = z
  .union([
    z.strictObject({
      start: offset,
      end: offset,
      words: z.string().max(LONGEST_WORDS_SOUGHT).optional(),
      seenVersion,
      reason,
    }),
    z.strictObject({
      words: z.string().min(1).max(LONGEST_WORDS_SOUGHT),
      block: offset.optional(),
      seenVersion,
      reason,
    }),
  ])
  .openapi('NewAttachment')

export const newDetachment = z.strictObject({ seenVersion, reason }).openapi('NewDetachment')

export const placesQuery = z.object({
  words: z.string().max(LONGEST_WORDS_SOUGHT).default('').openapi({ description: 'To search the draft for' }),
})

const draftNumber = z.coerce.number().int().min(1).max(999_999).optional()

export const draftsQuery = z.object({
  old: draftNumber.openapi({
    description: 'Number of the earlier draft; the one before the later unless given',
  }),
  new: draftNumber.openapi({ description: 'Number of the later draft; the present one unless given' }),
})

/** `from`: the import unless given; `to`: now. */
export const changesQuery = z.object({ from: at, to: at })

export const countsQuery = z.object({ until: at })
