import type { Transaction } from '../db/database.ts'
import type { ReadClaim } from '../reading/document.ts'
import type { Changes } from '../reading/corrections/changes.ts'
import { overlap } from '../reading/corrections/overlap.ts'
import type { Layer } from '../reading/corrections/layer.ts'
import { pairClaims } from '../reading/corrections/pair-claims.ts'
import { loadHomes, pagesOf, type ClaimHome } from './claim-homes.ts'
import type { DraftAtWork } from './draft-at-work.ts'
import type { ClaimChange } from './claim-change.ts'
import { movePlacement } from './move-placement.ts'
import { placeClaims } from './place-claim.ts'
import { groundOf, noteAndMarkerRows } from './standing-layer.ts'
import { takeAway } from './take-away-claim.ts'

/**
 * Brings the claims of a draft into line with a changed layer: the same number for the same words, a new one for new words, none
 * of them lost. Verdicts stay; where the words or the notes they were given on changed, the claim is stale.
 */
export async function applyChanges(
  tx: Transaction,
  draft: DraftAtWork,
  { after, changes, at }: { readonly after: Layer; readonly changes: Changes; readonly at: Date },
): Promise<ClaimChange[]> {
  const homes = await loadHomes(tx, draft.id)
  const { stands, lost, fresh } = pairClaims(changes.claims, homes)
  const rows = await noteAndMarkerRows(tx, draft.id)
  const ground = { reportId: draft.reportId, draftId: draft.id, ground: groundOf(after), rows, at }
  const pageOf = pagesOf(after.blocks, homes)
  const paged = (claim: ReadClaim): ReadClaim => ({ ...claim, ...pageOf(claim.start) })
  const told: ClaimChange[] = []
  for (const home of lost) told.push(await takeAway(tx, home, whyLost(home, after, changes)))
  for (const { home, claim } of stands) {
    const change = await movePlacement(tx, home, paged(claim), ground)
    if (change !== null) told.push(change)
  }
  const made = await placeClaims(tx, ground, fresh.map(paged), 'reading')
  return [...told, ...made.map(({ id, number }, i) => freshChange(id, number, fresh[i]))]
}

const freshChange = (claimId: string, number: number, claim: ReadClaim | undefined): ClaimChange => ({
  claimId,
  number,
  from: null,
  to:
    claim === undefined
      ? null
      : { start: claim.start, end: claim.end, notes: claim.notes.map(({ note }) => note) },
})

/** Why the words of a claim make none any more (`setAside` in prisma/schema.prisma). */
function whyLost(home: ClaimHome, { blocks }: Layer, { claims }: Changes): string {
  if (claims.added.some((claim) => overlap(claim, home) > 0)) return 'joined'
  const block = blocks.find((one) => overlap(one, home) > 0)
  if (block === undefined) return 'dropped'
  return block.kind === 'note' ? 'noted' : 'read otherwise'
}
