import express, { type RequestHandler, Router } from 'express'
import type { Services } from '../services.ts'
import { type ApiRoute, objectOf, scopeOf } from './api-route.ts'
import { openApiDocument } from './openapi.ts'
import { apiRoutes } from './routes.ts'
import { authenticateToken, requireTokenAccess } from '../web/middleware/authenticate-token.ts'
import { answerProblems } from '../web/middleware/answer-problems.ts'
import { hideClosed } from '../web/middleware/hide-closed.ts'
import { receiveFile } from '../web/middleware/receive-file.ts'

/** Everything below /api/v1. Its description is open to all; everything else wants a token. */
export function apiRouter(services: Services): Router {
  const router = Router()
  const description = openApiDocument(services.config.baseUrl)
  router.get('/openapi.json', (_req, res) => {
    res.json(description)
  })
  router.use(authenticateToken(services), express.json({ limit: '4mb' }))
  for (const route of apiRoutes)
    router[route.method](route.path, ...guardsOf(route, services), route.handler(services))
  router.use(answerProblems)
  return router
}

/** What a request passes before its handler: the token's scope and the role, whether its report is closed to them, its file. */
function guardsOf(route: ApiRoute, services: Services): RequestHandler<Record<string, string>>[] {
  const object = objectOf(route)
  return [
    requireTokenAccess(route.access, scopeOf(route)),
    ...(object === null ? [] : [hideClosed(services, object)]),
    ...(route.upload === true ? [receiveFile()] : []),
  ]
}
