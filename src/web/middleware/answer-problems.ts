import type { ErrorRequestHandler } from 'express'
import { idOf, reportedProblem } from './reported-problem.ts'

/** Errors of the API, as RFC 9457 has them. */
export const answerProblems: ErrorRequestHandler = (error: unknown, req, res, next) => {
  if (res.headersSent) {
    next(error)
    return
  }
  const { status, title, detail } = reportedProblem(error, res)
  res.status(status).type('application/problem+json')
  res.send(JSON.stringify({ type: 'about:blank', title, status, detail, requestId: idOf(req) }))
}
