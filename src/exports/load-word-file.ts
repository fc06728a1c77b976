import type { Hidden } from '../claims/hidden.ts'
import type { Database } from '../db/database.ts'
import { contactsSaid, withContacts } from './contacts-said.ts'
import type { Inclusion } from './formats.ts'
import { loadDraftFile } from './load-draft-file.ts'
import type { ReportToExport } from './load-exported-report.ts'
import { loadFixes, loadOpenClaims } from './load-open-work.ts'
import type { MadeFile } from './made-file.ts'
import { commentOn } from './open-claim.ts'
import { annotateWord } from './word/annotate-word.ts'
import { newWordDocument } from './word/new-document.ts'

/** The author's own Word file, or a clean one, with everything that is open on its words. */
export async function loadWordFile(
  db: Database,
  report: ReportToExport,
  { include, hidden }: { readonly include: readonly Inclusion[]; readonly hidden: Hidden },
): Promise<MadeFile> {
  const draft = await loadDraftFile(db, report)
  const own = draft.sourceType === 'docx' ? draft.original : null
  const fixes = await loadFixes(db, draft.id)
  const open = await loadOpenClaims(db, draft.id, hidden)
  const said = include.includes('contacts') ? await contactsSaid(db, report.id) : null
  const comments = open.map((claim) =>
    withContacts(commentOn(claim, include.includes('rationale')), said?.get(claim.number) ?? []),
  )
  const { bytes, unplaced } = annotateWord(own ?? newWordDocument(draft.text), draft.text, comments, fixes)
  return {
    bytes,
    draft: draft.number,
    counts: { comments: comments.length, changes: fixes.length },
    unplaced: unplaced.length,
  }
}
