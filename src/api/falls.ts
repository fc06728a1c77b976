import type { RequestHandler } from 'express'
import { leaningShown } from '../review/leaning-shown.ts'
import { recordFall } from '../review/falls/record-fall.ts'
import { showImpact as impactOf } from '../review/falls/show-impact.ts'
import { withdrawFall } from '../review/falls/withdraw-fall.ts'
import { setSourceReview } from '../review/reviews/set-source-review.ts'
import type { Services } from '../services.ts'
import { showSource } from '../sources/show-source.ts'
import { currentAccount } from '../web/middleware/current-account.ts'
import { newReviewDate } from './edit-schemas.ts'
import { parse } from './parse.ts'
import { idParams } from './schemas.ts'
import { newFall, newFallWithdrawal } from './source-schemas.ts'

/** GET /sources/:id/impact */
export function showImpact({ db }: Services): RequestHandler {
  return async (req, res) => {
    res.json(await impactOf(db, currentAccount(res), parse(idParams, req.params).id))
  }
}

/** POST /sources/:id/falls */
export function createFall({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id: sourceId } = parse(idParams, req.params)
    const deed = { sourceId, by: currentAccount(res), at: clock() }
    res.status(201).json(await recordFall(db, { ...parse(newFall, req.body), ...deed }))
  }
}

/** POST /sources/:id/fall-withdrawals: the source stands again. */
export function createFallWithdrawal({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id: sourceId } = parse(idParams, req.params)
    const by = currentAccount(res)
    await withdrawFall(db, { ...parse(newFallWithdrawal, req.body), sourceId, by, at: clock() })
    res.status(201).json(await leaningShown(db, await showSource(db, by, sourceId), by))
  }
}

/** POST /sources/:id/review-dates */
export function createReviewDate({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id: sourceId } = parse(idParams, req.params)
    const by = currentAccount(res)
    await setSourceReview(db, { sourceId, day: parse(newReviewDate, req.body).day ?? '', by, at: clock() })
    res.status(201).json(await leaningShown(db, await showSource(db, by, sourceId), by))
  }
}
