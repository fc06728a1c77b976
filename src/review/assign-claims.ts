import { hasRole, type Actor } from '../accounts/account.ts'
import { policy } from '../accounts/policy.ts'
import { assertMayOnReport } from '../claims/load-claim.ts'
import type { Database, Transaction } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { insertRows } from '../db/insert-rows.ts'
import { newId } from '../db/new-id.ts'
import { Conflict, Invalid } from '../errors.ts'
import { appendEvent, takeChain } from '../history/append-event.ts'
import { notify } from './notify.ts'
import { reportAsked, type ReportAsked } from './report-asked.ts'
import { reportPeople } from './report-people.ts'
import { sectionOfDraft, type SectionNamed } from './section-of-draft.ts'

/** Claims by their ids, or all claims of a section. */
export type ClaimsMeant = { readonly claimIds: readonly string[] } | { readonly section: SectionNamed }

export interface NewAssignment {
  readonly reportId: string
  readonly claims: ClaimsMeant
  readonly assigneeId: string
  /** The last instant by which it is to be done; null: none. */
  readonly deadline: Date | null
  readonly assignedBy: Actor
  readonly at: Date
}

export interface Assigned {
  /** Numbers of the claims that were assigned, ascending; those that were so already are left out. */
  readonly numbers: readonly number[]
  readonly assignee: string
  /** Title of the section they were assigned with. */
  readonly section: string | null
}

interface MeantClaim {
  readonly id: string
  readonly number: number
}

/**
 * Assigns claims to a person, in place of whoever had them, and tells that person. Claims that are set aside are left out of
 * a section. Editors assign to anybody who may rule; a reviewer takes claims for themselves.
 * @throws NotFound no such report · NotAllowed for this role · Conflict the draft is no longer the present one ·
 *   Invalid no claims, claims of another report, somebody who cannot rule, a deadline that has passed
 */
export const assignClaims = (db: Database, input: NewAssignment): Promise<Assigned> =>
  inTransaction(db, (tx) => assignClaimsIn(tx, input))

/** The same as part of something larger, which is whole or absent. */
export async function assignClaimsIn(tx: Transaction, input: NewAssignment): Promise<Assigned> {
  if (input.deadline !== null && input.deadline <= input.at)
    throw new Invalid('Choose a deadline that has not passed yet, or none.')
  const report = await reportAsked(tx, input.reportId)
  const own = input.assigneeId === input.assignedBy.id
  await assertMayOnReport(tx, input.assignedBy, own ? 'take claims' : 'assign claims', report)
  const assignee = await checkerNamed(tx, report, input.assigneeId)
  const { claims, section } = await claimsMeant(tx, report, input.claims)
  const fresh = await withoutSame(tx, claims, { ...input, section })
  const numbers = fresh.map(({ number }) => number)
  const answer = { numbers, assignee: assignee.name, section }
  if (fresh.length === 0) return answer
  await endStanding(tx, fresh, input.at)
  await insertRows(
    tx,
    'Assignment',
    fresh.map(({ id: claimId }) => ({
      id: newId(),
      claimId,
      assigneeId: assignee.id,
      assignedById: input.assignedBy.id,
      section,
      deadline: input.deadline,
      at: input.at,
      endedAt: null,
    })),
  )
  const [only] = fresh
  const one = fresh.length === 1 && only !== undefined ? { claimId: only.id } : {}
  await appendEvent(tx, await takeChain(tx, report.id), {
    kind: 'claims.assigned',
    actor: input.assignedBy.id,
    at: input.at,
    payload: {
      ...one,
      numbers,
      assigneeId: assignee.id,
      assignee: assignee.name,
      section,
      deadline: input.deadline?.toISOString() ?? null,
    },
  })
  await notify(tx, {
    kind: 'assigned',
    reportId: report.id,
    ...one,
    to: [assignee.id],
    by: input.assignedBy.id,
    at: input.at,
  })
  return answer
}

/** @throws Invalid nobody of that id may rule on the report */
async function checkerNamed(tx: Transaction, report: ReportAsked, id: string): Promise<Actor> {
  const person = (await reportPeople(tx, report)).find((one) => one.id === id)
  if (person === undefined) throw new Invalid('Choose somebody who may read this report.')
  if (!hasRole(person.role, policy.rule.least))
    throw new Invalid(`${person.name} may not rule on claims: choose a reviewer, or somebody above.`)
  return person
}

async function claimsMeant(
  tx: Transaction,
  report: ReportAsked,
  meant: ClaimsMeant,
): Promise<{ claims: readonly MeantClaim[]; section: string | null }> {
  if ('claimIds' in meant) return { claims: await claimsById(tx, report.id, meant.claimIds), section: null }
  const { section } = await sectionOfDraft(tx, report, meant.section)
  const claims = await tx.$queryRaw<MeantClaim[]>`
    SELECT c."id", c."number"
    FROM "Placement" p JOIN "Claim" c ON c."id" = p."claimId"
    WHERE p."draftId" = ${meant.section.draftId} AND p."start" >= ${section.start} AND p."start" < ${section.end}
      AND c."setAside" IS NULL
    ORDER BY c."number"`
  if (claims.length === 0) throw new Invalid(`“${section.title}” has no claims to assign.`)
  return { claims, section: section.title }
}

async function claimsById(
  tx: Transaction,
  reportId: string,
  ids: readonly string[],
): Promise<readonly MeantClaim[]> {
  const asked = [...new Set(ids)]
  if (asked.length === 0) throw new Invalid('Choose the claims first: tick at least one.')
  const found = await tx.claim.findMany({
    where: { id: { in: asked }, reportId },
    select: { id: true, number: true, setAside: true },
    orderBy: { number: 'asc' },
  })
  if (found.length < asked.length)
    throw new Invalid('Some of these claims are none of this report. Nothing was assigned.')
  const aside = found.find(({ setAside }) => setAside !== null)
  if (aside !== undefined)
    throw new Conflict(`Claim ${aside.number} is set aside: there is nothing to check. Nothing was assigned.`)
  return found
}

/** The claims that this person has not got already, with that deadline and section. */
async function withoutSame(
  tx: Transaction,
  claims: readonly MeantClaim[],
  {
    assigneeId,
    deadline,
    section,
  }: Pick<NewAssignment, 'assigneeId' | 'deadline'> & { section: string | null },
): Promise<readonly MeantClaim[]> {
  const standing = await tx.assignment.findMany({
    where: { claimId: { in: claims.map(({ id }) => id) }, endedAt: null, assigneeId, section },
    select: { claimId: true, deadline: true },
  })
  const same = new Set(
    standing.filter((one) => one.deadline?.getTime() === deadline?.getTime()).map(({ claimId }) => claimId),
  )
  return claims.filter(({ id }) => !same.has(id))
}

/** Ends what is assigned of these claims. */
export async function endStanding(
  tx: Transaction,
  claims: readonly { id: string }[],
  at: Date,
): Promise<void> {
  await tx.assignment.updateMany({
    where: { claimId: { in: claims.map(({ id }) => id) }, endedAt: null },
    data: { endedAt: at },
  })
}
