import { z } from 'zod'
import { LONGEST_TITLE, LONGEST_URL } from '../sources/source.ts'

/** The fields beside the file of a capture. */
export const newCapture = z.strictObject({
  title: z.string().max(LONGEST_TITLE).optional(),
  url: z.string().max(LONGEST_URL).optional().openapi({ description: 'Where it was seen' }),
  seenAt: z.iso.datetime().optional().openapi({ description: 'When it was seen; now unless told' }),
})
