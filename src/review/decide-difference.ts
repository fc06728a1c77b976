import type { Actor } from '../accounts/account.ts'
import { claimAsSeen, type RuledClaim } from '../claims/load-claim.ts'
import type { GivenVerdict } from '../claims/ruled.ts'
import type { VerdictValue } from '../claims/vocabulary.ts'
import type { Database } from '../db/database.ts'
import { insertRows } from '../db/insert-rows.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { newId } from '../db/new-id.ts'
import { Conflict, NotAllowed } from '../errors.ts'
import { appendEvent, takeChain } from '../history/append-event.ts'
import { assertToSettle } from './assert-rulable.ts'
import { notify } from './notify.ts'
import type { Ruled } from './record-verdict.ts'
import { LONGEST_REASON } from './risk.ts'
import { sealWords } from './seal-words.ts'
import { settleClaim } from './settle-claim.ts'
import { settlementOf, verdictsInForce } from './settlement.ts'
import { writtenWords } from './written-words.ts'

export interface NewDecision {
  readonly claimId: string
  readonly verdict: VerdictValue
  readonly reason: string
  readonly decidedBy: Actor
  readonly seenVersion: number
  readonly at: Date
}

/**
 * A third person decides by name where checkers differ. It holds for as long as the verdicts that it was about are in force and
 * nobody rules otherwise; those who differed are told.
 * @throws NotFound no such claim · NotAllowed for this role, or for one of those who differ · Conflict it changed since, is set aside, or nobody differs · Invalid without a reason
 */
export function decideDifference(db: Database, input: NewDecision): Promise<Ruled> {
  const words = writtenWords(input.reason, 'the reason for your decision', LONGEST_REASON)
  return inTransaction(db, async (tx) => {
    const { decidedBy, at } = input
    const claim = await claimAsSeen(tx, { ...input, actor: decidedBy, action: 'decide difference' })
    assertToSettle(claim)
    const differing = differingVerdicts(claim)
    assertThird(decidedBy, claim, differing)
    const about = differing.map(({ id }) => id)
    const head = await takeChain(tx, claim.reportId)
    const reason = await sealWords(tx, words)
    const decision = { id: newId(), verdict: input.verdict, wordingKey: claim.wordingKey, at }
    await insertRows(tx, 'DifferenceDecision', [
      {
        ...decision,
        claimId: claim.id,
        about: JSON.stringify(about),
        reasonId: reason.id,
        decidedById: decidedBy.id,
      },
    ])
    const settlement = settlementOf({
      ...claim,
      differences: [...claim.differences, { ...decision, about }],
    })
    const version = await settleClaim(tx, claim, settlement)
    await appendEvent(tx, head, {
      kind: 'difference.decided',
      actor: decidedBy.id,
      at,
      payload: {
        claimId: claim.id,
        number: claim.number,
        version,
        decisionId: decision.id,
        verdict: decision.verdict,
        about,
        reasonHash: reason.hash,
        status: { from: claim.status, to: settlement.status },
      },
    })
    await notify(tx, {
      kind: 'difference decided',
      reportId: claim.reportId,
      claimId: claim.id,
      to: differing.map(({ checkerId }) => checkerId),
      by: decidedBy.id,
      at,
    })
    const { id: claimId, number, reportId } = claim
    return { id: decision.id, claimId, number, reportId, version, settlement }
  })
}

/** @throws Conflict the verdicts in force agree */
function differingVerdicts(claim: RuledClaim): readonly GivenVerdict[] {
  const inForce = verdictsInForce(claim)
  if (new Set(inForce.map(({ verdict }) => verdict)).size > 1) return inForce
  throw new Conflict(
    `The checkers of claim ${claim.number} do not differ: there is nothing to decide. Nothing was recorded.`,
  )
}

/** @throws NotAllowed one of those who differ */
function assertThird(actor: Actor, { number }: RuledClaim, differing: readonly GivenVerdict[]): void {
  if (differing.some(({ checkerId }) => checkerId === actor.id))
    throw new NotAllowed(
      `You are one of the checkers who differ on claim ${number}: a third person decides, or you rule again.`,
    )
}
