import type { RequestHandler, RequestParamHandler, Router } from 'express'
import { assertMayLearnOf, reportObjects, type ReportObject } from '../../accounts/report-objects.ts'
import type { Services } from '../../services.ts'
import { accountOrVisitor } from './current-account.ts'

/** The name that something of a report has in the paths of pages: `:claimId`. */
export const parameterOf = (object: ReportObject): string => `${object}Id`

/** In front of every page about something of a report: 404 for whom its report is closed to, as if it never was. */
export function hideClosedReports(router: Router, services: Services): void {
  for (const object of reportObjects) router.param(parameterOf(object), hide(services, object))
}

/** The same in front of one route of the API, where everything is called `:id`. */
export function hideClosed(services: Services, object: ReportObject): RequestHandler<Record<string, string>> {
  const look = hide(services, object)
  return (req, res, next) => {
    look(req, res, next, req.params['id'], 'id')
  }
}

/** Visitors go on: they are sent to sign in, whatever they asked for. */
const hide =
  ({ db }: Services, object: ReportObject): RequestParamHandler =>
  (_req, res, next, id: unknown) => {
    const account = accountOrVisitor(res)
    if (account === null) next()
    else assertMayLearnOf(db, account, object, String(id)).then(() => next(), next)
  }
