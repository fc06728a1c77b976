import type { Actor } from '../../accounts/account.ts'
import { standingOf } from '../../accounts/standing.ts'
import { assertMayOnReport } from '../../claims/load-claim.ts'
import type { Database, Transaction } from '../../db/database.ts'
import { insertRows } from '../../db/insert-rows.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { newId } from '../../db/new-id.ts'
import { Conflict, Invalid, NotAllowed } from '../../errors.ts'
import { appendEvent, takeChain } from '../../history/append-event.ts'
import { LONGEST_DESTRUCTION_REASON, type Destructible, type Ground } from '../../history/destruction.ts'
import { privilegedChain } from '../../history/privileged-chain.ts'
import { seal } from '../../history/sealed-text.ts'
import { writtenWords } from '../../review/written-words.ts'
import { assertForgettable, forgettingReport } from './forgettable.ts'
import { findTargets, type Narrowed, type Target } from './find-targets.ts'

export interface DestructionAsked extends Narrowed {
  readonly reportId: string
  readonly what: Destructible
  readonly ground: Ground
  readonly reason: string
  readonly askedBy: Actor
  readonly at: Date
}

/** A request: the id of one of its rows, and how many texts or files it is about. */
export interface RequestedDestruction {
  readonly id: string
  readonly count: number
}

/**
 * Asks for texts or files of a report to be destroyed; a second person does it, or declines. Nothing is destroyed by this.
 * @throws NotFound · NotAllowed for this role, or privileged and no lawyer · Conflict legal hold, no rule that applies, nothing there, or asked for already · Invalid without a reason
 */
export function askDestruction(db: Database, input: DestructionAsked): Promise<RequestedDestruction> {
  const words = writtenWords(input.reason, 'the reason', LONGEST_DESTRUCTION_REASON)
  if (input.what === 'payload' && (input.event === undefined || input.ground !== 'court order'))
    throw new Invalid(
      'What an event says is destroyed one by one and by a court’s order alone: name the event.',
    )
  return inTransaction(db, async (tx) => {
    const { reportId, what, ground, askedBy, at } = input
    const report = await forgettingReport(tx, reportId)
    await assertMayOnReport(tx, askedBy, 'destroy texts', report)
    await assertMayKnow(tx, askedBy, what)
    await assertForgettable(tx, report, { what, ground, at })
    const targets = await notAskedFor(tx, await findTargets(tx, reportId, what, input))
    if (targets.length === 0)
      throw new Conflict(
        `There is no ${what} there to destroy that nobody has asked for already. The draft at work is never destroyed. Nothing was changed.`,
      )
    const reason = seal(words)
    await insertRows(tx, 'SealedText', [reason])
    const rows = targets.map(({ textId, blobId }) => ({ id: newId(), reportId, what, textId, blobId }))
    const request = { ground, reasonId: reason.id, state: 'asked', askedById: askedBy.id, askedAt: at }
    await insertRows(
      tx,
      'Destruction',
      rows.map((row) => ({ ...row, ...request })),
    )
    await appendEvent(tx, await takeChain(tx, chainOf(reportId, what)), {
      kind: 'destruction.asked',
      actor: askedBy.id,
      at,
      payload: { what, ground, count: rows.length, reasonHash: reason.hash },
    })
    return { id: rows[0]?.id ?? '', count: rows.length }
  })
}

/** What concerns privileged comments is told where they are. */
export const chainOf = (reportId: string, what: string): string =>
  what === 'privileged comment' ? privilegedChain(reportId) : reportId

/** @throws NotAllowed privileged comments are for lawyers of the desk alone */
export async function assertMayKnow(tx: Transaction, actor: Actor, what: string): Promise<void> {
  if (what === 'privileged comment' && !(await standingOf(tx, actor)).actor.legal)
    throw new NotAllowed('Only lawyers of the desk may have privileged comments destroyed.')
}

async function notAskedFor(tx: Transaction, targets: readonly Target[]): Promise<Target[]> {
  const open = await tx.destruction.findMany({
    where: { state: 'asked' },
    select: { textId: true, blobId: true },
  })
  const asked = new Set(open.map(({ textId, blobId }) => textId ?? blobId))
  const once = new Map(targets.map((target) => [target.textId ?? target.blobId, target]))
  return [...once.values()].filter(({ textId, blobId }) => !asked.has(textId ?? blobId))
}
