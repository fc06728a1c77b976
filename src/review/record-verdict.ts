import type { Actor } from '../accounts/account.ts'
import { assertMayOnReport, claimAsSeen, type RuledClaim } from '../claims/load-claim.ts'
import type { Database, Transaction } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { newId } from '../db/new-id.ts'
import { NotFound } from '../errors.ts'
import { appendEvent, takeChain } from '../history/append-event.ts'
import { seal } from '../history/sealed-text.ts'
import { settleClaim } from './settle-claim.ts'
import { settlementOf, type Settlement } from './settlement.ts'
import { completeRuling, type Ruling } from './verdict.ts'

export interface NewVerdict extends Ruling {
  readonly claimId: string
  readonly checker: Actor
  /** The claim's version (integer from 1) that the checker saw. */
  readonly seenVersion: number
  readonly at: Date
}

/** What a ruling left behind: the verdict's id and where the claim stands now. */
export interface Ruled {
  readonly id: string
  readonly claimId: string
  readonly number: number
  readonly reportId: string
  readonly version: number
  readonly settlement: Settlement
}

/**
 * Records one checker's verdict on a claim and its event, or neither.
 *
 * Earlier verdicts are kept; this one supersedes the same checker's. Who may rule: `accounts/policy.ts`.
 * @throws NotFound no such claim · Conflict somebody ruled since · NotAllowed for this role · Invalid without a reason
 */
export function recordVerdict(db: Database, input: NewVerdict): Promise<Ruled> {
  const ruling = completeRuling(input)
  return inTransaction(db, async (tx) => {
    const claim = await claimAsSeen(tx, { ...input, actor: input.checker, action: 'rule' })
    if (ruling.outcome === 'stet') await assertMayOnReport(tx, input.checker, 'let it stand', claim.report)
    const placement = await currentPlacement(tx, claim)
    const head = await takeChain(tx, claim.reportId)
    const rationale = ruling.rationale === undefined ? null : seal(ruling.rationale)
    const verdict = {
      id: newId(),
      claimId: claim.id,
      placementId: placement.id,
      wordingKey: placement.wordingKey,
      checkerId: input.checker.id,
      verdict: ruling.verdict,
      withdraws: null,
      tests: ruling.tests ?? placement.tests,
      reason: ruling.reason ?? null,
      rationaleId: rationale?.id ?? null,
      confidence: ruling.confidence ?? null,
      outcome: ruling.outcome ?? null,
      seenVersion: input.seenVersion,
      at: input.at,
    }
    if (rationale !== null) await tx.sealedText.create({ data: rationale, select: { id: true } })
    await tx.verdict.create({ data: verdict, select: { id: true } })
    const settlement = settlementOf([...claim.verdicts, verdict], claim.outcomes, placement.wordingKey)
    const version = await settleClaim(tx, claim, settlement)
    await appendEvent(tx, head, {
      kind: 'verdict.recorded',
      actor: input.checker.id,
      at: input.at,
      payload: {
        claimId: claim.id,
        number: claim.number,
        version,
        verdict: verdict.verdict,
        tests: verdict.tests,
        reason: verdict.reason,
        rationaleHash: rationale?.hash ?? null,
        confidence: verdict.confidence,
        outcome: verdict.outcome,
        status: { from: claim.status, to: settlement.status },
        wordingKey: placement.wordingKey,
        quote: placement.quote,
      },
    })
    return {
      id: verdict.id,
      claimId: claim.id,
      number: claim.number,
      reportId: claim.reportId,
      version,
      settlement,
    }
  })
}

/** Where the claim stands in the report's present draft. */
export async function currentPlacement(
  tx: Transaction,
  claim: Pick<RuledClaim, 'id' | 'report'>,
): Promise<{ id: string; wordingKey: string; tests: string; quote: string }> {
  const placement = await tx.placement.findUnique({
    where: { claimId_draftId: { claimId: claim.id, draftId: claim.report.currentDraftId ?? '' } },
    select: { id: true, wordingKey: true, tests: true, quote: true },
  })
  if (placement === null) throw new NotFound('The claim has no place in the present draft.')
  return placement
}
