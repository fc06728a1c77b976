import { z } from 'zod'
import { LONGEST_CAVEAT } from '../audit/caveats/caveat.ts'
import { LONGEST_WAIVER_REASON } from '../audit/waivers/waiver.ts'
import { LONGEST_REQUEST_REASON } from '../publication/publication-request.ts'
import { signOffRoles } from '../review/sign-off-role.ts'

/** Schemas of what the API takes about the audit and publication; `openapi.json` is made from these same objects. */

const draftId = z.string().max(64).openapi({ description: 'Id of the draft whose audit was looked at' })

export const newWaiver = z
  .strictObject({
    fingerprint: z.string().max(64).openapi({ description: 'Of the finding, as the audit gave it' }),
    reason: z.string().max(LONGEST_WAIVER_REASON),
  })
  .openapi('NewWaiver')

export const newCaveat = z
  .strictObject({
    words: z.string().max(LONGEST_CAVEAT).openapi({
      description: 'Of the draft at work, by which its readers learn that the claim is disputed',
    }),
  })
  .openapi('NewCaveat')

export const newSignOff = z.strictObject({ draftId, role: z.enum(signOffRoles) }).openapi('NewSignOff')

export const newPublication = z.strictObject({ draftId }).openapi('NewPublication')

export const newPublicationRequest = z
  .strictObject({ draftId, reason: z.string().max(LONGEST_REQUEST_REASON) })
  .openapi('NewPublicationRequest')

export const newPublicationAnswer = z
  .strictObject({ answer: z.enum(['publish', 'decline']) })
  .openapi('NewPublicationAnswer', {
    description: '`publish`: by somebody else than asked. `decline`: by whoever asked, it is taken back',
  })
