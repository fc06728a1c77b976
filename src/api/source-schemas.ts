import { z } from 'zod'
import { judgements, LONGEST_EXCERPT, LONGEST_LOCATOR } from '../review/evidence.ts'
import { MOST_CLAIMS } from '../review/judge-claims.ts'
import { fallKinds } from '../sources/fall.ts'
import * as source from '../sources/source.ts'

export const sourcesQuery = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(100),
  cursor: z
    .string()
    .regex(/^\d{1,9}$/)
    .optional(),
  q: z.string().max(200).optional(),
  unjudged: z.enum(['true', 'false']).optional(),
})

const title = z.string().min(1).max(source.LONGEST_TITLE)
const url = z.string().max(source.LONGEST_URL)
const kind = z.enum(source.sourceKinds)

/** A source that somebody names by hand. */
export const sourceNamed = z.strictObject({ title, url: url.optional(), kind: kind.default('document') })

const protection = {
  descriptor: title.openapi({ description: 'What everybody may read instead' }),
  locator: z
    .string()
    .min(1)
    .max(source.LONGEST_LOCATOR)
    .openapi({ description: 'Who or what it is; sealed for the people named' }),
  readers: z
    .array(z.string().max(64))
    .max(200)
    .default([])
    .openapi({ description: 'Ids of accounts beside your own' }),
}

export const newSource = z
  .union([
    sourceNamed,
    z.strictObject({ kind: kind.default('document'), protected: z.strictObject(protection) }),
  ])
  .openapi('NewSource', { description: 'A source, or one that is protected from its first moment on' })

export const newSourceEdit = z
  .strictObject({ title, url: url.optional(), kind, doNotFetch: z.boolean() })
  .openapi('NewSourceEdit')

export const newReliability = z
  .strictObject({
    reliability: z.enum(source.reliabilities).openapi({ description: 'Admiralty code, A to F' }),
    reason: z.string().max(source.LONGEST_REASON).optional(),
  })
  .openapi('NewReliability')

export const newMerge = z
  .strictObject({
    duplicateId: z.string().max(64).openapi({ description: 'It counts for this source from now on' }),
  })
  .openapi('NewMerge')

export const newOrigin = z
  .strictObject({
    origin: z.string().max(source.LONGEST_ORIGIN).openapi({ description: 'Empty: an origin of its own' }),
  })
  .openapi('NewOrigin')

export const newProtection = z.strictObject(protection).openapi('NewProtection')

export const newPut = z
  .strictObject({
    reportId: z.string().max(64),
    claims: z
      .array(
        z.strictObject({
          claimId: z.string().max(64),
          judgement: z.enum(judgements),
          locator: z.string().max(LONGEST_LOCATOR).optional(),
        }),
      )
      .min(1)
      .max(MOST_CLAIMS),
    credibility: z.int().min(1).max(6).optional(),
    locator: z.string().max(LONGEST_LOCATOR).optional(),
    captureId: z.string().max(64).optional().openapi({ description: 'The capture that it was read from' }),
    excerpt: z.string().max(LONGEST_EXCERPT).optional(),
    translation: z.string().max(LONGEST_EXCERPT).optional(),
    translator: z.string().max(200).optional(),
  })
  .openapi('NewPut')

export const newFall = z
  .strictObject({
    kind: z.enum(fallKinds),
    to: z
      .enum(source.reliabilities)
      .optional()
      .openapi({ description: 'The reliability that it is downgraded to' }),
    reason: z.string().min(1).max(source.LONGEST_REASON),
    seen: z.string().max(64).openapi({ description: 'Of the impact that was looked at' }),
  })
  .openapi('NewFall')

export const newFallWithdrawal = z
  .strictObject({ reason: z.string().min(1).max(source.LONGEST_REASON) })
  .openapi('NewFallWithdrawal')
