import type { Logger } from 'pino'
import type { Config } from './config.ts'
import type { Database } from './db/database.ts'

/** What every handler may use. `clock`: the present instant, UTC; tests set it. */
export interface Services {
  readonly db: Database
  readonly clock: () => Date
  readonly config: Config
  readonly log: Logger
}
