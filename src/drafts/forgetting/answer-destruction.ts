import type { Actor } from '../../accounts/account.ts'
import { standingOf } from '../../accounts/standing.ts'
import { mayOnReport } from '../../accounts/policy.ts'
import { assertMayOnReport } from '../../claims/load-claim.ts'
import { kindOf, type Database, type Transaction } from '../../db/database.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { Conflict, NotAllowed, NotFound } from '../../errors.ts'
import { appendEvent, takeChain } from '../../history/append-event.ts'
import { destroyFile, destroyText, type DestroyedBy } from '../../history/destroy-stored.ts'
import { tombstone, type Destructible, type Ground } from '../../history/destruction.ts'
import { assertMayKnow, chainOf } from './ask-destruction.ts'
import { blankDraftCopies, payloadsQuoting } from './draft-copies.ts'
import { assertForgettable, forgettingReport, type ForgettingReport } from './forgettable.ts'
import { findTargets, type Target } from './find-targets.ts'

export const destructionAnswers = ['destroy', 'decline', 'withdraw'] as const
export type DestructionAnswer = (typeof destructionAnswers)[number]

export interface AnsweredDestruction {
  /** Of any row of the request. */
  readonly destructionId: string
  readonly answer: DestructionAnswer
  readonly by: Actor
  readonly at: Date
}

/** What became of a request. `destroyed`: how many texts and files, with what repeated them in the history. */
export interface AnswerGiven {
  readonly reportId: string
  readonly state: 'done' | 'declined' | 'withdrawn'
  readonly destroyed: number
}

/**
 * A second person destroys what somebody asked for, or declines; whoever asked takes it back. All of a request goes, or nothing:
 * hold and rules are looked at again at this moment. What is gone leaves its hash, and the names, date and reason in its place.
 * @throws NotFound · NotAllowed for this role, or it is their own request · Conflict answered already, legal hold, no rule that
 * applies any longer, whoever asked may not any more, or the same file is kept for something else
 */
export async function answerDestruction(db: Database, input: AnsweredDestruction): Promise<AnswerGiven> {
  const given = await inTransaction(db, (tx) => answerWithin(tx, input, kindOf(db) === 'sqlite'))
  // What SQLite wrote over stands in its log until that is emptied.
  if (given.state === 'done' && kindOf(db) === 'sqlite') await db.$queryRaw`PRAGMA wal_checkpoint(TRUNCATE)`
  return given
}

async function answerWithin(
  tx: Transaction,
  { destructionId, answer, by, at }: AnsweredDestruction,
  sqlite: boolean,
): Promise<AnswerGiven> {
  const request = await requestAtWork(tx, destructionId)
  const { reportId, report, what, askedBy } = request
  await assertMayOnReport(tx, by, 'destroy texts', report)
  await assertMayKnow(tx, by, what)
  const own = askedBy.id === by.id
  if (answer === 'withdraw' && !own)
    throw new NotAllowed(`Only ${askedBy.name} can take this request back; you can decline it.`)
  if (answer !== 'withdraw' && own)
    throw new NotAllowed(
      'Somebody else has to answer your request: two people destroy a text, or nobody does.',
    )
  const state = ({ destroy: 'done', decline: 'declined', withdraw: 'withdrawn' } as const)[answer]
  const destroyed = state === 'done' ? await destroyAll(tx, request, { by, at }, sqlite) : 0
  await tx.destruction.updateMany({
    where: { reasonId: request.reasonId, state: 'asked' },
    data: { state, answeredById: by.id, answeredAt: at },
  })
  if (state !== 'done')
    await appendEvent(tx, await takeChain(tx, chainOf(reportId, what)), {
      kind: 'destruction.refused',
      actor: by.id,
      at,
      payload: { what, count: request.targets.length, withdrawn: own },
    })
  return { reportId, state, destroyed }
}

interface RequestAtWork {
  readonly reportId: string
  readonly report: ForgettingReport
  readonly what: Destructible
  readonly ground: Ground
  readonly reasonId: string
  readonly reason: string
  readonly askedBy: Pick<Actor, 'id' | 'name'>
  readonly targets: readonly {
    readonly id: string
    readonly textId: string | null
    readonly blobId: string | null
  }[]
}

/** @throws NotFound no such request · Conflict answered already */
async function requestAtWork(tx: Transaction, id: string): Promise<RequestAtWork> {
  const row = await tx.destruction.findUnique({
    where: { id },
    include: { reason: { select: { body: true } }, askedBy: { select: { id: true, name: true } } },
  })
  if (row?.reportId == null) throw new NotFound('There is no such request.')
  if (row.state !== 'asked') throw new Conflict('This request was answered already. Nothing was changed.')
  const targets = await tx.destruction.findMany({
    where: { reasonId: row.reasonId, state: 'asked' },
    orderBy: { id: 'asc' },
    select: { id: true, textId: true, blobId: true },
  })
  return {
    reportId: row.reportId,
    report: await forgettingReport(tx, row.reportId),
    what: row.what as Destructible,
    ground: row.ground as Ground,
    reasonId: row.reasonId,
    reason: row.reason.body ?? 'the reason was destroyed',
    askedBy: row.askedBy,
    targets,
  }
}

async function destroyAll(
  tx: Transaction,
  request: RequestAtWork,
  { by, at }: { readonly by: Actor; readonly at: Date },
  sqlite: boolean,
): Promise<number> {
  const { report, what, ground, reason, askedBy } = request
  await assertAskerStillMay(tx, request)
  await assertForgettable(tx, report, { what, ground, at })
  if (sqlite) await tx.$queryRaw`PRAGMA secure_delete = ON` // pages that are given up are written over
  const words = tombstone({ by: askedBy.name, with: by.name, ground, reason, at })
  const destroyedBy = { by: askedBy.id, with: by.id, tombstone: words, at }
  const known = new Map(
    (await findTargets(tx, report.id, what)).map((target) => [target.textId ?? target.blobId, target]),
  )
  let destroyed = 0
  for (const { textId, blobId } of request.targets) {
    const target = known.get(textId ?? blobId)
    if (target === undefined) continue // destroyed since, or at work again
    destroyed += await destroyTarget(tx, request, target, destroyedBy)
  }
  return destroyed
}

/** @throws Conflict whoever asked was suspended since, lost the right, or is no longer named on the report */
async function assertAskerStillMay(tx: Transaction, { askedBy, report, what }: RequestAtWork): Promise<void> {
  const standing = await standingOf(tx, askedBy, report.id).catch((error: unknown) => {
    if (error instanceof NotAllowed) return null
    throw error
  })
  const may =
    standing !== null &&
    mayOnReport(standing.actor, 'destroy texts', { ...report, member: standing.member }) &&
    (what !== 'privileged comment' || standing.actor.legal)
  if (!may)
    throw new Conflict(
      `${askedBy.name}, who asked for this, may not any longer: decline it, and let somebody else ask. Nothing was changed.`,
    )
}

async function destroyTarget(
  tx: Transaction,
  { report, ground, reason, askedBy }: RequestAtWork,
  target: Target,
  destroyedBy: DestroyedBy,
): Promise<number> {
  const quoting = target.what === 'draft' ? await payloadsQuoting(tx, report.id, target.textId ?? '') : []
  const hash =
    target.textId === null
      ? await destroyFile(tx, target.blobId ?? '', report.id, destroyedBy)
      : await destroyText(tx, target.textId, destroyedBy)
  if (hash === null) return 0
  if (target.what === 'draft') {
    const draft = await tx.draft.findFirstOrThrow({
      where: { textId: target.textId ?? '' },
      select: { id: true },
    })
    await blankDraftCopies(tx, draft.id)
  }
  for (const { textId } of quoting) await destroyText(tx, textId, destroyedBy)
  await appendEvent(tx, await takeChain(tx, chainOf(report.id, target.what)), {
    kind: 'text.destroyed',
    actor: destroyedBy.with,
    at: destroyedBy.at,
    payload: {
      ...(target.claimId === null ? {} : { claimId: target.claimId }),
      ...(target.claimNumber === null ? {} : { claimNumber: target.claimNumber }),
      ...(target.draft === null ? {} : { draft: target.draft }),
      ...(target.event === null ? {} : { event: target.event }),
      ...(quoting.length === 0 ? {} : { quotingEvents: quoting.map(({ event }) => event) }),
      what: target.what,
      hash,
      ground,
      reason,
      askedBy: askedBy.id,
      askedByName: askedBy.name,
    },
  })
  return 1 + quoting.length
}
