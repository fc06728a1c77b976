import type { RequestHandler } from 'express'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Database } from '../../db/database.ts'
import { jobStates } from '../../jobs/job.ts'
import { countEvents } from '../../history/tree/load-hashes.ts'
import { isVerdict, routeOf } from './route-of.ts'

/** What is counted beside this process's requests. `readings`: how many files it is reading. */
interface Counted {
  readonly db: Database
  readonly readings: () => number
}

/** Seconds up to which requests are counted together. */
const BUCKETS = [0.01, 0.05, 0.25, 1, 5]

/**
 * What this process tells of itself in Prometheus's format: requests by the pattern of their route, verdicts, jobs, files being
 * read, events, and the process itself. No label holds an id, a name or a word of a report.
 */
export class Metrics {
  readonly #registry = new Registry()
  readonly #requests = new Counter({
    name: 'stet_http_requests_total',
    help: 'Requests that were answered',
    labelNames: ['method', 'route', 'status'],
    registers: [this.#registry],
  })
  readonly #durations = new Histogram({
    name: 'stet_http_request_duration_seconds',
    help: 'From the first byte of a request to the last of its answer',
    labelNames: ['method', 'route'],
    buckets: BUCKETS,
    registers: [this.#registry],
  })
  readonly #verdicts = new Counter({
    name: 'stet_verdicts_total',
    help: 'Verdicts that this process recorded',
    registers: [this.#registry],
  })
  #toldOfProcess = false

  constructor({ db, readings }: Counted) {
    this.#gauge('stet_events', 'Events in all histories', async (gauge) => gauge.set(await countEvents(db)))
    this.#gauge('stet_readings_under_way', 'Files that this process is reading', (gauge) =>
      gauge.set(readings()),
    )
    this.#gauge('stet_jobs', 'Jobs of all processes by their state', (gauge) => setJobs(gauge, db), ['state'])
  }

  /** Counts every request once it is answered. */
  count(): RequestHandler {
    return (req, res, next) => {
      const start = performance.now()
      res.once('finish', () => {
        const [method, route, status] = [req.method, routeOf(req), String(res.statusCode)]
        this.#requests.inc({ method, route, status })
        this.#durations.observe({ method, route }, (performance.now() - start) / 1000)
        if (isVerdict(method, route, res.statusCode)) this.#verdicts.inc()
      })
      next()
    }
  }

  /** All figures as they are now, and how they are written. */
  async text(): Promise<{ readonly type: string; readonly body: string }> {
    if (!this.#toldOfProcess) collectDefaultMetrics({ register: this.#registry })
    this.#toldOfProcess = true
    return { type: this.#registry.contentType, body: await this.#registry.metrics() }
  }

  #gauge(
    name: string,
    help: string,
    collect: (gauge: Gauge) => void | Promise<void>,
    labelNames: string[] = [],
  ): void {
    new Gauge({
      name,
      help,
      labelNames,
      registers: [this.#registry],
      collect() {
        return collect(this)
      },
    })
  }
}

async function setJobs(gauge: Gauge, db: Database): Promise<void> {
  const found = await db.job.groupBy({ by: ['state'], _count: true })
  for (const state of jobStates) gauge.set({ state }, found.find((one) => one.state === state)?._count ?? 0)
}
