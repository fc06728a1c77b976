import type { Logger } from 'pino'
import type { Database } from '../db/database.ts'
import { peopleWithMail, putBack, takeDue } from './due-notices.ts'
import { noticeMail } from './notice-mail.ts'
import type { Delivery, PostOffice } from './post-office.ts'

export interface Sender {
  readonly db: Database
  readonly office: PostOffice
  readonly baseUrl: string
  readonly clock: () => Date
  readonly log: Pick<Logger, 'warn'>
  /** Ends a round between two mails. */
  readonly stopping: AbortSignal
}

/**
 * One round: each person to whom something is due gets one mail. Every notice is marked as sent before it is handed over
 * and put back only where it surely was not taken, so that nothing is sent twice; what is lost that way stands on the page.
 * @returns how many mails were sent
 * @throws the mail server cannot be reached or takes nothing at present; what is due stays due
 */
export async function sendNotices(sender: Sender): Promise<number> {
  const { db, office, clock, stopping } = sender
  const people = await peopleWithMail(db, clock())
  if (people.length === 0) return 0
  await office.check()
  const deliveries: Delivery[] = []
  for (const accountId of people) {
    if (stopping.aborted || deliveries.at(-1) === 'away') break
    deliveries.push(...(await sendTo(sender, accountId)))
  }
  if (deliveries.some(isPutBack))
    throw new Error('The mail server takes no mail, or not all of it, at present')
  return deliveries.filter((delivery) => delivery === 'sent').length
}

async function sendTo({ db, office, baseUrl, clock, log }: Sender, accountId: string): Promise<Delivery[]> {
  const taken = await takeDue(db, accountId, clock())
  if (taken === null) return []
  const delivery = await office.send({ to: taken.email, ...noticeMail(taken.name, taken.notices, baseUrl) })
  if (isPutBack(delivery)) await putBack(db, taken)
  else if (delivery !== 'sent') log.warn({ accountId, delivery }, 'A mail of notices did not surely arrive')
  return [delivery]
}

/** Whether a mail surely was not taken, and may be tried again. */
const isPutBack = (delivery: Delivery): boolean => delivery === 'postponed' || delivery === 'away'
