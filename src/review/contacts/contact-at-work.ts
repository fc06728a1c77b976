import type { Actor } from '../../accounts/account.ts'
import { mayEver } from '../../accounts/policy.ts'
import { assertMayOnReport } from '../../claims/load-claim.ts'
import type { Database, Transaction } from '../../db/database.ts'
import { NotAllowed, NotFound } from '../../errors.ts'
import { type ContactSight, sightOf } from './contact-sight.ts'

/** What of a contact's source says who may see its person; `readers`: the beholder alone, where they know the protected source. */
export const sourceFor = (beholder: Pick<Actor, 'id'>) =>
  ({
    source: {
      select: {
        id: true,
        title: true,
        protected: true,
        publicDescriptor: true,
        readers: { where: { accountId: beholder.id }, select: { accountId: true } },
      },
    },
  }) as const

/** The columns that say who may see a contact. */
export const sightColumns = (beholder: Pick<Actor, 'id'>) =>
  ({ terms: true, madeById: true, person: true, ...sourceFor(beholder) }) as const

export interface SightRow {
  readonly terms: string
  readonly madeById: string
  readonly person: string
  readonly source: {
    readonly id: string
    readonly title: string
    readonly protected: boolean
    readonly publicDescriptor: string | null
    readonly readers: readonly unknown[]
  } | null
}

/** What somebody who may see the report’s contacts sees of this one. */
export const sightFor = (beholder: Actor, { terms, madeById, source }: SightRow): ContactSight =>
  sightOf({
    terms,
    own: madeById === beholder.id,
    editor: mayEver(beholder, 'see off the record'),
    initiated: source?.protected === true ? source.readers.length > 0 : null,
  })

/** A contact that somebody goes on with, and its report. */
export interface ContactAtWork {
  readonly id: string
  readonly reportId: string
  readonly draftId: string
  readonly person: string
  readonly terms: string
  readonly how: string
  readonly rightOfReply: boolean
  readonly deadline: Date | null
  readonly reflectedId: string | null
  readonly answer: string | null
  readonly answerId: string | null
}

/**
 * A contact, for somebody who may go on with it: who sees all of it.
 * @throws NotFound no such contact · NotAllowed for this role, or it is kept from them
 */
export async function contactAtWork(tx: Transaction, actor: Actor, id: string): Promise<ContactAtWork> {
  const row = await tx.contact.findUnique({
    where: { id },
    select: {
      ...sightColumns(actor),
      id: true,
      how: true,
      rightOfReply: true,
      deadline: true,
      reflectedId: true,
      answer: true,
      answerId: true,
      report: { select: REPORT },
    },
  })
  if (row?.report.currentDraftId == null) throw new NotFound('There is no such contact.')
  await assertMayOnReport(tx, actor, 'ask people', row.report)
  if (!sightFor(actor, row).all)
    throw new NotAllowed(
      `This contact is kept to whoever made it${row.source?.protected === true ? ' and those who know the source' : ' and the editors'}: ask one of them.`,
    )
  const { id: reportId, currentDraftId: draftId } = row.report
  const { person, terms, how, rightOfReply, deadline, reflectedId, answer, answerId } = row
  return {
    ...{ id, reportId, draftId, person, terms, how, rightOfReply, deadline, reflectedId },
    ...{ answer, answerId },
  }
}

const REPORT = { id: true, closed: true, sample: true, currentDraftId: true } as const

/** The report whose contacts somebody asks for, as the policy and the lists need it. */
export interface ReportOfContacts {
  readonly id: string
  readonly draftId: string
}

/**
 * A report, for somebody who may see its contacts, or ask people about it.
 * @throws NotFound no such report · NotAllowed for this role, or it is closed to them
 */
export async function reportOfContacts(
  db: Database | Transaction,
  actor: Actor,
  id: string,
  action: 'see contacts' | 'ask people',
): Promise<ReportOfContacts> {
  const report = await db.report.findUnique({ where: { id }, select: REPORT })
  if (report?.currentDraftId == null) throw new NotFound('There is no such report.')
  await assertMayOnReport(db, actor, action, report)
  return { id, draftId: report.currentDraftId }
}
