import type { Actor } from '../../src/accounts/account.ts'
import type { Database } from '../../src/db/database.ts'
import { enterComplaint } from '../../src/publication/complaints/enter-complaint.ts'
import { correctPublication } from '../../src/publication/correct-publication.ts'
import { addWentOut } from '../../src/publication/went-out/add-went-out.ts'
import { withdrawPublication } from '../../src/publication/withdraw-publication.ts'
import { published } from './published.ts'

/** Ids and slugs of what there is once a report went out. */
export interface AfterPublication {
  readonly publication: string
  /** Of the open evidence page. */
  readonly slug: string
  /** Of the page of a publication that was withdrawn. */
  readonly withdrawn: string
  readonly complaint: string
  readonly wentOut: string
}

/** Lets a report go out twice, the first time withdrawn; the second is complained about, corrected and compared with what went out. */
export async function afterPublication(
  db: Database,
  { reportId, by }: { readonly reportId: string; readonly by: Actor },
): Promise<AfterPublication> {
  const at = new Date()
  const out = { reportId, by, at, publicPage: true }
  const first = await published(db, out)
  const withdrawal = { reason: 'A page was missing.', recheck: [], by, at }
  await withdrawPublication(db, { publicationId: first.id, ...withdrawal })
  const { id: publicationId, slug } = await published(db, out)
  const told = {
    kind: 'correction',
    claim: 1,
    was: 'one word',
    now: 'another',
    note: 'We misread it.',
  } as const
  await correctPublication(db, { publicationId, ...told, by, at })
  const complaint = { from: 'Rhea Vance, 4 Quay Street', words: 'This is not so.', way: 'letter' } as const
  const received = { receivedAt: at, replyDue: at, claims: [2], by, at }
  const { id } = await enterComplaint(db, { publicationId, ...complaint, ...received })
  const bytes = Buffer.from('A text that nobody signed off. It says other things.')
  const wentOut = await addWentOut(db, { publicationId, bytes, name: 'page.txt', by, at })
  return { publication: publicationId, slug, withdrawn: first.slug, complaint: id, wentOut: wentOut.id }
}
