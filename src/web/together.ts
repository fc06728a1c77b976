import type { RequestHandler } from 'express'
import { assignClaims } from '../review/assign-claims.ts'
import { endAssignments } from '../review/end-assignments.ts'
import { handOver } from '../review/hand-over.ts'
import { initialSection, withdrawInitials } from '../review/initial-section.ts'
import type { Services } from '../services.ts'
import { readAssignmentForm } from './forms/assignment-form.ts'
import { fieldsOf } from './forms/comment-form.ts'
import { fieldOf } from './forms/problems.ts'
import { localPath } from './local-path.ts'
import { currentAccount } from './middleware/current-account.ts'
import { orTogetherAgain, renderTogether, type ReportNamed } from './render-together.ts'

/** GET /reports/:reportId/together: who checks what, initials, hand-over notes, comments on the whole. */
export function showTogether(services: Services): RequestHandler<ReportNamed> {
  return (req, res) =>
    renderTogether(services, res, req.params.reportId, { status: 200, problems: [], typed: {} })
}

/** POST /reports/:reportId/assignments: assigns ticked claims or a section, then goes back where the form stood (`to`). */
export function createAssignment(services: Services): RequestHandler<ReportNamed> {
  return async (req, res) => {
    const { reportId } = req.params
    const form = readAssignmentForm(req.body)
    const typed = { assignment: { ...form.typed, section: fieldOf(req.body, 'section') } }
    if (!form.ok)
      return renderTogether(services, res, reportId, { status: 422, problems: form.problems, typed })
    await orTogetherAgain(services, res, reportId, { typed, field: '#assignee' }, async () => {
      const by = { assignedBy: currentAccount(res), at: services.clock() }
      await assignClaims(services.db, { ...form.value, reportId, ...by })
      res.redirect(303, backTo(req.body, reportId))
    })
  }
}

/** POST /reports/:reportId/assignments/endings: takes ticked claims back from whoever has them. */
export function createAssignmentEnding(services: Services): RequestHandler<ReportNamed> {
  return async (req, res) => {
    const { reportId } = req.params
    await orTogetherAgain(services, res, reportId, { typed: {}, field: '#sections' }, async () => {
      const by = { endedBy: currentAccount(res), at: services.clock() }
      await endAssignments(services.db, { reportId, claimIds: fieldsOf(req.body, 'claim'), ...by })
      res.redirect(303, backTo(req.body, reportId))
    })
  }
}

/** POST /reports/:reportId/initials: initials a section (`section`) of the draft that was shown. */
export function createInitials(services: Services): RequestHandler<ReportNamed> {
  return async (req, res) => {
    const { reportId } = req.params
    const start = fieldOf(req.body, 'section')
    await orTogetherAgain(services, res, reportId, { typed: {}, field: '#sections' }, async () => {
      await initialSection(services.db, {
        reportId,
        section: {
          draftId: fieldOf(req.body, 'draftId'),
          start: /^\d{1,9}$/.test(start) ? Number(start) : -1,
        },
        initialedBy: currentAccount(res),
        at: services.clock(),
      })
      res.redirect(303, `/reports/${reportId}/together`)
    })
  }
}

/** POST /initials/:initialsId/withdrawals */
export function createInitialsWithdrawal({ db, clock }: Services): RequestHandler<{ initialsId: string }> {
  return async (req, res) => {
    const { initialsId } = req.params
    const by = { withdrawnBy: currentAccount(res), at: clock() }
    const { reportId } = await withdrawInitials(db, { initialsId, ...by })
    res.redirect(303, `/reports/${reportId}/together`)
  }
}

/** POST /reports/:reportId/hand-overs: leaves a note for whoever goes on. */
export function createHandOver(services: Services): RequestHandler<ReportNamed> {
  return async (req, res) => {
    const { reportId } = req.params
    const typed = { handOver: { to: fieldOf(req.body, 'to'), words: fieldOf(req.body, 'words') } }
    await orTogetherAgain(services, res, reportId, { typed, field: '#hand-over-words' }, async () => {
      await handOver(services.db, {
        reportId,
        toId: typed.handOver.to === '' ? null : typed.handOver.to,
        words: typed.handOver.words,
        from: currentAccount(res),
        at: services.clock(),
      })
      res.redirect(303, `/reports/${reportId}/together#hand-over`)
    })
  }
}

/** The page that a form stood on, when it is one of the desk's. */
function backTo(body: unknown, reportId: string): string {
  const given = fieldOf(body, 'to')
  return given === '' ? `/reports/${reportId}/together` : localPath(given)
}
