import type { RequestHandler } from 'express'
import { showReport } from '../drafts/report-view.ts'
import { assignClaims } from '../review/assign-claims.ts'
import { endAssignments } from '../review/end-assignments.ts'
import { handOver } from '../review/hand-over.ts'
import { initialSection, withdrawInitials } from '../review/initial-section.ts'
import { listAssignments, listInitials } from '../review/list-assignments.ts'
import { listHandOvers } from '../review/list-hand-overs.ts'
import { sectionsOfDraft } from '../review/section-of-draft.ts'
import type { Services } from '../services.ts'
import { currentAccount } from '../web/middleware/current-account.ts'
import { parse } from './parse.ts'
import { idParams } from './schemas.ts'
import { newAssignment, newAssignmentEnding, newHandOver, newInitials } from './together-schemas.ts'

/** GET /reports/:id/assignments: the sections of the present draft, and who has which claims of it. */
export function indexAssignments({ db }: Services): RequestHandler {
  return async (req, res) => {
    const report = await showReport(db, currentAccount(res), parse(idParams, req.params).id)
    const { sections } = await sectionsOfDraft(db, report.draft.id)
    res.json({
      draftId: report.draft.id,
      sections: sections.map(({ start, end, title, level }) => ({ start, end, title, level })),
      items: await listAssignments(db, report.id),
    })
  }
}

/** POST /reports/:id/assignments */
export function createAssignment({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id } = parse(idParams, req.params)
    const { claimIds, section, assigneeId, deadline } = parse(newAssignment, req.body)
    const assigned = await assignClaims(db, {
      reportId: id,
      claims: section === undefined ? { claimIds: claimIds ?? [] } : { section },
      assigneeId,
      deadline: deadline === null ? null : new Date(deadline),
      assignedBy: currentAccount(res),
      at: clock(),
    })
    res.status(201).json(assigned)
  }
}

/** POST /reports/:id/assignments/endings */
export function createAssignmentEnding({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id } = parse(idParams, req.params)
    const { claimIds } = parse(newAssignmentEnding, req.body)
    const by = { endedBy: currentAccount(res), at: clock() }
    res.status(201).json({ numbers: await endAssignments(db, { reportId: id, claimIds, ...by }) })
  }
}

/** GET /reports/:id/initials: on the present draft. */
export function indexInitials({ db }: Services): RequestHandler {
  return async (req, res) => {
    const report = await showReport(db, currentAccount(res), parse(idParams, req.params).id)
    res.json({ draftId: report.draft.id, items: await listInitials(db, report.draft.id) })
  }
}

/** POST /reports/:id/initials */
export function createInitials({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id } = parse(idParams, req.params)
    const section = parse(newInitials, req.body)
    const by = { initialedBy: currentAccount(res), at: clock() }
    res.status(201).json(await initialSection(db, { reportId: id, section, ...by }))
  }
}

/** POST /initials/:id/withdrawals */
export function createInitialsWithdrawal({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id } = parse(idParams, req.params)
    const by = { withdrawnBy: currentAccount(res), at: clock() }
    res.status(201).json(await withdrawInitials(db, { initialsId: id, ...by }))
  }
}

/** GET /reports/:id/hand-overs: newest first. `unseen`: the reader's own notice of it, while they have not seen it. */
export function indexHandOvers({ db }: Services): RequestHandler {
  return async (req, res) => {
    const reader = currentAccount(res)
    const report = await showReport(db, reader, parse(idParams, req.params).id)
    res.json({ items: await listHandOvers(db, report.id, reader) })
  }
}

/** POST /reports/:id/hand-overs */
export function createHandOver({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id } = parse(idParams, req.params)
    const note = parse(newHandOver, req.body)
    const by = { from: currentAccount(res), at: clock() }
    res.status(201).json(await handOver(db, { reportId: id, ...note, ...by }))
  }
}
