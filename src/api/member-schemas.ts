import { z } from 'zod'
import './schemas.ts' // lets schemas describe themselves

/** Schemas of what the API takes about who is in; `openapi.json` is made from these same objects. */

export const newClosing = z
  .strictObject({ closed: z.boolean() })
  .openapi('NewClosing', { description: 'true: only for the people named on it; false: open to the desk' })

export const memberNamed = z.strictObject({ accountId: z.string().min(1).max(64) }).openapi('MemberNamed')
