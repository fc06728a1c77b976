import type { Actor } from '../../accounts/account.ts'
import { assertMayOnReport } from '../../accounts/assert-may-now.ts'
import type { Database } from '../../db/database.ts'
import { Gone, NotFound } from '../../errors.ts'
import { STORED_WORDS } from '../../history/destruction.ts'
import type { ReadDocument } from '../../reading/document.ts'
import { publicationAtWork } from '../publication-at-work.ts'
import type { WentOutCompared } from './differences.ts'
import { compareWithSignedOff } from './signed-off.ts'

/** A text as it went out, beside what was signed off. */
export interface WentOutView extends WentOutCompared {
  readonly id: string
  readonly reportId: string
  readonly publication: { readonly id: string; readonly number: number; readonly draft: number }
  readonly language: string
  readonly name: string
  readonly type: string
  readonly addedBy: string
  readonly at: Date
  /** Ids of the claims, by their numbers. */
  readonly claimIds: ReadonlyMap<number, string>
}

/** @throws NotFound · NotAllowed closed to this person · Gone two people destroyed one of the texts */
export async function showWentOut(db: Database, reader: Actor, id: string): Promise<WentOutView> {
  const row = await db.wentOut.findUnique({
    where: { id },
    include: { text: { select: STORED_WORDS }, addedBy: { select: { name: true } } },
  })
  if (row === null) throw new NotFound('There is no such text.')
  const publication = await publicationAtWork(db, row.publicationId)
  await assertMayOnReport(db, reader, 'read report', publication.report)
  if (row.text.body === null) throw new Gone(row.text.destructionReason ?? 'This text was destroyed.')
  const reading = JSON.parse(row.reading) as Omit<ReadDocument, 'text'>
  const { snapshot } = publication
  return {
    id,
    reportId: publication.report.id,
    publication: { id: publication.id, number: publication.number, draft: snapshot.draft.number },
    language: snapshot.report.language,
    ...{ name: row.sourceName, type: row.sourceType, addedBy: row.addedBy.name, at: row.at },
    claimIds: new Map(snapshot.claims.map((claim) => [claim.number, claim.id])),
    ...(await compareWithSignedOff(db, publication, { ...reading, text: row.text.body })),
  }
}
