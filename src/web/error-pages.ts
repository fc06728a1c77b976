import type { ErrorRequestHandler, RequestHandler } from 'express'
import { NotFound } from '../errors.ts'
import type { Services } from '../services.ts'
import { idOf, reportedProblem } from './middleware/reported-problem.ts'

/** Where no route answered. */
export const noSuchPage: RequestHandler = () => {
  throw new NotFound('')
}

/** Errors on pages: what happened, what to do, and for our own faults an id that is in the log. */
export function errorPages({ log }: Pick<Services, 'log'>): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (res.headersSent) return next(error)
    const problem = reportedProblem(error, req, log)
    res.status(problem.status).render('errors/show', { problem, requestId: idOf(req) })
  }
}
