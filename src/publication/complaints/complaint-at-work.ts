import type { ReportAsked } from '../../accounts/assert-may-now.ts'
import type { Transaction } from '../../db/database.ts'
import { Conflict, NotFound } from '../../errors.ts'

/** A complaint that is open, as what is done about it asks for it. */
export interface ComplaintAtWork {
  readonly id: string
  readonly number: number
  readonly publicationId: string
  readonly state: string
  readonly enteredById: string
  readonly claims: readonly { readonly claimId: string; readonly number: number }[]
  readonly report: ReportAsked
}

/** @throws NotFound */
export async function complaintAtWork(tx: Transaction, id: string): Promise<ComplaintAtWork> {
  const row = await tx.complaint.findUnique({
    where: { id },
    select: {
      ...{ id: true, number: true, publicationId: true, state: true, enteredById: true },
      report: { select: { id: true, closed: true, sample: true } },
      claims: { select: { claimId: true, claim: { select: { number: true } } } },
    },
  })
  if (row === null) throw new NotFound('There is no such complaint.')
  const claims = row.claims.map(({ claimId, claim }) => ({ claimId, number: claim.number }))
  return { ...row, claims: claims.toSorted((a, b) => a.number - b.number) }
}

/** @throws Conflict it was decided or withdrawn already */
export function assertOpen({ number, state }: Pick<ComplaintAtWork, 'number' | 'state'>): void {
  if (state !== 'open')
    throw new Conflict(
      `Complaint ${number} was ${state === 'partly' ? 'upheld in part' : state} already: enter a new one where more is said. Nothing was changed.`,
    )
}
