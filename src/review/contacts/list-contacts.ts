import type { Actor } from '../../accounts/account.ts'
import type { Database } from '../../db/database.ts'
import { reportOfContacts, sightFor, sourceFor, type SightRow } from './contact-at-work.ts'
import { unnamed } from './contact-sight.ts'
import { contactState, type ContactState } from './contact-state.ts'

/** One contact in a list, as far as the person who asks may see it. */
export interface ContactRow {
  readonly id: string
  /** Their name, or what stands in its place. */
  readonly person: string
  /** Whether `person` is their name. */
  readonly named: boolean
  readonly how: string
  readonly terms: string
  readonly rightOfReply: boolean
  readonly deadline: Date | null
  readonly state: ContactState
  /** How many claims were put to them, and how many of these are answered. */
  readonly asked: number
  readonly answered: number
  readonly attempts: number
  readonly lastAttemptAt: Date | null
  /** The claim in which their reply is reflected. */
  readonly reflected: number | null
  readonly madeBy: string
  readonly at: Date
}

/**
 * The contacts of a report, newest first.
 * @throws NotFound no such report · NotAllowed closed to them
 */
export async function listContacts(
  db: Database,
  { actor, reportId, now }: { actor: Actor; reportId: string; now: Date },
): Promise<readonly ContactRow[]> {
  await reportOfContacts(db, actor, reportId, 'see contacts')
  const rows = await db.contact.findMany({
    where: { reportId },
    orderBy: [{ at: 'desc' }, { id: 'asc' }],
    include: { ...sourceFor(actor), madeBy: { select: { name: true } } },
  })
  const [answers, attempts, reflected] = await Promise.all([
    countAnswers(db, reportId),
    countAttempts(db, reportId),
    numbersOf(
      db,
      rows.flatMap(({ reflectedId }) => reflectedId ?? []),
    ),
  ])
  return rows.map((row) => {
    const { asked, answered } = answers.get(row.id) ?? { asked: 0, answered: 0 }
    const tried = attempts.get(row.id)
    return {
      id: row.id,
      ...personFor(actor, row),
      how: row.how,
      terms: row.terms,
      rightOfReply: row.rightOfReply,
      deadline: row.deadline,
      state: contactState({ deadline: row.deadline, whole: row.answer !== null, asked, answered }, now),
      asked,
      answered,
      attempts: tried?._count._all ?? 0,
      lastAttemptAt: tried?._max.at ?? null,
      reflected: row.reflectedId === null ? null : (reflected.get(row.reflectedId) ?? null),
      madeBy: row.madeBy.name,
      at: row.at,
    }
  })
}

/** The name of a person, or what stands in its place for this beholder. */
export function personFor(
  beholder: Actor,
  row: SightRow,
): { readonly person: string; readonly named: boolean } {
  const named = sightFor(beholder, row).person
  return {
    person: named ? row.person : unnamed(row.terms, descriptorOf(row)),
    named,
  }
}

const descriptorOf = ({ source }: SightRow): string | null =>
  source?.protected === true ? (source.publicDescriptor ?? source.title) : null

async function countAnswers(db: Database, reportId: string) {
  const rows = await db.contactClaim.groupBy({
    by: ['contactId'],
    where: { contact: { reportId } },
    _count: { _all: true, answer: true },
  })
  return new Map(
    rows.map(({ contactId, _count }) => [contactId, { asked: _count._all, answered: _count.answer }]),
  )
}

async function countAttempts(db: Database, reportId: string) {
  const rows = await db.contactAttempt.groupBy({
    by: ['contactId'],
    where: { contact: { reportId } },
    _count: { _all: true },
    _max: { at: true },
  })
  return new Map(rows.map((row) => [row.contactId, row]))
}

async function numbersOf(db: Database, claimIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const claims = await db.claim.findMany({
    where: { id: { in: [...new Set(claimIds)] } },
    select: { id: true, number: true },
  })
  return new Map(claims.map(({ id, number }) => [id, number]))
}
