import { signHeadsDaily } from './history/tree/sign-heads-daily.ts'
import type { JobKind } from './jobs/job.ts'
import type { Services } from './services.ts'

/** Every kind of work that runs beside the requests (src/jobs/job.ts says how to add one). */
export const jobKinds = (services: Services): readonly JobKind[] => [
  signHeadsDaily(services),
  ...(services.config.work.fetch ? [] : []),
]
