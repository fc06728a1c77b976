import type { Actor } from '../../accounts/account.ts'
import { appendDeskEvent } from '../../accounts/desk-event.ts'
import { claimAsItStands } from '../../claims/load-claim.ts'
import type { Database, Transaction } from '../../db/database.ts'
import { insertRows } from '../../db/insert-rows.ts'
import { newId } from '../../db/new-id.ts'
import { Conflict } from '../../errors.ts'
import { appendEvent, takeChain } from '../../history/append-event.ts'
import { changeSource, type SourceDeed } from '../../sources/change-source.ts'
import { judgeSourceWithin } from '../../sources/judge-source.ts'
import { LONGEST_REASON, requiredText, type Reliability } from '../../sources/source.ts'
import { sealWords } from '../seal-words.ts'
import { settleClaim } from '../settle-claim.ts'
import { settlementOf } from '../settlement.ts'
import { setFallen } from './record-fall.ts'

export interface FallWithdrawal extends SourceDeed {
  readonly reason: string
}

/**
 * Takes back the newest fall of a source: a row that names it, never a deletion. The re-checks that it asked for and that nobody
 * has closed are closed; a reliability that it lowered, and nobody judged since, is as before.
 * @throws NotFound · NotAllowed · Conflict it has not fallen · Invalid without a reason
 */
export function withdrawFall(db: Database, input: FallWithdrawal): Promise<{ readonly id: string }> {
  const words = requiredText(input.reason, LONGEST_REASON, 'Say why the source stands again.')
  return changeSource(db, input, 'let sources fall', async (tx, source) => {
    const [fall, before] = await tx.sourceFall.findMany({
      where: { sourceId: source.id, withdraws: null, withdrawal: null },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: 2,
    })
    if (fall === undefined)
      throw new Conflict('This source has not fallen, or stands again already. Nothing was changed.')
    const { by, at } = input
    const reason = await sealWords(tx, words)
    const { kind, from, to } = fall
    const row = {
      id: newId(),
      sourceId: source.id,
      kind,
      reasonId: reason.id,
      from: to,
      to: to === null ? null : from,
      withdraws: fall.id,
    }
    await insertRows(tx, 'SourceFall', [{ ...row, madeById: by.id, at }])
    if (to !== null && from !== null && source.reliability === to)
      await judgeSourceWithin(tx, source, { ...input, reliability: from as Reliability, reason: words })
    await setFallen(tx, source.id, before ?? null)
    await appendDeskEvent(tx, 'source.fall-withdrawn', input, {
      sourceId: source.id,
      fallId: row.id,
      withdraws: fall.id,
      fall: kind,
      reasonHash: reason.hash,
    })
    await closeRechecksOf(tx, fall, by, at)
    return { id: row.id }
  })
}

async function closeRechecksOf(
  tx: Transaction,
  fall: { readonly id: string; readonly kind: string },
  by: Actor,
  at: Date,
): Promise<void> {
  const open = await tx.recheck.findMany({
    where: { fallId: fall.id, closedAt: null },
    orderBy: [{ claim: { reportId: 'asc' } }, { claim: { number: 'asc' } }],
    select: { id: true, because: true, claimId: true },
  })
  for (const { id: recheckId, because, claimId } of open) {
    await tx.recheck.update({
      where: { id: recheckId },
      data: { closedAt: at, closedById: by.id },
      select: { id: true },
    })
    const claim = await claimAsItStands(tx, claimId)
    const settlement = settlementOf({ ...claim, rechecks: claim.rechecks - 1 })
    const version = await settleClaim(tx, claim, settlement)
    const { number, reportId } = claim
    await appendEvent(tx, await takeChain(tx, reportId), {
      kind: 'recheck.withdrawn',
      actor: by.id,
      at,
      payload: { claimId, number, version, recheckId, because },
    })
  }
}
