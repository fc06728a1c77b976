import { z } from 'zod'
import './schemas.ts'

const size = z.coerce
  .number()
  .int()
  .min(1)
  .max(2 ** 31 - 1)

export const proofQuery = z.object({
  report: z.string().min(1).max(64).openapi({ description: 'Whose history the event is in' }),
  event: size.openapi({ description: 'Its number there (`seq`)' }),
})

export const consistencyQuery = z.object({
  from: size.openapi({ description: 'The size of a signed head' }),
  to: size.optional().openapi({ description: 'The size of a later one; the newest unless given' }),
})
