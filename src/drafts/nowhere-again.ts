import { loadRulings } from '../claims/load-rulings.ts'
import type { Transaction } from '../db/database.ts'
import { settleClaim } from '../review/settle-claim.ts'
import { settlementOf } from '../review/settlement.ts'
import { markFixesOf } from './mark-fixes.ts'

/** How a claim stood in the draft before the present one: the last that is certain of it once its place here is not. */
export interface LastStood {
  readonly placementId: string
  readonly wordingKey: string
}

/** A claim's row in the draft before this one, null where it came with this one. */
export async function lastStood(
  tx: Transaction,
  claimId: string,
  draft: { readonly reportId: string; readonly number: number },
): Promise<LastStood | null> {
  const row = await tx.placement.findFirst({
    where: { claimId, draft: { reportId: draft.reportId, number: draft.number - 1 } },
    select: { id: true, wordingKey: true },
  })
  return row === null ? null : { placementId: row.id, wordingKey: row.wordingKey }
}

/** Takes a claim off its place in the present draft: it keeps the quote that it had in the draft before, and what was ruled on it. */
export async function standNowhere(
  tx: Transaction,
  {
    claimId,
    draft,
  }: { readonly claimId: string; readonly draft: { readonly id: string; readonly number: number } },
  { placementId, wordingKey }: LastStood,
): Promise<void> {
  const before = await tx.placement.findUniqueOrThrow({ where: { id: placementId } })
  const { id } = await tx.placement.update({
    where: { claimId_draftId: { claimId, draftId: draft.id } },
    data: {
      ...{ state: 'orphaned', start: null, end: null, page: null, lost: null, wordingKey },
      quote: before.quote,
      folded: before.folded,
      prefix: before.prefix,
      suffix: before.suffix,
      level: before.level,
      score: before.score,
      cues: before.cues,
      boosters: before.boosters,
      attribution: before.attribution,
      tests: before.tests,
      checkworthy: before.checkworthy,
    },
    select: { id: true },
  })
  await tx.placementNote.deleteMany({ where: { placementId: id } })
  await markFixesOf(tx, { claimId, draft: draft.number, to: null })
  await settleNowhere(tx, claimId, wordingKey)
}

async function settleNowhere(tx: Transaction, claimId: string, wordingKey: string): Promise<void> {
  const claim = await tx.claim.findUniqueOrThrow({
    where: { id: claimId },
    select: { id: true, number: true, version: true, needsSecond: true, rechecks: true },
  })
  const rulings = await loadRulings(tx, claimId)
  await settleClaim(tx, claim, settlementOf({ ...claim, ...rulings, wordingKey, start: null }))
}
