import type { RequestHandler } from 'express'
import { askForRecheck } from '../review/ask-for-recheck.ts'
import { closeRecheck } from '../review/close-recheck.ts'
import { setClaimReview } from '../review/reviews/set-claim-review.ts'
import type { Services } from '../services.ts'
import { fieldOf, versionOf } from './forms/problems.ts'
import { addressOfClaim, NOTHING_REFUSED, orRefuse, typedInto } from './panel-form.ts'

type OnClaim = RequestHandler<{ claimId: string }>

/** POST /claims/:claimId/rechecks: an editor asks for one. */
export const createRecheck = (services: Services): OnClaim => {
  return (req, res) => {
    const { claimId } = req.params
    const refused = { ...NOTHING_REFUSED, typed: typedInto('recheck', req.body) }
    return orRefuse(services, req, res, { claimId, refused, field: '#recheck-words' }, async (askedBy) => {
      const given = { claimId, words: fieldOf(req.body, 'words'), seenVersion: seenOf(req.body) }
      const asked = await askForRecheck(services.db, { ...given, askedBy, at: services.clock() })
      res.redirect(303, addressOfClaim(req.body, asked))
    })
  }
}

/** POST /claims/:claimId/recheck-closings: it still stands. */
export const createRecheckClosing = (services: Services): OnClaim => {
  return (req, res) => {
    const { claimId } = req.params
    return orRefuse(services, req, res, { claimId, refused: NOTHING_REFUSED }, async (closedBy) => {
      const given = { claimId, seenVersion: seenOf(req.body), closedBy, at: services.clock() }
      res.redirect(303, addressOfClaim(req.body, await closeRecheck(services.db, given)))
    })
  }
}

/** POST /claims/:claimId/review-dates: from which day on it is to be checked again. */
export const createReviewDate = (services: Services): OnClaim => {
  return (req, res) => {
    const { claimId } = req.params
    const refused = { ...NOTHING_REFUSED, typed: typedInto('review', req.body) }
    return orRefuse(services, req, res, { claimId, refused, field: '#review-day' }, async (setBy) => {
      const given = { claimId, day: fieldOf(req.body, 'day'), setBy, at: services.clock() }
      res.redirect(303, addressOfClaim(req.body, await setClaimReview(services.db, given)))
    })
  }
}

const seenOf = (body: unknown): number => versionOf(fieldOf(body, 'seenVersion'))
