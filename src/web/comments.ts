import type { RequestHandler } from 'express'
import { writeComment } from '../review/write-comment.ts'
import { withdrawComment } from '../review/withdraw-comment.ts'
import type { Services } from '../services.ts'
import { readCommentForm, type TypedComment } from './forms/comment-form.ts'
import { fieldOf } from './forms/problems.ts'
import { localPath } from './local-path.ts'
import { currentAccount } from './middleware/current-account.ts'
import { addressOfClaim, NOTHING_REFUSED, orRefuse } from './panel-form.ts'
import { renderClaim } from './render-claim.ts'
import { orTogetherAgain, renderTogether, type ReportNamed } from './render-together.ts'

/** POST /claims/:claimId/comments: writes a comment, then shows the claim again. */
export function createClaimComment(services: Services): RequestHandler<{ claimId: string }> {
  return async (req, res) => {
    const { claimId } = req.params
    const form = readCommentForm(req.body)
    const refused = { ...NOTHING_REFUSED, typed: typedAgain(form.typed) }
    if (!form.ok)
      return renderClaim(services, req, res, {
        claimId,
        status: 422,
        refused: { ...refused, problems: form.problems },
      })
    await orRefuse(services, req, res, { claimId, refused, field: '#comment-words' }, async (writtenBy) => {
      const { reportId } = await writeComment(services.db, {
        ...form.value,
        claimId,
        writtenBy,
        at: services.clock(),
      })
      const { number } = await services.db.claim.findUniqueOrThrow({
        where: { id: claimId },
        select: { number: true },
      })
      res.redirect(303, addressOfClaim(req.body, { claimId, reportId, number }))
    })
  }
}

/** POST /comments/:commentId/withdrawals: takes one's own comment back, then shows the page it stood on (`to`). */
export function createCommentWithdrawal({ db, clock }: Services): RequestHandler<{ commentId: string }> {
  return async (req, res) => {
    const by = { withdrawnBy: currentAccount(res), at: clock() }
    const { reportId } = await withdrawComment(db, { commentId: req.params.commentId, ...by })
    const given = fieldOf(req.body, 'to')
    res.redirect(303, given === '' ? `/reports/${reportId}/together#comments` : localPath(given))
  }
}

/** A comment as the panel's refused forms keep it (`Refused.typed`). */
const typedAgain = ({ words, privileged, mentions }: TypedComment): Readonly<Record<string, string>> => ({
  form: 'comment',
  words,
  privileged: privileged ? '1' : '',
  mention: mentions.join(' '),
})

/** POST /reports/:reportId/comments: a comment on the report as a whole. */
export function createReportComment(services: Services): RequestHandler<ReportNamed> {
  return async (req, res) => {
    const { reportId } = req.params
    const form = readCommentForm(req.body)
    const typed = { comment: form.typed }
    if (!form.ok)
      return renderTogether(services, res, reportId, { status: 422, problems: form.problems, typed })
    await orTogetherAgain(services, res, reportId, { typed, field: '#comment-words' }, async () => {
      const writtenBy = currentAccount(res)
      await writeComment(services.db, { ...form.value, reportId, writtenBy, at: services.clock() })
      res.redirect(303, `/reports/${reportId}/together#comments`)
    })
  }
}
