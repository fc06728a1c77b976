import { z } from 'zod'
import { classes, notCheckableReasons } from '../claims/coverage.ts'
import { coverageChoices } from '../drafts/list-coverage.ts'
import { secondChecks } from '../review/report-policy.ts'
import { ruleSettings } from '../review/severity.ts'
import { signOffRoles } from '../review/sign-off-role.ts'
import { pageQuery } from './schemas.ts'

/** Schemas of what the API takes about readings and coverage; `openapi.json` is made from these same objects. */

const revision = z.int().min(0).openapi({ description: 'The draft’s `reading.revision` that was looked at' })
const offset = z.int().min(0)
const index = z.int().min(0)

export const newConfirmation = z.strictObject({ revision }).openapi('NewConfirmation')
export const newCorrectionWithdrawal = z.strictObject({ revision }).openapi('NewCorrectionWithdrawal')
export const newPolicy = z
  .strictObject({
    requireConfirmedReading: z.boolean(),
    secondCheck: z.enum(secondChecks),
    share: z.int().min(1).max(100).openapi({ description: 'Percent of the claims' }),
    blindSecond: z.boolean(),
    rules: z
      .record(z.string(), z.enum(ruleSettings))
      .openapi({ description: 'Of the audit, those that are not as the rule itself has it' }),
    signOffs: z.array(z.enum(signOffRoles)),
  })
  .partial()
  .openapi('ReportPolicy', { description: 'What is left out stays as it is' })

const common = { revision, reason: z.string().max(2_000).optional() }

/** Blocks are named by the offset where they begin, notes and markers by their index in the draft. */
export const newCorrection = z
  .discriminatedUnion('kind', [
    z.strictObject({ ...common, kind: z.literal('linked'), marker: index, note: index.nullable() }),
    z.strictObject({ ...common, kind: z.literal('dropped'), block: offset }),
    z.strictObject({ ...common, kind: z.literal('joined'), block: offset }),
    z.strictObject({ ...common, kind: z.literal('divided'), block: offset, at: offset }),
    z.strictObject({
      ...common,
      kind: z.literal('noted'),
      from: offset,
      to: offset,
      countFrom: z.int().min(0).nullable().default(null),
    }),
  ])
  .openapi('NewCorrection')

export const coverageQuery = pageQuery.extend({
  show: z.enum([...coverageChoices, 'everything']).default('everything'),
})

export const newClassification = z
  .strictObject({
    start: offset,
    end: offset,
    kind: z.enum(classes),
    because: z.enum(notCheckableReasons).optional(),
    words: z.string().max(2_000).optional(),
    seen: z
      .string()
      .max(64)
      .nullable()
      .openapi({ description: 'Id of the classification that was seen, or null' }),
    seenVersion: z
      .int()
      .min(1)
      .nullable()
      .openapi({ description: 'Version of the claim that was seen, or null' }),
  })
  .openapi('NewClassification')
