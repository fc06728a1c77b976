import { createHash } from 'node:crypto'
import type { Actor } from '../accounts/account.ts'
import { assertMayOnReport } from '../claims/load-claim.ts'
import type { Hidden } from '../claims/hidden.ts'
import type { Database } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { NotFound } from '../errors.ts'
import { appendEvent, takeChain } from '../history/append-event.ts'
import { SYSTEM } from '../history/event.ts'
import { contactsSaid, withContacts } from './contacts-said.ts'
import { type ExportFormat, fileNameOf, type Inclusion, MEDIA_TYPES } from './formats.ts'
import { loadHidden } from '../review/load-hidden.ts'
import { storedPolicy } from '../review/report-policy.ts'
import { type DraftFile, loadDraftFile } from './load-draft-file.ts'
import { loadFixes, loadOpenClaims } from './load-open-work.ts'
import { commentOn } from './open-claim.ts'
import { annotateWord } from './word/annotate-word.ts'
import { newWordDocument } from './word/new-document.ts'

export interface ExportRequest {
  readonly reportId: string
  readonly format: ExportFormat
  readonly include: readonly Inclusion[]
  /** Null: from the command line. */
  readonly by: Actor | null
  readonly at: Date
}

export interface ExportedFile {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  /** Claims whose words could not be found in the file with certainty; their comments stand at its beginning. */
  readonly unplaced: number
}

/**
 * Takes a report out of the building, with an event that says who, what and when.
 * @throws NotFound no such report · NotAllowed for this role · Invalid the original cannot be written into
 */
export async function exportReport(db: Database, request: ExportRequest): Promise<ExportedFile> {
  const report = await db.report.findUnique({
    where: { id: request.reportId },
    select: { id: true, title: true, closed: true, sample: true, currentDraftId: true, policy: true },
  })
  if (report === null) throw new NotFound('There is no such report.')
  if (request.by !== null) await assertMayOnReport(db, request.by, 'export', report)
  const draft = await loadDraftFile(db, report)
  const { bytes, comments, changes, unplaced } = await wordFile(
    db,
    draft,
    request,
    await hiddenFrom(db, report, request.by),
  )
  await inTransaction(db, async (tx) =>
    appendEvent(tx, await takeChain(tx, report.id), {
      kind: 'report.exported',
      actor: request.by?.id ?? SYSTEM,
      at: request.at,
      payload: {
        draft: draft.number,
        format: request.format,
        included: [...request.include],
        comments,
        changes,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      },
    }),
  )
  const name = fileNameOf(report.title, draft.number, request.format)
  return { name, mediaType: MEDIA_TYPES[request.format], bytes, unplaced }
}

const hiddenFrom = (
  db: Database,
  { id, policy }: { readonly id: string; readonly policy: string | null },
  by: Actor | null,
): Promise<Hidden> => loadHidden(db, { id, policy: storedPolicy(policy) }, by?.id ?? SYSTEM)

/** The author's own Word file, or a clean one, with everything that is open on its words. */
async function wordFile(
  db: Database,
  draft: DraftFile,
  { include, reportId }: ExportRequest,
  hidden: Hidden,
) {
  const own = draft.sourceType === 'docx' ? draft.original : null
  const fixes = await loadFixes(db, draft.id)
  const open = await loadOpenClaims(db, draft.id, hidden)
  const said = include.includes('contacts') ? await contactsSaid(db, reportId) : null
  const comments = open.map((claim) =>
    withContacts(commentOn(claim, include.includes('rationale')), said?.get(claim.number) ?? []),
  )
  const { bytes, unplaced } = annotateWord(own ?? newWordDocument(draft.text), draft.text, comments, fixes)
  return { bytes, comments: comments.length, changes: fixes.length, unplaced: unplaced.length }
}
