import type { RequestHandler } from 'express'
import { assertMayOnReport } from '../claims/load-claim.ts'
import { showReport } from '../drafts/report-view.ts'
import { listComments } from '../review/list-comments.ts'
import { claimAsked } from '../review/report-asked.ts'
import { writeComment } from '../review/write-comment.ts'
import { withdrawComment } from '../review/withdraw-comment.ts'
import type { Services } from '../services.ts'
import { currentAccount } from '../web/middleware/current-account.ts'
import { parse } from './parse.ts'
import { idParams } from './schemas.ts'
import { newComment } from './together-schemas.ts'

/** GET /claims/:id/comments: those that the reader may see, oldest first. */
export function indexClaimComments({ db }: Services): RequestHandler {
  return async (req, res) => {
    const reader = currentAccount(res)
    const claim = await claimAsked(db, parse(idParams, req.params).id)
    await assertMayOnReport(db, reader, 'read report', claim.report)
    res.json({ items: await listComments(db, reader, { claimId: claim.id }) })
  }
}

/** POST /claims/:id/comments */
export function createClaimComment({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id } = parse(idParams, req.params)
    const comment = parse(newComment, req.body)
    const by = { writtenBy: currentAccount(res), at: clock() }
    res.status(201).json(await writeComment(db, { ...comment, claimId: id, ...by }))
  }
}

/** POST /comments/:id/withdrawals */
export function createCommentWithdrawal({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id } = parse(idParams, req.params)
    const by = { withdrawnBy: currentAccount(res), at: clock() }
    res.status(201).json(await withdrawComment(db, { commentId: id, ...by }))
  }
}

/** GET /reports/:id/comments: on the report as a whole. */
export function indexReportComments({ db }: Services): RequestHandler {
  return async (req, res) => {
    const reader = currentAccount(res)
    const report = await showReport(db, reader, parse(idParams, req.params).id)
    res.json({ items: await listComments(db, reader, { reportId: report.id, claimId: null }) })
  }
}

/** POST /reports/:id/comments */
export function createReportComment({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id } = parse(idParams, req.params)
    const comment = parse(newComment, req.body)
    const by = { writtenBy: currentAccount(res), at: clock() }
    res.status(201).json(await writeComment(db, { ...comment, reportId: id, ...by }))
  }
}
