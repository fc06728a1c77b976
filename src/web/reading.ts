import type { RequestHandler } from 'express'
import { mayOnReport } from '../accounts/policy.ts'
import { confirmReading } from '../drafts/confirm-reading.ts'
import { showDraft } from '../drafts/draft-view.ts'
import { listCorrections, type ListedCorrection } from '../drafts/list-corrections.ts'
import { showReport } from '../drafts/report-view.ts'
import type { Services } from '../services.ts'
import { fieldOf, oneOf } from './forms/problems.ts'
import { draftOfReport } from './loading/draft-of-report.ts'
import { currentAccount } from './middleware/current-account.ts'
import { readingBanner } from './pages/reading-banner.ts'
import { readingPage } from './pages/reading-page.ts'
import { timeWords } from './pages/time-words.ts'
import { targetOf } from './target-of.ts'

interface ReportNamed {
  reportId: string
}

/** GET /reports/:reportId/reading: what reading made of the file, and everything that it lost. */
export function showReading({ db }: Services): RequestHandler<ReportNamed> {
  return async (req, res) => {
    const reader = currentAccount(res)
    const report = await showReport(db, reader, req.params.reportId)
    const draft = await showDraft(db, reader, report.draft.id)
    const corrections = await listCorrections(db, draft)
    res.render('reports/reading', {
      report,
      reading: readingPage(draft),
      corrections: corrections.map(correctionRow),
      revision: draft.reading.revision,
      mayCorrect: mayOnReport(reader, 'correct reading', targetOf(report)),
      banner: readingBanner(draft.reading, {
        reportId: report.id,
        draftId: draft.id,
        required: report.policy.requireConfirmedReading,
        mayConfirm: mayOnReport(reader, 'confirm reading', targetOf(report)),
        back: 'reading',
      }),
      maySet: mayOnReport(reader, 'change settings', targetOf(report)),
    })
  }
}

const correctionRow = ({ at, withdrawn, ...correction }: ListedCorrection) => ({
  ...correction,
  at: timeWords(at),
  withdrawn: withdrawn === null ? null : { ...withdrawn, at: timeWords(withdrawn.at) },
})

const backs = ['desk', 'reading', 'coverage'] as const

/** POST /reports/:reportId/reading/confirmations: somebody vouches that the draft was read right. */
export function createConfirmation({ db, clock }: Services): RequestHandler<ReportNamed> {
  return async (req, res) => {
    const revision = fieldOf(req.body, 'revision')
    const { reportId } = await confirmReading(db, {
      draftId: await draftOfReport(db, req.body, req.params.reportId),
      seenRevision: /^\d{1,9}$/.test(revision) ? Number(revision) : -1,
      confirmedBy: currentAccount(res),
      at: clock(),
    })
    const back = oneOf(backs, fieldOf(req.body, 'back')) ?? 'reading'
    res.redirect(303, `/reports/${reportId}/${back}`)
  }
}
