import type { Problem as FieldProblem } from '../accounts/new-account.ts'
import type { Problem } from './forms/problems.ts'

/** Problems of fields as a page shows them: each a link to its field, whose id is its name. */
export const linked = (problems: readonly FieldProblem[]): Problem[] =>
  problems.map(({ field, text }) => ({ text, href: `#${field}` }))
