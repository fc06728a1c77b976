import type { RequestHandler } from 'express'
import { listNotes, type NoteCall } from '../../drafts/list-notes.ts'
import type { ReportThen } from '../../drafts/then/report-then.ts'
import type { Services } from '../../services.ts'
import { loadDraftText } from '../loading/load-draft-text.ts'
import { currentAccount } from '../middleware/current-account.ts'
import { notesPage, type MissingNote } from '../pages/notes-page.ts'
import { addressThen, thenBanner } from '../pages/then-banner.ts'
import { loadThen } from './load-then.ts'
import { momentAsked } from './moment-asked.ts'

/** GET /reports/:reportId/notes?at=2026-05-03: the notes of the draft at work then, with what leaned on them as it stood. */
export function showNotesThen({ db }: Services): RequestHandler<{ reportId: string }> {
  return async (req, res, next) => {
    const moment = momentAsked(req.query)
    if (moment === null) {
      next()
      return
    }
    const { report, then } = await loadThen(db, currentAccount(res), req.params.reportId, moment)
    const [draft, { notes, unanswered }] = await Promise.all([
      loadDraftText(db, report),
      listNotes(db, then.draft.id),
    ])
    const stood = asItStood(then)
    const shown = notes.map((note) => ({ ...note, calls: note.calls.map(stood) }))
    const page = notesPage(draft.text, report.id, shown, unanswered.map(stood))
    const desk = addressThen(`/reports/${report.id}/desk`, moment)
    const leading = (call: MissingNote): MissingNote =>
      call.covers === null
        ? call
        : { ...call, covers: { ...call.covers, href: `${desk}#c${call.covers.number}` } }
    res.render('then/notes', {
      report,
      banner: thenBanner(report.id, moment, {
        draft: then.draft.number,
        here: 'notes',
        now: `/reports/${report.id}/notes`,
        readingChanged: then.readingChanged,
      }),
      page: {
        ...page,
        missing: page.missing.map(leading),
        notes: page.notes.map((note) => ({ ...note, calls: note.calls.map(leading) })),
      },
    })
  }
}

/** A call with its claim as it stood; one of a claim that was not there yet covers none. */
const asItStood =
  ({ claims }: ReportThen) =>
  (call: NoteCall): NoteCall => {
    const stood = claims.get(call.scope?.claim.number ?? 0)
    if (call.scope === null || stood === undefined) return { ...call, scope: null }
    return { ...call, scope: { ...call.scope, claim: { number: stood.number, status: stood.status } } }
  }
