import type { Actor } from '../accounts/account.ts'
import { assertMayOnReport } from '../claims/load-claim.ts'
import type { Database, Transaction } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { Conflict, NotAllowed, NotFound } from '../errors.ts'
import { appendEvent, takeChain } from '../history/append-event.ts'
import { isOfAnother } from '../audit/report-at-audit.ts'
import { openFindings } from './publication-request.ts'
import { keptBelowHead, type MadePublication, openGate, publishWithin } from './publish.ts'

export interface RequestAnswer {
  /** The report that they named; a request of another is not found. */
  readonly reportId?: string
  readonly requestId: string
  readonly answeredBy: Actor
  readonly at: Date
}

const findRequest = (tx: Transaction, id: string) =>
  tx.publicationRequest.findUnique({
    where: { id },
    include: {
      askedBy: { select: { name: true } },
      draft: { select: { number: true } },
      report: { select: { id: true, closed: true, sample: true } },
    },
  })

type Asked = NonNullable<Awaited<ReturnType<typeof findRequest>>>

/** @throws NotFound · NotAllowed for this role · Conflict it was answered already */
async function openRequest(tx: Transaction, answer: RequestAnswer): Promise<Asked> {
  const { requestId, answeredBy } = answer
  const request = await findRequest(tx, requestId)
  if (request === null || isOfAnother(answer, request.reportId))
    throw new NotFound('There is no such request.')
  await assertMayOnReport(tx, answeredBy, 'publish', request.report)
  if (request.state !== 'asked')
    throw new Conflict('This request was answered or taken back already. Nothing was done.')
  return request
}

/**
 * A second person publishes over the open points that somebody asked for, and over no others.
 * @throws NotFound · NotAllowed for this role, or whoever asked · Conflict answered already, another draft came, or something else blocks by now
 */
export function publishAsAsked(db: Database, input: RequestAnswer): Promise<MadePublication> {
  return keptBelowHead(db, input.at, async (tx) => {
    const { answeredBy, at } = input
    const request = await openRequest(tx, input)
    const { id, reportId, draftId, askedById } = request
    if (askedById === answeredBy.id)
      throw new NotAllowed(
        'You asked for this yourself: a second person has to publish it. Nothing was published.',
      )
    const gate = await openGate(tx, { reportId, draftId, publishedBy: answeredBy, at })
    if (openFindings(gate.audit) !== request.findings)
      throw new Conflict(
        `What blocks this draft is not what ${request.askedBy.name} asked to publish over: look at the audit, then ask again. Nothing was published.`,
      )
    const over = { askedById, askedByName: request.askedBy.name }
    const made = await publishWithin(tx, gate, { reportId, draftId, publishedBy: answeredBy, at }, over)
    await tx.publicationRequest.update({
      where: { id },
      data: { state: 'done', answeredById: answeredBy.id, answeredAt: at, publicationId: made.id },
      select: { id: true },
    })
    return made
  })
}

/**
 * Declines to publish over open points; whoever asked takes it back by this.
 * @throws NotFound · NotAllowed for this role · Conflict answered already
 */
export function declineToPublish(db: Database, input: RequestAnswer): Promise<{ readonly id: string }> {
  return inTransaction(db, async (tx) => {
    const { answeredBy, at } = input
    const { id, reportId, askedById, openPoints, draft } = await openRequest(tx, input)
    const withdrawn = askedById === answeredBy.id
    await tx.publicationRequest.update({
      where: { id },
      data: { state: withdrawn ? 'withdrawn' : 'declined', answeredById: answeredBy.id, answeredAt: at },
      select: { id: true },
    })
    await appendEvent(tx, await takeChain(tx, reportId), {
      kind: 'publication.refused',
      actor: answeredBy.id,
      at,
      payload: { draft: draft.number, requestId: id, openPoints, withdrawn },
    })
    return { id }
  })
}
