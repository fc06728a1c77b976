import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import { pinoHttp } from 'pino-http'
import { newId } from '../../db/new-id.ts'

/**
 * One line per request with its id, method, path, status and time; never a query, a body, a header or a cookie. Leaves
 * the id behind as `req.id` and in the answer’s X-Request-Id: the one that a proxy gave, or a new one. The error of a failed request is what `reportedProblem` put on the response.
 */
export const logRequests = (logger: Logger): RequestHandler =>
  pinoHttp({
    logger,
    genReqId: (req, res) => {
      const id = givenId(req.headers['x-request-id']) ?? newId()
      res.setHeader('X-Request-Id', id)
      return id
    },
    serializers: {
      req: ({ id, method, url }: LoggedRequest) => ({ id, method, path: loggedPath(url) }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
    customLogLevel: (_req, res) => (res.statusCode >= 500 ? 'error' : 'info'),
    autoLogging: { ignore: (req) => req.url === '/healthz' || req.url === '/metrics' },
  })

/** An id that somebody in front of us gave, where it is one that a log can hold. */
const givenId = (header: string | string[] | undefined): string | null =>
  typeof header === 'string' && /^[\w.:-]{8,128}$/.test(header) ? header : null

interface LoggedRequest {
  readonly id: string
  readonly method: string
  readonly url: string
}

/** What may be the secret of a link, whatever page it is for: longer than any id of ours. */
const SECRET = /[\w-]{32,}/g

/** The path without its query, and without the secret of a link for the first administrator, an author or somebody invited. */
export const loggedPath = (url: string): string => {
  const path = url.split('?', 1)[0] ?? ''
  const secret = /^\/(setup|author|invitations)\//i.exec(path)?.[1]?.toLowerCase()
  return secret === undefined ? path.replaceAll(SECRET, '…') : `/${secret}/…`
}
