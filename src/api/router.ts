import express, { Router } from 'express'
import type { Services } from '../services.ts'
import { openApiDocument } from './openapi.ts'
import { apiRoutes } from './routes.ts'
import { authenticateToken } from '../web/middleware/authenticate-token.ts'
import { answerProblems } from '../web/middleware/answer-problems.ts'
import { receiveFile } from '../web/middleware/receive-file.ts'

/** Everything below /api/v1. Its description is open to all; everything else wants a token. */
export function apiRouter(services: Services): Router {
  const router = Router()
  const description = openApiDocument(services.config.baseUrl)
  router.get('/openapi.json', (_req, res) => {
    res.json(description)
  })
  router.use(authenticateToken(services), express.json({ limit: '1mb' }))
  for (const { method, path, handler, upload } of apiRoutes)
    router[method](path, ...(upload === true ? [receiveFile()] : []), handler(services))
  router.use(answerProblems)
  return router
}
