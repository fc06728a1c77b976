import type { Actor } from '../accounts/account.ts'
import { claimAsSeen } from '../claims/load-claim.ts'
import type { Database, Transaction } from '../db/database.ts'
import { insertRows } from '../db/insert-rows.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { newId } from '../db/new-id.ts'
import { Conflict } from '../errors.ts'
import { appendEvent, takeChain } from '../history/append-event.ts'
import type { Ruled } from './record-verdict.ts'
import { storedPolicy } from './report-policy.ts'
import { LONGEST_REASON, type Risk } from './risk.ts'
import { sealWords } from './seal-words.ts'
import { needsSecond } from './second-check.ts'
import { settleClaim } from './settle-claim.ts'
import { settlementOf } from './settlement.ts'
import { writtenWords } from './written-words.ts'

export interface NewRisk {
  readonly claimId: string
  readonly risk: Risk
  /** Needed to lower it. */
  readonly reason?: string | undefined
  readonly setBy: Actor
  readonly seenVersion: number
  readonly at: Date
}

/**
 * Says how much depends on a claim; where the policy asks for a second person on claims of high risk, it does so from now on.
 * @throws NotFound no such claim · NotAllowed lowered by neither editor nor lawyer · Conflict it changed since, or is so already · Invalid lowered without a reason
 */
export const setRisk = (db: Database, input: NewRisk): Promise<Ruled> =>
  inTransaction(db, (tx) => setRiskIn(tx, input))

/** The same as part of something larger, which is whole or absent. */
export async function setRiskIn(tx: Transaction, input: NewRisk): Promise<Ruled> {
  const lowered = input.risk === 'ordinary'
  const given = input.reason?.trim() ?? ''
  const action = lowered ? 'lower risk' : 'raise risk'
  const claim = await claimAsSeen(tx, { ...input, actor: input.setBy, action })
  if (claim.risk === input.risk)
    throw new Conflict(`The risk of claim ${claim.number} is ${claim.risk} already. Nothing was recorded.`)
  const words =
    lowered || given !== '' ? writtenWords(given, 'the reason to change the risk', LONGEST_REASON) : null
  const head = await takeChain(tx, claim.reportId)
  const reason = words === null ? null : await sealWords(tx, words)
  const row = { id: newId(), claimId: claim.id, risk: input.risk, at: input.at }
  await insertRows(tx, 'RiskDecision', [
    { ...row, reasonId: reason?.id ?? null, decidedById: input.setBy.id },
  ])
  const second = needsSecond(storedPolicy(claim.policy), { ...claim, risk: input.risk })
  await tx.claim.update({
    where: { id: claim.id },
    data: { risk: input.risk, needsSecond: second },
    select: { id: true },
  })
  const settlement = settlementOf({ ...claim, needsSecond: second })
  const version = await settleClaim(tx, claim, settlement)
  await appendEvent(tx, head, {
    kind: 'risk.set',
    actor: input.setBy.id,
    at: input.at,
    payload: {
      claimId: claim.id,
      number: claim.number,
      version,
      from: claim.risk,
      to: input.risk,
      reasonHash: reason?.hash ?? null,
      needsSecond: second,
    },
  })
  return {
    id: row.id,
    claimId: claim.id,
    number: claim.number,
    reportId: claim.reportId,
    version,
    settlement,
  }
}
