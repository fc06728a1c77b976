import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { loadSample } from '../../seed/load-sample.ts'
import { ensureSetupLink } from '../../src/accounts/setup-link.ts'
import { createApp } from '../../src/app.ts'
import type { Database } from '../../src/db/database.ts'
import type { Services } from '../../src/services.ts'
import { USUAL_WORK } from '../../src/work-config.ts'

/** The real application behind a real port of this machine. */
export interface RunningServer {
  /** `http://localhost:PORT` */
  readonly url: string
  readonly db: Database
  readonly services: Services
  /** What the first start prints: it makes the first administrator. Null where there is one. */
  readonly setupLink: string | null
  readonly stop: () => Promise<void>
}

/**
 * Starts the application over this database, as `stet serve` does, without its jobs; `sample`: with the report that a first start
 * shows. `clock`: what it takes for now.
 */
export async function startServer(
  db: Database,
  { sample = false, clock = () => new Date() }: { sample?: boolean; clock?: () => Date } = {},
): Promise<RunningServer> {
  if (sample) await loadSample(db, clock())
  const server = createServer((req, res) => void app(req, res))
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const url = `http://localhost:${(server.address() as AddressInfo).port}`
  const config = {
    databaseUrl: 'file:unused',
    host: 'localhost',
    port: 0,
    baseUrl: url,
    mail: null,
    work: USUAL_WORK,
  }
  const services: Services = { db, clock, config, log: pino({ level: 'silent' }) }
  const app = createApp(services)
  const stop = (): Promise<void> => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(() => resolve()))
  }
  return { url, db, services, setupLink: await ensureSetupLink(db, url, clock), stop }
}
