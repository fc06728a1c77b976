import { fetchJobs } from './fetch-jobs.ts'
import { signHeadsDaily } from './history/tree/sign-heads-daily.ts'
import type { JobKind } from './jobs/job.ts'
import { digestMails, weeklyDigest } from './mail/weekly-digest.ts'
import { passedDeadlines } from './review/deadlines/passed-deadlines.ts'
import { dueReplies } from './publication/complaints/due-replies.ts'
import { dueReviews } from './review/reviews/due-reviews.ts'
import type { Services } from './services.ts'

/** Every kind of work that runs beside the requests (src/jobs/job.ts says how to add one). */
export const jobKinds = (services: Services): readonly JobKind[] => [
  signHeadsDaily(services),
  dueReviews(services),
  dueReplies(services),
  passedDeadlines(services),
  weeklyDigest(services),
  digestMails(services),
  ...fetchJobs(services),
]
