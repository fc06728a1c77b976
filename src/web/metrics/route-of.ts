import type { Request } from 'express'

/** The route of what no route answered. */
const ELSEWHERE = 'none'

/** The pattern of the route that answered a request, like `/claims/:claimId`; “none” for files and what is not there. */
export function routeOf(req: Pick<Request, 'baseUrl'> & { readonly route?: unknown }): string {
  const path = (req.route as { path?: unknown } | undefined)?.path
  return typeof path === 'string' ? `${req.baseUrl}${path}` : ELSEWHERE
}

/** Whether an answer says that a verdict was recorded: the page goes on, or the API answers with it. */
export const isVerdict = (method: string, route: string, status: number): boolean =>
  method === 'POST' &&
  /^(?:\/api\/v1)?\/claims\/:\w+\/verdicts$/.test(route) &&
  [200, 201, 303].includes(status)
