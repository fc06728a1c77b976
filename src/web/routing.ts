import express, { type RequestHandler, Router } from 'express'
import type { Services } from '../services.ts'
import { checkCsrf } from './middleware/csrf.ts'
import { hideClosedReports } from './middleware/hide-closed.ts'
import { type Access, requireAccess } from './middleware/require-access.ts'

/** One page or form of the desk, and who is let through to it. */
export interface Route {
  readonly method: 'get' | 'post'
  readonly path: string
  readonly access: Access
  readonly mount: (router: Router) => void
}

/** One handler, or several that a request passes in this order. */
type Handlers<P> = RequestHandler<P> | RequestHandler<P>[]

/** The fields of a form: 1 MB at most, nothing nested; many where one form answers for many claims. */
const readFields = express.urlencoded({
  extended: false,
  limit: '1mb',
  parameterLimit: 5_000,
}) as RequestHandler<never>

/** The same for a form into which somebody may paste far too much, so that it can be told to them in the form itself. */
const readLongFields = express.urlencoded({
  extended: false,
  limit: '16mb',
  parameterLimit: 5_000,
}) as RequestHandler<never>

/** A page. */
export const get = <P>(path: string, access: Access, handlers: Handlers<P>): Route => ({
  method: 'get',
  path,
  access,
  mount: (router) => router.get(path, requireAccess(access), handlers),
})

/**
 * A form. Who may send it is settled before its body is read, and its token before it is acted on.
 *
 * `readBody`: what reads a body with files (multer), beside plain fields. A body of any other kind has no token and is
 * refused.
 */
export const post = <P>(
  path: string,
  access: Access,
  handlers: Handlers<P>,
  readBody?: RequestHandler<P>,
): Route => ({
  method: 'post',
  path,
  access,
  mount: (router) =>
    router.post(path, requireAccess(access), readFields, readBody ?? [], checkCsrf, handlers),
})

/** A form that long texts are pasted into, or that has a field for each claim of a report. */
export const postLong = <P>(path: string, access: Access, handlers: Handlers<P>): Route => ({
  method: 'post',
  path,
  access,
  mount: (router) => router.post(path, requireAccess(access), readLongFields, checkCsrf, handlers),
})

/** A router with these routes, in their order, behind what hides closed reports. */
export function routerOf(routes: readonly Route[], services: Services): Router {
  const router = Router()
  hideClosedReports(router, services)
  for (const route of routes) route.mount(router)
  return router
}
