import { z } from 'zod'
import { roles } from '../accounts/account.ts'
import './schemas.ts' // lets schemas describe themselves

/** Schemas of what the API takes about accounts; `openapi.json` is made from these same objects. */

const standing = { role: z.enum(roles), legal: z.boolean().default(false) }

export const newInvitation = z
  .strictObject({ email: z.string().max(254), name: z.string().max(100), ...standing })
  .openapi('NewAccount', { description: 'Its owner sets a password by the link in the answer' })

export const newRole = z.strictObject(standing).openapi('NewRole')
