import type { ErrorRequestHandler, RequestHandler } from 'express'
import { NotFound } from '../errors.ts'
import { idOf, reportedProblem } from './middleware/reported-problem.ts'

/** Where no route answered. */
export const noSuchPage: RequestHandler = () => {
  throw new NotFound('')
}

/** Errors on pages: what happened, what to do, and for our own faults an id that is in the log. */
export const showProblem: ErrorRequestHandler = (error: unknown, req, res, next) => {
  if (res.headersSent) {
    next(error)
    return
  }
  const problem = reportedProblem(error, res)
  res.status(problem.status).render('errors/show', { problem, requestId: idOf(req) })
}
