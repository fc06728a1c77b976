import { extendZodWithOpenApi } from '@asteasolutions/zod-to-openapi'
import { z } from 'zod'
import { LONGEST_GROUP } from '../claims/claim-edit.ts'
import { outcomes, statuses, verdictValues, confidenceLevels } from '../claims/vocabulary.ts'
import { sourceTypes } from '../reading/formats.ts'
import { exportFormats, inclusions } from '../exports/formats.ts'
import { judgements, LONGEST_EXCERPT, LONGEST_LOCATOR } from '../review/evidence.ts'
import { risks } from '../review/risk.ts'
import { sourceKinds } from '../sources/source.ts'
import { reasons } from '../review/verdict.ts'

extendZodWithOpenApi(z)

/** Schemas of what the API takes; `openapi.json` is made from these same objects. */

export const idParams = z.object({ id: z.string().min(1).max(64) })

const page = {
  limit: z.coerce.number().int().min(1).max(500).default(100),
  cursor: z.string().max(200).optional(),
}

export const pageQuery = z.object(page)

/** A day is meant to its end, by UTC. */
const at = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()])
  .optional()
  .transform((given) => {
    if (given === undefined) return undefined
    return given.length === 10 ? new Date(`${given}T23:59:59.999Z`) : new Date(given)
  })
  .openapi({ type: 'string', description: 'As it stood then: an instant, or the end of a day' })

export const momentQuery = z.object({ at })

export const claimsQuery = z.object({
  ...page,
  at,
  status: z
    .enum([
      ...statuses,
      'stale',
      'differs',
      'unsettled',
      'needs-second',
      'objections',
      'recheck',
      'set-aside',
    ])
    .optional(),
  risk: z.enum(risks).optional(),
  group: z.string().max(LONGEST_GROUP).optional(),
  level: z.enum(confidenceLevels).optional(),
  q: z.string().max(500).optional(),
})

export const historyQuery = z.object({
  ...page,
  at: z.iso.datetime({ offset: true }).optional().openapi({ description: 'Only what had happened by then' }),
})

export const exportQuery = z.object({
  format: z.enum(exportFormats),
  include: z
    .string()
    .optional()
    .openapi({ description: `What leaves only when named, divided by commas: ${inclusions.join(', ')}` })
    .transform((given) => (given === undefined || given === '' ? [] : given.split(',')))
    .pipe(z.array(z.enum(inclusions))),
  byOthers: z
    .enum(['true', 'false'])
    .optional()
    .transform((given) => (given === undefined ? undefined : given === 'true'))
    .openapi({
      type: 'string',
      description:
        'Whether the report is by others, so that claimreview holds reviews; told by its publisher unless given',
    }),
})

export const newReportForm = z
  .object({
    title: z.string().max(500).optional(),
    type: z.enum(sourceTypes).optional(),
    closed: z
      .enum(['true', 'false'])
      .optional()
      .openapi({ description: 'Only for whoever imports it, until they name others' }),
  })
  .openapi('NewReport')

export const newDraftForm = z
  .object({
    type: z.enum(sourceTypes).optional(),
    anyway: z
      .enum(['true', 'false'])
      .optional()
      .describe('also where it may have been sent by mistake: hardly a claim finds a place in it'),
  })
  .openapi('NewDraft')

export const newVerdict = z
  .strictObject({
    verdict: z.enum(verdictValues),
    tests: z.enum(['that it was said', 'that it is so']).optional(),
    confidence: z.enum(confidenceLevels).optional(),
    reason: z.enum(reasons).optional(),
    rationale: z.string().max(20_000).optional(),
    outcome: z.enum(outcomes).optional(),
    fixId: z
      .string()
      .max(64)
      .optional()
      .openapi({ description: 'The fix it is on: it holds where a draft has its words' }),
    seenVersion: z.int().min(1).openapi({ description: 'The claim’s version that the checker saw' }),
  })
  .openapi('NewVerdict')

export const newWithdrawal = z.strictObject({ seenVersion: z.int().min(1) }).openapi('NewWithdrawal')

export const newOutcome = z
  .strictObject({
    outcome: z.enum(outcomes),
    reason: z.string().max(20_000).optional(),
    seenVersion: z.int().min(1),
  })
  .openapi('NewOutcome')

export const newEvidence = z
  .strictObject({
    citationId: z.string().max(64).optional(),
    sourceId: z.string().max(64).optional(),
    source: z
      .strictObject({
        title: z.string().min(1).max(500),
        url: z.string().max(2_000).optional(),
        kind: z.enum(sourceKinds),
      })
      .optional()
      .openapi({ description: 'One that is new to the desk, or known by this address' }),
    judgement: z.enum(judgements),
    credibility: z.int().min(1).max(6).optional().openapi({ description: 'Admiralty code, 1 to 6' }),
    locator: z.string().max(LONGEST_LOCATOR).optional(),
    captureId: z.string().max(64).optional().openapi({ description: 'The capture that it was read from' }),
    excerpt: z.string().max(LONGEST_EXCERPT).optional(),
    translation: z.string().max(LONGEST_EXCERPT).optional(),
    translator: z.string().max(200).optional(),
  })
  .openapi('NewEvidence', {
    description: 'A citation of the report, a source, or a new one: one of the three',
  })
