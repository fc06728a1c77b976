import type { Transaction } from '../../db/database.ts'
import type { NoticeKind } from '../notice.ts'

/** A deadline that passed while something waited. `people`: ids of the accounts that it concerns. */
export interface Passed {
  readonly kind: NoticeKind
  readonly reportId: string
  readonly deadline: Date
  /** What waited, as far as it is about claims. */
  readonly claimIds: readonly string[]
  readonly people: readonly string[]
}

interface Span {
  /** Not included. */
  readonly since: Date
  /** Included. */
  readonly until: Date
}

/** The deadlines that passed in a span, of what still waits: answers of people and of authors, claims that were assigned. */
export async function deadlinesPassed(tx: Transaction, span: Span): Promise<Passed[]> {
  return [...(await ofContacts(tx, span)), ...(await ofQueries(tx, span)), ...(await ofAssignments(tx, span))]
}

const within = ({ since, until }: Span) => ({ gt: since, lte: until })

async function ofContacts(tx: Transaction, span: Span): Promise<Passed[]> {
  const rows = await tx.contact.findMany({
    where: {
      deadline: within(span),
      answer: null,
      OR: [{ claims: { none: {} } }, { claims: { some: { answer: null } } }],
    },
    orderBy: [{ deadline: 'asc' }, { id: 'asc' }],
    select: { reportId: true, madeById: true, deadline: true, claims: { select: { claimId: true } } },
  })
  return rows.flatMap(({ reportId, madeById, deadline, claims }) =>
    passed(
      'contact overdue',
      reportId,
      deadline,
      claims.map(({ claimId }) => claimId),
      [madeById],
    ),
  )
}

async function ofQueries(tx: Transaction, span: Span): Promise<Passed[]> {
  const rows = await tx.query.findMany({
    where: { deadline: within(span), state: 'open' },
    orderBy: [{ deadline: 'asc' }, { id: 'asc' }],
    select: { reportId: true, claimId: true, askedById: true, deadline: true },
  })
  return rows.flatMap(({ reportId, claimId, askedById, deadline }) =>
    passed('query overdue', reportId, deadline, [claimId], [askedById]),
  )
}

async function ofAssignments(tx: Transaction, span: Span): Promise<Passed[]> {
  const rows = await tx.assignment.findMany({
    where: { deadline: within(span), endedAt: null, claim: { settled: false, setAside: null } },
    orderBy: [{ deadline: 'asc' }, { id: 'asc' }],
    select: {
      claimId: true,
      assigneeId: true,
      assignedById: true,
      deadline: true,
      claim: { select: { reportId: true } },
    },
  })
  return rows.flatMap(({ claimId, assigneeId, assignedById, deadline, claim }) =>
    passed('assignment overdue', claim.reportId, deadline, [claimId], [assigneeId, assignedById]),
  )
}

const passed = (
  kind: NoticeKind,
  reportId: string,
  deadline: Date | null,
  claimIds: readonly string[],
  people: readonly string[],
): Passed[] => (deadline === null ? [] : [{ kind, reportId, deadline, claimIds, people }])
