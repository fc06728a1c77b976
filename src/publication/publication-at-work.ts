import type { ReportAsked } from '../accounts/assert-may-now.ts'
import type { Database, Transaction } from '../db/database.ts'
import { Invalid, NotFound } from '../errors.ts'
import { type Snapshot, type SnapshotClaim, storedSnapshot } from './snapshot.ts'

/** A publication as what comes after it asks for it. */
export interface PublicationAtWork {
  readonly id: string
  readonly number: number
  readonly draftId: string
  readonly slug: string
  readonly publicPage: boolean
  readonly withdrawnAt: Date | null
  readonly snapshot: Snapshot
  readonly report: ReportAsked
}

/** @throws NotFound */
export async function publicationAtWork(db: Database | Transaction, id: string): Promise<PublicationAtWork> {
  const row = await db.publication.findUnique({
    where: { id },
    select: {
      ...{ id: true, number: true, draftId: true, slug: true, publicPage: true, withdrawnAt: true },
      ...{ snapshot: true, report: { select: { id: true, closed: true, sample: true } } },
    },
  })
  if (row === null) throw new NotFound('There is no such publication.')
  return { ...row, snapshot: storedSnapshot(row.snapshot) }
}

/**
 * The claims of a publication with these numbers, in the order of its text.
 * @throws Invalid it had no such claim
 */
export function claimsNumbered(
  { number, snapshot }: Pick<PublicationAtWork, 'number' | 'snapshot'>,
  numbers: readonly number[],
): readonly SnapshotClaim[] {
  const missing = numbers.find((one) => !snapshot.claims.some((claim) => claim.number === one))
  if (missing !== undefined)
    throw new Invalid(`Publication ${number} has no claim ${missing}: look its number up.`)
  return snapshot.claims.filter((claim) => numbers.includes(claim.number))
}
