import type { RequestHandler, Response } from 'express'
import { mayOnReport } from '../accounts/policy.ts'
import type { Database } from '../db/database.ts'
import { showDraft, type DraftView } from '../drafts/draft-view.ts'
import { listNotes } from '../drafts/list-notes.ts'
import { showReport, type ReportView } from '../drafts/report-view.ts'
import { loadHidden } from '../review/load-hidden.ts'
import type { Services } from '../services.ts'
import { namedNotes, type TypedCorrection } from './forms/correction-form.ts'
import type { Problem } from './forms/problems.ts'
import { currentAccount } from './middleware/current-account.ts'
import { notesPage } from './pages/notes-page.ts'
import { targetOf } from './target-of.ts'

/** GET /reports/:reportId/notes: every note with what it covers; what is missing or uncalled first. */
export function showNotes({ db }: Services): RequestHandler<{ reportId: string }> {
  return async (req, res) => {
    const reader = currentAccount(res)
    const report = await showReport(db, reader, req.params.reportId)
    const draft = await showDraft(db, reader, report.draft.id)
    const mayCorrect = mayOnReport(reader, 'correct reading', targetOf(report))
    await renderNotes(db, res, { report, draft, mayCorrect, typed: null, problems: [] })
  }
}

export interface NotesShown {
  readonly report: ReportView
  readonly draft: DraftView
  readonly mayCorrect: boolean
  /** What was typed into the form of a marker that was refused. */
  readonly typed: TypedCorrection | null
  readonly problems: readonly Problem[]
}

/** The page of notes, also as the answer to a form that was refused. */
export async function renderNotes(db: Database, res: Response, shown: NotesShown): Promise<void> {
  const { report, draft, mayCorrect, typed, problems } = shown
  const hidden = await loadHidden(db, report, currentAccount(res).id)
  const { notes, unanswered } = await listNotes(db, draft.id, new Set(hidden.ruled.values()))
  res.render('notes/index', {
    report,
    page: notesPage(draft.text, report.id, notes, unanswered),
    problems,
    linking: mayCorrect
      ? { draftId: draft.id, revision: draft.reading.revision, names: namedNotes(notes), typed }
      : null,
  })
}
