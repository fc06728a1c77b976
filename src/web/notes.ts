import type { RequestHandler } from 'express'
import { showDraft } from '../drafts/draft-view.ts'
import { listNotes } from '../drafts/list-notes.ts'
import { showReport } from '../drafts/report-view.ts'
import type { Services } from '../services.ts'
import { currentAccount } from './middleware/current-account.ts'
import { notesPage } from './pages/notes-page.ts'

/** GET /reports/:reportId/notes: every note with what it covers; what is missing or uncalled first. */
export function showNotes({ db }: Services): RequestHandler<{ reportId: string }> {
  return async (req, res) => {
    const reader = currentAccount(res)
    const report = await showReport(db, reader, req.params.reportId)
    const draft = await showDraft(db, reader, report.draft.id)
    const { notes, unanswered } = await listNotes(db, report.draft.id)
    res.render('notes/index', { report, page: notesPage(draft.text, report.id, notes, unanswered) })
  }
}
