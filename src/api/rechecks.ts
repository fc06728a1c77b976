import type { RequestHandler } from 'express'
import { askForRecheck } from '../review/ask-for-recheck.ts'
import { closeRecheck } from '../review/close-recheck.ts'
import { setClaimReview } from '../review/reviews/set-claim-review.ts'
import type { Services } from '../services.ts'
import { currentAccount } from '../web/middleware/current-account.ts'
import { newRecheck, newRecheckClosing, newReviewDate } from './edit-schemas.ts'
import { parse } from './parse.ts'
import { ruledAnswer } from './ruled-answer.ts'
import { idParams } from './schemas.ts'

/** POST /claims/:id/rechecks: an editor asks for one. */
export function createRecheck({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id: claimId } = parse(idParams, req.params)
    const asked = { ...parse(newRecheck, req.body), claimId, askedBy: currentAccount(res), at: clock() }
    res.status(201).json(await askForRecheck(db, asked))
  }
}

/** POST /claims/:id/recheck-closings: it still stands. */
export function createRecheckClosing({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id: claimId } = parse(idParams, req.params)
    const closedBy = currentAccount(res)
    const closing = { ...parse(newRecheckClosing, req.body), claimId, closedBy, at: clock() }
    res.status(201).json(await ruledAnswer(db, await closeRecheck(db, closing), closedBy))
  }
}

/** POST /claims/:id/review-dates */
export function createReviewDate({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id: claimId } = parse(idParams, req.params)
    const day = parse(newReviewDate, req.body).day ?? ''
    res.status(201).json(await setClaimReview(db, { claimId, day, setBy: currentAccount(res), at: clock() }))
  }
}
