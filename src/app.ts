import express, { type Express } from 'express'
import type { Services } from './services.ts'
import { apiRouter } from './api/router.ts'
import { noSuchPage, showProblem } from './web/error-pages.ts'
import { showEvidencePage } from './web/evidence-pages.ts'
import { health } from './web/health.ts'
import { answerProblems } from './web/middleware/answer-problems.ts'
import { setUpWaiting } from './web/middleware/count-waiting.ts'
import { compress } from './web/middleware/compress.ts'
import { setUpCsrf } from './web/middleware/csrf.ts'
import { logRequests } from './web/middleware/log-requests.ts'
import { servePublicFiles } from './web/middleware/public-files.ts'
import { setSecurityHeaders } from './web/middleware/security-headers.ts'
import { setUpSession } from './web/middleware/set-up-session.ts'
import { Metrics } from './web/metrics/metrics.ts'
import { showMetrics } from './web/metrics/show-metrics.ts'
import { ReadingsUnderWay } from './web/readings-under-way.ts'
import { setUpTemplates } from './web/render.ts'
import { webRoutes } from './web/routes.ts'
import { routerOf } from './web/routing.ts'

/** The whole application: everything that a request passes, in order. `readings`: the files it is reading. */
export function createApp(services: Services, readings = new ReadingsUnderWay()): Express {
  const { config, log } = services
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag') // pages are kept by no cache; files bring their own
  app.set('trust proxy', config.trustProxy ?? 'loopback') // a proxy on this machine, or a known one, says who asked
  setUpTemplates(app)

  const metrics = new Metrics({ db: services.db, readings: () => readings.count() })
  app.use(logRequests(log))
  app.use(metrics.count())
  app.use(setSecurityHeaders(config))
  app.get('/healthz', health(services))
  app.get('/metrics', showMetrics(services, metrics))
  app.use(compress())

  app.use('/api/v1', apiRouter(services))
  app.use('/api', noSuchPage, answerProblems)
  app.use(servePublicFiles())
  app.get('/evidence/:slug', showEvidencePage(services)) // for everybody: before sessions and their cookies

  app.use(setUpSession(services))
  app.use(setUpCsrf(config))
  app.use(setUpWaiting(services))
  app.use(routerOf(webRoutes(services, readings), services))
  app.use(noSuchPage, showProblem)
  return app
}
