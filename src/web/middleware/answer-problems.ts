import type { ErrorRequestHandler } from 'express'
import type { Services } from '../../services.ts'
import { idOf, reportedProblem } from './reported-problem.ts'

/** Errors of the API, as RFC 9457 has them. */
export function answerProblems({ log }: Pick<Services, 'log'>): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (res.headersSent) return next(error)
    const { status, title, detail } = reportedProblem(error, req, log)
    res.status(status).type('application/problem+json')
    res.send(JSON.stringify({ type: 'about:blank', title, status, detail, requestId: idOf(req) }))
  }
}
