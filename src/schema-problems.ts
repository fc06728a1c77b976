import type { z } from 'zod'

/** What does not fit a schema, a sentence for each field. */
export const schemaProblems = ({ issues }: z.ZodError): string => issues.map(sentenceOf).join(' ')

const sentenceOf = ({ path, message }: { path: PropertyKey[]; message: string }): string =>
  `${path.length === 0 ? '' : `${path.map(String).join('.')}: `}${message.replace(/\.?$/, '.')}`
