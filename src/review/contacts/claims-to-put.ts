import type { Transaction } from '../../db/database.ts'
import { Invalid } from '../../errors.ts'
import { MOST_CLAIMS_PUT } from '../contact.ts'
import type { ReportOfContacts } from './contact-at-work.ts'

/** A claim that can be put to somebody. */
export interface ClaimToPut {
  readonly claimId: string
  readonly number: number
}

/**
 * The claims of a report with these numbers, in the report’s order, each once.
 * @throws Invalid too many, or one that does not stand in the present draft or is set aside
 */
export async function claimsToPut(
  tx: Transaction,
  report: ReportOfContacts,
  numbers: readonly number[],
): Promise<ClaimToPut[]> {
  const wanted = new Set(numbers)
  if (wanted.size === 0) return []
  if (wanted.size > MOST_CLAIMS_PUT)
    throw new Invalid(`Put at most ${MOST_CLAIMS_PUT} claims to one person at once.`)
  const rows = await tx.placement.findMany({
    where: { draftId: report.draftId, claim: { number: { in: [...wanted] }, reportId: report.id } },
    orderBy: [{ start: { sort: 'asc', nulls: 'last' } }, { claimId: 'asc' }],
    select: { claimId: true, start: true, claim: { select: { number: true, setAside: true } } },
  })
  const found = new Set(rows.map(({ claim }) => claim.number))
  for (const number of wanted)
    if (!found.has(number))
      throw new Invalid(`The present draft has no claim ${number}: look at its number again.`)
  for (const { start, claim } of rows) {
    if (claim.setAside !== null)
      throw new Invalid(`Claim ${claim.number} is set aside (${claim.setAside}): leave it out.`)
    if (start === null)
      throw new Invalid(
        `Claim ${claim.number} is not found in the present draft: place it first, or leave it out.`,
      )
  }
  return rows.map(({ claimId, claim }) => ({ claimId, number: claim.number }))
}
