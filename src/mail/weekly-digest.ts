import { asAccount, hasRole, isRole } from '../accounts/account.ts'
import { policy } from '../accounts/policy.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { endJobWithin } from '../jobs/end-job.ts'
import type { JobAtHand, JobKind } from '../jobs/job.ts'
import { startJob } from '../jobs/start-job.ts'
import { isEmpty, lastDigestTime, WEEK } from '../review/digest/digest.ts'
import { loadDigest } from '../review/digest/load-digest.ts'
import { asNoticeWay } from '../review/notice.ts'
import type { Services } from '../services.ts'
import { digestMail } from './digest-mail.ts'
import { postOffice, type PostOffice } from './post-office.ts'

/** How often one digest is offered to the mail server, and the milliseconds between. */
const TRIES = 12
const WAIT = 3_600_000

interface MailPayload {
  readonly accountId: string
  /** ISO 8601, UTC: the digest reaches until then. */
  readonly until: string
  /** From 1. */
  readonly attempt: number
}

/** Every Monday: starts a mail of its own for each editor who lets notices leave the page. */
export const weeklyDigest = ({ db, clock, config }: Services): JobKind => ({
  name: 'weekly digest',
  schedule: { cron: '0 6 * * 1', catchUp: WEEK / 2 },
  run: (job) =>
    inTransaction(db, async (tx) => {
      const at = clock()
      const people = config.mail === null ? [] : await tx.account.findMany()
      const until = lastDigestTime(at).toISOString()
      for (const { id } of people.filter(isTold))
        await startJob(tx, mailJob({ accountId: id, until, attempt: 1 }, at))
      await endJobWithin(tx, job, at)
    }),
})

/** Whether somebody may read the digest, and lets notices leave the page. */
const isTold = ({ role, noticesBy, suspendedAt, sample }: Person): boolean =>
  suspendedAt === null &&
  !sample &&
  asNoticeWay(noticesBy) !== 'page' &&
  isRole(role) &&
  hasRole(role, policy['read the digest'].least)

interface Person {
  readonly role: string
  readonly noticesBy: string
  readonly suspendedAt: Date | null
  readonly sample: boolean
}

/** One week's digest to one person: a job of this name is never started twice. */
const mailJob = (payload: MailPayload, at: Date, runAfter = at) => ({
  id: `digest mail ${payload.accountId} ${payload.until} ${payload.attempt}`,
  kind: 'digest mail',
  payload,
  createdById: null,
  at,
  runAfter,
})

/**
 * Sends one digest. The job ends before its mail is handed over, so that nothing is sent twice; where the mail surely was not
 * taken, another try is started. What is lost stands on the page.
 */
export const digestMails = (services: Services, office: PostOffice | null = officeOf(services)): JobKind => ({
  name: 'digest mail',
  run: async (job: JobAtHand) => {
    const { db, clock, config, log } = services
    const { accountId, until, attempt } = job.payload as MailPayload
    const account = await db.account.findUnique({ where: { id: accountId } })
    if (office === null || account?.suspendedAt !== null || asNoticeWay(account.noticesBy) === 'page') return
    const span = { from: new Date(new Date(until).getTime() - WEEK), until: new Date(until) }
    const digest = await loadDigest(db, asAccount(account), span)
    if (isEmpty(digest)) return
    await inTransaction(db, (tx) => endJobWithin(tx, job, clock()))
    const delivery = await office.send({
      to: account.email,
      ...digestMail(account.name, digest, config.baseUrl),
    })
    if ((delivery === 'away' || delivery === 'postponed') && attempt < TRIES) {
      const again = mailJob(
        { accountId, until, attempt: attempt + 1 },
        clock(),
        new Date(clock().getTime() + WAIT),
      )
      await startJob(db, again)
    } else if (delivery !== 'sent') log.warn({ accountId, delivery }, 'A weekly digest did not surely arrive')
  },
})

const officeOf = ({ config }: Services): PostOffice | null =>
  config.mail === null ? null : postOffice(config.mail)
