import { z } from 'zod'
import './schemas.ts'
import { returnedKinds } from '../imports/returned-file.ts'

export const newImport = z
  .object({
    as: z
      .enum(returnedKinds)
      .describe('What the file is: W3C annotations, or a table of claims exported as CSV'),
    dryRun: z.enum(['true', 'false']).optional().describe('Only tell what would come of it'),
    leaveOut: z
      .enum(['stale'])
      .optional()
      .describe('Lines of a table that are out of date; otherwise they keep the whole table out'),
  })
  .openapi('NewImport')
