import type { z } from 'zod'
import { Invalid } from '../errors.ts'
import { schemaProblems } from '../schema-problems.ts'

/**
 * What a schema makes of a request's part.
 * @throws Invalid a sentence for each field that does not fit
 */
export function parse<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new Invalid(schemaProblems(parsed.error))
}
