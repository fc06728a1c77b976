import type { Actor } from '../../src/accounts/account.ts'
import type { ContactAnswer } from '../../src/review/contact.ts'
import type { ClaimAnswer } from '../../src/review/contacts/answers.ts'
import { planContact, type NewContact } from '../../src/review/contacts/plan-contact.ts'
import type { Database } from '../../src/db/database.ts'
import type { Ruling } from '../../src/review/verdict.ts'
import { morning, reportAtWork, type ReportAtWork } from './reports.ts'

export interface HarbourContacts extends ReportAtWork {
  readonly db: Database
  /** Plans a contact with the harbour master, by Ana unless told otherwise; its id. */
  readonly plan: (part?: Partial<NewContact>) => Promise<string>
  /** An answer to the claim with this number, as it stands now. */
  readonly answerTo: (
    number: number,
    answer: ContactAnswer,
    more?: Partial<ClaimAnswer>,
  ) => Promise<ClaimAnswer>
}

/** The harbour report, whose people can be asked. */
export async function harbourContacts(db: Database): Promise<HarbourContacts> {
  const work = await reportAtWork(db)
  return {
    ...work,
    db,
    plan: async (part = {}) =>
      (await planContact(db, { ...contactOf(work.report.id, work.ana), ...part })).id,
    answerTo: async (number, answer, more = {}) => {
      const claim = await db.claim.findFirstOrThrow({ where: { reportId: work.report.id, number } })
      return {
        claimId: claim.id,
        answer,
        seenVersion: claim.version,
        seenAnswer: null,
        ruling: null,
        ...more,
      }
    },
  }
}

export const contactOf = (reportId: string, plannedBy: Actor): NewContact => ({
  reportId,
  person: 'Ida Holm, harbour master',
  how: 'phone',
  terms: 'on the record',
  claims: [1, 2, 3],
  plannedBy,
  at: morning(2),
})

export const STANDS: Ruling = { verdict: 'substantiated', outcome: 'stands' }
