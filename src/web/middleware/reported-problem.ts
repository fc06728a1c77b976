import type { Request, Response } from 'express'
import { type HttpProblem, problemOf } from '../../http-problem.ts'

/** The problem that an error is told as; the error itself goes to the log where it is our fault. */
export function reportedProblem(error: unknown, res: Response): HttpProblem {
  const problem = problemOf(error)
  if (problem.status >= 500) res.err = error instanceof Error ? error : new Error(String(error))
  return problem
}

/** The request's id, as the log has it. */
export const idOf = (req: Request): string => (typeof req.id === 'string' ? req.id : '')
