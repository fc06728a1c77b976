import type { JobKind } from './jobs/job.ts'
import type { Services } from './services.ts'

/** Every kind of work that runs beside the requests (src/jobs/job.ts says how to add one). */
export const jobKinds = ({ config }: Services): readonly JobKind[] => (config.work.fetch ? [] : [])
