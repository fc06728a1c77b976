import type { Request } from 'express'
import type { Logger } from 'pino'
import { type HttpProblem, problemOf } from '../../http-problem.ts'
import { loggedPath } from './log-requests.ts'

/** The problem that an error is told as; the error itself goes to the log where it is our fault. */
export function reportedProblem(error: unknown, req: Request, log: Logger): HttpProblem {
  const problem = problemOf(error)
  if (problem.status >= 500)
    log.error(
      { err: error, reqId: idOf(req), method: req.method, path: loggedPath(req.originalUrl) },
      'request failed',
    )
  return problem
}

/** The request's id, as the log has it. */
export const idOf = (req: Request): string => String(req.id)
