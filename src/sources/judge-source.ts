import { appendDeskEvent } from '../accounts/desk-event.ts'
import type { Database, Transaction } from '../db/database.ts'
import { insertRows } from '../db/insert-rows.ts'
import { newId } from '../db/new-id.ts'
import { seal } from '../history/sealed-text.ts'
import { changeSource, type SourceDeed } from './change-source.ts'
import type { FoundSource } from './find-source.ts'
import { LONGEST_REASON, optionalText, type Reliability } from './source.ts'

export interface NewSourceJudgement extends SourceDeed {
  readonly reliability: Reliability
  readonly reason?: string | undefined
}

/**
 * Judges how far a source can be relied on. Earlier judgements stay; the newest is the source's.
 * @throws NotFound · NotAllowed · Conflict it was merged into another · Invalid the reason is too long
 */
export function judgeSource(db: Database, input: NewSourceJudgement): Promise<{ readonly id: string }> {
  optionalText(input.reason, LONGEST_REASON)
  return changeSource(db, input, 'judge source', (tx, source) => judgeSourceWithin(tx, source, input))
}

/** The same within a transaction that does more, when the policy was asked. */
export async function judgeSourceWithin(
  tx: Transaction,
  source: FoundSource,
  input: NewSourceJudgement,
): Promise<{ readonly id: string }> {
  const words = optionalText(input.reason, LONGEST_REASON)
  const reason = words === null ? null : seal(words)
  if (reason !== null) await insertRows(tx, 'SealedText', [reason])
  const { reliability, by, at } = input
  const judgement = { id: newId(), sourceId: source.id, reliability, judgedById: by.id, at }
  await insertRows(tx, 'SourceJudgement', [{ ...judgement, reasonId: reason?.id ?? null }])
  await tx.source.update({ where: { id: source.id }, data: { reliability }, select: { id: true } })
  await appendDeskEvent(tx, 'source.judged', input, {
    sourceId: source.id,
    from: source.reliability,
    reliability,
    reasonHash: reason?.hash ?? null,
  })
  return { id: judgement.id }
}
