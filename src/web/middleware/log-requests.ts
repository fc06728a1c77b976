import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import { pinoHttp } from 'pino-http'
import { newId } from '../../db/new-id.ts'

/**
 * One line per request with its id, method, path, status and time; never a query, a body, a header or a cookie. Leaves
 * the id behind as `req.id`. The error of a failed request is what `reportedProblem` put on the response.
 */
export const logRequests = (logger: Logger): RequestHandler =>
  pinoHttp({
    logger,
    genReqId: newId,
    serializers: {
      req: ({ id, method, url }: LoggedRequest) => ({ id, method, path: loggedPath(url) }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
    customLogLevel: (_req, res) => (res.statusCode >= 500 ? 'error' : 'info'),
    autoLogging: { ignore: (req) => req.url === '/healthz' },
  })

interface LoggedRequest {
  readonly id: string
  readonly method: string
  readonly url: string
}

/** The path without its query, and without the secret of a link for the first administrator, an author or somebody invited. */
export const loggedPath = (url: string): string => {
  const path = url.split('?', 1)[0] ?? ''
  const secret = /^\/(setup|author|invitations)\//i.exec(path)?.[1]?.toLowerCase()
  return secret === undefined ? path : `/${secret}/…`
}
