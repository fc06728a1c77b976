import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { pino } from 'pino'
import { ensureSetupLink } from './accounts/setup-link.ts'
import { createApp } from './app.ts'
import { readConfig, type Config } from './config.ts'
import { openMigratedDatabase } from './db/open-migrated.ts'
import { Invalid } from './errors.ts'
import { ensureSigningKey } from './history/tree/signing-key.ts'
import type { JobLoop } from './jobs/run-jobs.ts'
import type { MailLoop } from './mail/mail-loop.ts'
import type { Services } from './services.ts'

/** Milliseconds that requests under way get to finish once the server was asked to stop. */
const GRACE = 10_000

/**
 * Brings the database up to date, loads the sample where it was asked for and there is nothing yet, and serves until
 * SIGTERM or SIGINT: requests under way are finished, then the database is closed.
 * @throws Invalid a setting is wrong, the database cannot be used or the address is taken
 */
export async function serve(environment: NodeJS.ProcessEnv, options: { sample: boolean }): Promise<void> {
  const config = readConfig(environment)
  const db = await openMigratedDatabase(config.databaseUrl)
  const clock = () => new Date()
  await ensureSigningKey(db, clock())
  if (options.sample) {
    const { loadSample } = await import('../seed/load-sample.ts')
    await loadSample(db, clock())
  }
  const log = pino()
  const server = createServer(createApp({ db, clock, config, log }))
  const port = await listen(server, config)
  const baseUrl = config.baseUrl.replace(/:0$/, `:${port}`)
  console.log(`Stet is at ${baseUrl}`)
  const link = await ensureSetupLink(db, baseUrl, clock)
  if (link !== null) console.log(`Make the first administrator's account here (once, within a day): ${link}`)
  const services = { db, clock, config: { ...config, baseUrl }, log }
  const [post, jobs] = await Promise.all([startMail(services), startJobs(services)])
  await stopRequested()
  await Promise.all([close(server), post?.stop(), withinGrace(jobs?.stop())])
  await db.$disconnect()
}

/** Sends notices where there is a mail server; loaded only then. */
async function startMail({ db, clock, config, log }: Services): Promise<MailLoop | null> {
  if (config.mail === null) return null
  const { startMailLoop } = await import('./mail/mail-loop.ts')
  return startMailLoop({ db, mail: config.mail, baseUrl: config.baseUrl, clock, log })
}

/** Runs jobs, unless that is left to other processes. */
async function startJobs(services: Services): Promise<JobLoop | null> {
  if (!services.config.work.jobs) return null
  const [{ startJobLoop }, { jobKinds }] = await Promise.all([
    import('./jobs/run-jobs.ts'),
    import('./job-kinds.ts'),
  ])
  return startJobLoop({ ...services, kinds: jobKinds(services) })
}

/** A job that does not hear that it should stop is left: another process takes it when its hold has ended. */
const withinGrace = (stopped: Promise<void> | undefined): Promise<unknown> =>
  Promise.race([stopped, pause(GRACE, undefined, { ref: false })])

function listen(server: Server, { host, port }: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Invalid(`Port ${port} of ${host} is taken: set PORT to another one.`)
          : error,
      ),
    )
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port))
  })
}

const stopRequested = (): Promise<unknown> =>
  Promise.race(
    (['SIGTERM', 'SIGINT'] as const).map((signal) => new Promise((resolve) => process.once(signal, resolve))),
  )

/** Milliseconds between two looks for connections that have nothing more to say. */
const LOOK = 100

/** Takes no new connection, finishes requests under way, and tells whoever keeps a connection that it ends with the answer. */
function close(server: Server): Promise<void> {
  server.prependListener('request', (_req, res) => res.setHeader('Connection', 'close'))
  const impatience = setTimeout(() => server.closeAllConnections(), GRACE)
  const looking = setInterval(() => server.closeIdleConnections(), LOOK)
  return new Promise((resolve) => {
    server.close(() => {
      clearTimeout(impatience)
      clearInterval(looking)
      resolve()
    })
    server.closeIdleConnections()
  })
}
