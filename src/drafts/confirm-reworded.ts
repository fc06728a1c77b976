import type { Actor } from '../accounts/account.ts'
import { assertMayOnReport } from '../accounts/assert-may-now.ts'
import { claimAsSeen } from '../claims/load-claim.ts'
import { openOutcomes } from '../claims/vocabulary.ts'
import type { Database, Transaction } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { Conflict, Invalid } from '../errors.ts'
import type { Rewording } from '../reading/compare/rewording.ts'
import { MOST_CONFIRMED } from '../review/confirmation.ts'
import { decideOutcomeWithin } from '../review/decide-outcome.ts'
import { recordVerdictWithin, type Ruled } from '../review/record-verdict.ts'
import { reportAsked } from '../review/report-asked.ts'
import { storedPolicy } from '../review/report-policy.ts'
import { listRewordings, type RewordedClaim } from './list-rewordings.ts'

export interface ClaimSeen {
  readonly claimId: string
  readonly seenVersion: number
}

export interface RewordedConfirmed {
  readonly reportId: string
  /** Claims whose verdict on earlier words still holds. */
  readonly claims: readonly ClaimSeen[]
  /** Claims that stand nowhere because their words were cut. */
  readonly cuts: readonly ClaimSeen[]
  readonly confirmedBy: Actor
  readonly at: Date
}

/** What a confirmation left behind, in the order that was given. */
export interface Confirmed {
  readonly reportId: string
  readonly claims: readonly Ruled[]
  readonly cuts: readonly Ruled[]
}

/**
 * Gives verdicts on earlier words anew on the present ones, as the person's own, and says of claims without a place that they are
 * cut: all of it or nothing, with an event each. Together with others only claims are confirmed of which words alone changed; one
 * with another number, name, denial, hedge or note is confirmed by itself.
 * @throws NotFound no such report or claim · NotAllowed for this role · Conflict one of them changed since · Invalid nothing to confirm on one, it is to be looked at by itself, or too many
 */
export function confirmReworded(db: Database, input: RewordedConfirmed): Promise<Confirmed> {
  const count = input.claims.length + input.cuts.length
  if (count === 0) throw new Invalid('Tick at least one claim.')
  if (count > MOST_CONFIRMED) throw new Invalid(`Confirm at most ${MOST_CONFIRMED} claims at once.`)
  return inTransaction(db, async (tx) => {
    const { reportId, confirmedBy: actor, at } = input
    const report = await reportAsked(tx, reportId)
    await assertMayOnReport(tx, actor, 'rule', report)
    for (const one of input.claims) await assertAsSeen(tx, input, one, 'rule')
    for (const one of input.cuts) await assertAsSeen(tx, input, one, 'decide outcome')
    const reworded = await rewordedById(tx, input)
    const claims: Ruled[] = []
    for (const { claimId, seenVersion } of input.claims) {
      const verdict = verdictHeld(reworded.get(claimId), count === 1)
      claims.push(await recordVerdictWithin(tx, { claimId, seenVersion, checker: actor, at, ...verdict }))
    }
    const cuts: Ruled[] = []
    for (const { claimId, seenVersion } of input.cuts) {
      await assertNowhere(tx, claimId)
      cuts.push(await decideOutcomeWithin(tx, { claimId, seenVersion, outcome: 'cut', decidedBy: actor, at }))
    }
    return { reportId, claims, cuts }
  })
}

/** @throws NotFound of another report · Conflict it changed since */
async function assertAsSeen(
  tx: Transaction,
  { reportId, confirmedBy: actor }: RewordedConfirmed,
  seen: ClaimSeen,
  action: 'rule' | 'decide outcome',
): Promise<void> {
  const claim = await claimAsSeen(tx, { ...seen, actor, action })
  if (claim.reportId !== reportId)
    throw new Invalid('A claim stands in another report. Nothing was recorded.')
}

async function rewordedById(
  tx: Transaction,
  { reportId, claims, confirmedBy }: RewordedConfirmed,
): Promise<ReadonlyMap<string, RewordedClaim>> {
  if (claims.length === 0) return new Map()
  const { policy } = await tx.report.findUniqueOrThrow({ where: { id: reportId }, select: { policy: true } })
  const report = { id: reportId, policy: storedPolicy(policy) }
  const claimIds = claims.map(({ claimId }) => claimId)
  const listed = await listRewordings(tx, { report, reader: confirmedBy, claimIds })
  return new Map(listed.map((claim) => [claim.claimId, claim]))
}

/**
 * The verdict as it is given anew. `alone`: with no other.
 * @throws Invalid there is none, or it is not one for a list
 */
function verdictHeld(claim: RewordedClaim | undefined, alone: boolean) {
  if (claim === undefined)
    throw new Invalid('A claim has no verdict on earlier words that you could confirm. Nothing was recorded.')
  const { number, verdict, changes, outcome } = claim
  if (verdict === null)
    throw new Invalid(
      `Claim ${number} has no verdict that you could confirm: rule on it anew. Nothing was recorded.`,
    )
  if (!alone && !claim.inList)
    throw new Invalid(
      `Claim ${number} is to be confirmed by itself${because(changes)}. Nothing was recorded.`,
    )
  return {
    verdict: verdict.verdict,
    tests: verdict.tests,
    reason: verdict.reason ?? undefined,
    rationale: verdict.rationale ?? undefined,
    confidence: verdict.confidence ?? undefined,
    outcome: outcome === null || openOutcomes.has(outcome) ? undefined : outcome,
    confirms: verdict.id,
  }
}

const because = (changes: readonly Rewording[]): string => {
  const grave = changes.filter((change) => change !== 'wording')
  return grave.length === 0 ? '' : `: ${grave.join(', ')} changed`
}

/** @throws Conflict it has a place */
async function assertNowhere(tx: Transaction, claimId: string): Promise<void> {
  const { number, placements } = await tx.claim.findUniqueOrThrow({
    where: { id: claimId },
    select: {
      number: true,
      placements: { orderBy: { draft: { number: 'desc' } }, take: 1, select: { start: true } },
    },
  })
  if (placements[0]?.start !== null)
    throw new Conflict(
      `Claim ${number} has a place in the present draft: it is not cut. Nothing was recorded.`,
    )
}
