import type { Database } from '../db/database.ts'
import { insertRows } from '../db/insert-rows.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { newId } from '../db/new-id.ts'
import { Conflict } from '../errors.ts'
import { appendEvent, takeChain } from '../history/append-event.ts'
import { sealWords } from '../review/seal-words.ts'
import { writtenWords } from '../review/written-words.ts'
import { LONGEST_REQUEST_REASON, openFindings } from './publication-request.ts'
import { openGate, type NewPublication } from './publish.ts'

export interface NewPublicationRequest extends NewPublication {
  readonly reason: string
}

/**
 * Asks a second person to publish the draft at work over what blocks it. Nothing goes out by this.
 * @throws NotFound · NotAllowed for this role, or a sample · Conflict another draft came meanwhile, nothing blocks it, or somebody has
 * asked already · Invalid without a reason
 */
export function askToPublish(
  db: Database,
  input: NewPublicationRequest,
): Promise<{ readonly id: string; readonly openPoints: number }> {
  const words = writtenWords(input.reason, 'why it has to go out all the same', LONGEST_REQUEST_REASON)
  return inTransaction(db, async (tx) => {
    const { reportId, draftId, publishedBy, at } = input
    const { report, audit } = await openGate(tx, input)
    const openPoints = audit.counts.blocker
    if (openPoints === 0) throw new Conflict('Nothing blocks this draft: publish it. Nothing was asked.')
    const asked = await tx.publicationRequest.findFirst({
      where: { reportId, draftId, state: 'asked' },
      select: { askedBy: { select: { name: true } } },
    })
    if (asked !== null)
      throw new Conflict(`${asked.askedBy.name} has asked for this already. Nothing was asked again.`)
    const reason = await sealWords(tx, words)
    const id = newId()
    await insertRows(tx, 'PublicationRequest', [
      {
        ...{ id, reportId, draftId, openPoints, findings: openFindings(audit), reasonId: reason.id },
        ...{ state: 'asked', askedById: publishedBy.id, askedAt: at },
      },
    ])
    await appendEvent(tx, await takeChain(tx, reportId), {
      kind: 'publication.asked',
      actor: publishedBy.id,
      at,
      payload: { draft: report.draft, requestId: id, openPoints, reasonHash: reason.hash },
    })
    return { id, openPoints }
  })
}
