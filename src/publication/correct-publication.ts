import type { Actor } from '../accounts/account.ts'
import { assertMayOnReport } from '../accounts/assert-may-now.ts'
import type { Database, Transaction } from '../db/database.ts'
import { insertRows } from '../db/insert-rows.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { newId } from '../db/new-id.ts'
import { appendEvent, takeChain } from '../history/append-event.ts'
import { askRecheck } from '../review/ask-recheck.ts'
import { sealWords } from '../review/seal-words.ts'
import { completeCorrection, type CorrectionWords } from './correction.ts'
import { claimsNumbered, publicationAtWork, type PublicationAtWork } from './publication-at-work.ts'

export interface NewCorrection extends CorrectionWords {
  readonly publicationId: string
  readonly by: Actor
  readonly at: Date
}

/** `number`: of the correction, within the report. */
export interface MadeCorrection {
  readonly id: string
  readonly number: number
}

/**
 * Corrects a report that went out, or makes it clearer: dated, public, never taken away. What a correction is about is to be checked again.
 * @throws NotFound · NotAllowed for this role · Invalid words that do not fit, or no such claim in the publication
 */
export function correctPublication(db: Database, input: NewCorrection): Promise<MadeCorrection> {
  const words = completeCorrection(input)
  return inTransaction(db, async (tx) => {
    const publication = await publicationAtWork(tx, input.publicationId)
    await assertMayOnReport(tx, input.by, 'correct publication', publication.report)
    return correctWithin(tx, publication, { ...words, by: input.by, at: input.at })
  })
}

type Correcting = CorrectionWords & {
  readonly by: Actor
  readonly at: Date
  readonly complaint?: { readonly id: string; readonly number: number }
}

/** The same within a transaction that has asked the policy. `correction`: complete. */
export async function correctWithin(
  tx: Transaction,
  publication: PublicationAtWork,
  correction: Correcting,
): Promise<MadeCorrection> {
  const { kind, by, at, complaint } = correction
  const [claim] = claimsNumbered(publication, correction.claim === undefined ? [] : [correction.claim])
  const { report } = publication
  const made = { id: newId(), number: await nextNumber(tx, report.id) }
  const note = await sealWords(tx, correction.note)
  const was = correction.was === undefined ? null : await sealWords(tx, correction.was)
  const now = correction.now === undefined ? null : await sealWords(tx, correction.now)
  const about = {
    publicationId: publication.id,
    claimId: claim?.id ?? null,
    complaintId: complaint?.id ?? null,
  }
  const texts = { wasId: was?.id ?? null, nowId: now?.id ?? null, noteId: note.id }
  await insertRows(tx, 'Correction', [{ ...made, ...about, ...texts, kind, madeById: by.id, at }])
  await appendEvent(tx, await takeChain(tx, report.id), {
    kind: 'publication.corrected',
    actor: by.id,
    at,
    payload: {
      ...{ publicationId: publication.id, publication: publication.number },
      ...{ correctionId: made.id, correction: made.number, what: kind },
      ...(claim === undefined ? {} : { claimId: claim.id, number: claim.number }),
      ...(complaint === undefined ? {} : { complaint: complaint.number }),
      ...{ wasHash: was?.hash ?? null, nowHash: now?.hash ?? null, noteHash: note.hash },
    },
  })
  if (claim !== undefined && kind === 'correction')
    await askRecheck(tx, { claimIds: [claim.id], because: 'corrected', askedBy: by.id, at })
  return made
}

async function nextNumber(tx: Transaction, reportId: string): Promise<number> {
  const { _max } = await tx.correction.aggregate({
    where: { publication: { reportId } },
    _max: { number: true },
  })
  return (_max.number ?? 0) + 1
}
