import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import { pinoHttp } from 'pino-http'
import { newId } from '../../db/new-id.ts'

/**
 * One line per request with its id, method, path, status and time; never a query, a body, a header or a cookie. Leaves
 * the id behind as `req.id`.
 */
export const logRequests = (logger: Logger): RequestHandler =>
  pinoHttp<IncomingMessage, ServerResponse>({
    logger,
    genReqId: newId,
    wrapSerializers: false,
    quietReqLogger: true,
    serializers: { res: (res: ServerResponse) => res.statusCode },
    autoLogging: { ignore: (req) => req.url === '/healthz' },
    customProps: (req) => ({ method: req.method, path: loggedPath(req.url ?? '') }),
  })

/** The path without its query, and without the secret of a first-admin link. */
export const loggedPath = (url: string): string =>
  url.split('?', 1)[0]?.replace(/^\/setup\/.*/, '/setup/…') ?? ''
