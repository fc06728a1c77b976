import type { Transaction } from '../db/database.ts'
import { Conflict, Invalid } from '../errors.ts'
import type { ClaimHome } from './claim-homes.ts'

/**
 * A claim that the present draft brought gives way to one of earlier drafts on the very same words, as long as nobody has worked
 * on it. `sameWords`: the other one is to stand on exactly its words.
 * @throws Invalid other words than its · Conflict it stood in earlier drafts, is set aside, or somebody has worked on it
 */
export async function assertReplaceable(
  tx: Transaction,
  { claimId, number, setAside }: ClaimHome,
  sameWords: boolean,
): Promise<void> {
  if (!sameWords)
    throw new Invalid(
      `Some of these words belong to claim ${number}: choose exactly its words, or split it first.`,
    )
  if (setAside !== null)
    throw new Conflict(
      `Claim ${number}, which stands on these words, is set aside (${setAside}): make it a claim again first. Nothing was changed.`,
    )
  const { _count } = await tx.claim.findUniqueOrThrow({
    where: { id: claimId },
    select: { _count: { select: WORK } },
  })
  const { placements, ...work } = _count
  if (placements > 1)
    throw new Conflict(
      `Claim ${number} stands on these words and stood in earlier drafts: take it off them first, if they are not its own. Nothing was changed.`,
    )
  if (Object.values(work).some((count) => count > 0))
    throw new Conflict(
      `Somebody has worked on claim ${number}, which stands on these words: its work would be lost from sight. Nothing was changed.`,
    )
}

/** Everything that people leave on a claim. */
const WORK = {
  placements: true,
  verdicts: true,
  outcomes: true,
  risks: true,
  evidence: true,
  ticks: true,
  fixes: true,
  comments: true,
  classifications: true,
  edits: true,
  decisions: true,
  objected: true,
  recheckedFor: true,
  queries: true,
  contacts: true,
  assignments: { where: { endedAt: null } },
} as const
