import type { Actor } from '../../accounts/account.ts'
import { assertMayOnReport } from '../../accounts/assert-may-now.ts'
import type { Database } from '../../db/database.ts'
import { insertRows } from '../../db/insert-rows.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { newId } from '../../db/new-id.ts'
import { storeOriginal } from '../../drafts/store-original.ts'
import { appendEvent, takeChain } from '../../history/append-event.ts'
import { endJobWithin } from '../../jobs/end-job.ts'
import type { JobAtHand } from '../../jobs/job.ts'
import type { SourceType } from '../../reading/document.ts'
import { readDocumentAside } from '../../reading/read-document-aside.ts'
import { sealWords } from '../../review/seal-words.ts'
import { publicationAtWork } from '../publication-at-work.ts'
import { compareWithSignedOff } from './signed-off.ts'

export interface NewWentOut {
  readonly publicationId: string
  readonly bytes: Uint8Array
  /** The file's name, or the address that it was fetched from. */
  readonly name: string
  readonly type?: SourceType | undefined
  readonly by: Actor
  readonly at: Date
  /** That fetched it: ended with what it brought. */
  readonly job?: JobAtHand
}

/** `differences`: how many passages are not as they were signed off. */
export interface AddedWentOut {
  readonly id: string
  readonly differences: number
}

/**
 * Keeps a text as it went out (a page, a PDF, a file), compared with what was signed off.
 * @throws NotFound · NotAllowed for this role · Invalid the file cannot be read · Gone the text of the draft was destroyed
 */
export async function addWentOut(db: Database, input: NewWentOut): Promise<AddedWentOut> {
  const { publicationId, bytes, name, type, by, at } = input
  const publication = await publicationAtWork(db, publicationId)
  await assertMayOnReport(db, by, 'compare what went out', publication.report)
  const read = await readDocumentAside(bytes, type === undefined ? { name } : { name, type })
  const { differences } = await compareWithSignedOff(db, publication, read)
  return inTransaction(db, async (tx) => {
    const { report, number } = await publicationAtWork(tx, publicationId)
    await assertMayOnReport(tx, by, 'compare what went out', report)
    await storeOriginal(tx, bytes, read.source)
    const { text, ...reading } = read
    const sealed = await sealWords(tx, text)
    const added = { id: newId(), differences: differences.length }
    const file = {
      originalId: read.source.sha256,
      sourceName: read.source.name,
      sourceType: read.source.type,
    }
    const kept = { textId: sealed.id, reading: JSON.stringify(reading), addedById: by.id, at }
    await insertRows(tx, 'WentOut', [{ ...added, publicationId, ...file, ...kept }])
    await appendEvent(tx, await takeChain(tx, report.id), {
      kind: 'went-out.added',
      actor: by.id,
      at,
      payload: {
        ...{ publicationId, publication: number, wentOutId: added.id, differences: added.differences },
        ...{ file: read.source.name, sha256: read.source.sha256, textHash: sealed.hash },
      },
    })
    if (input.job !== undefined) await endJobWithin(tx, input.job, at)
    return added
  })
}
