import type { RequestHandler } from 'express'
import { closeObjection } from '../review/close-objection.ts'
import { decideDifference } from '../review/decide-difference.ts'
import { raiseObjection } from '../review/raise-objection.ts'
import { setRisk } from '../review/set-risk.ts'
import { takeOverObjection } from '../review/take-over-objection.ts'
import type { Services } from '../services.ts'
import { currentAccount } from '../web/middleware/current-account.ts'
import { newClosing, newDifference, newObjection, newRisk } from './edit-schemas.ts'
import { parse } from './parse.ts'
import { ruledAnswer } from './ruled-answer.ts'
import { idParams } from './schemas.ts'

/** POST /claims/:id/risk */
export function createRisk({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id: claimId } = parse(idParams, req.params)
    const setBy = currentAccount(res)
    const ruled = await setRisk(db, { ...parse(newRisk, req.body), claimId, setBy, at: clock() })
    res.status(201).json(await ruledAnswer(db, ruled, setBy))
  }
}

/** POST /claims/:id/differences: a third person decides. */
export function createDifference({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id: claimId } = parse(idParams, req.params)
    const decidedBy = currentAccount(res)
    const decision = { ...parse(newDifference, req.body), claimId, decidedBy, at: clock() }
    res.status(201).json(await ruledAnswer(db, await decideDifference(db, decision), decidedBy))
  }
}

/** POST /claims/:id/objections */
export function createObjection({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id: claimId } = parse(idParams, req.params)
    const raisedBy = currentAccount(res)
    const objection = { ...parse(newObjection, req.body), claimId, raisedBy, at: clock() }
    res.status(201).json(await raiseObjection(db, objection))
  }
}

/** POST /objections/:id/closings: by its owner. */
export function createClosing({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id: objectionId } = parse(idParams, req.params)
    const closing = { ...parse(newClosing, req.body ?? {}), objectionId, closedBy: currentAccount(res) }
    res.status(201).json(await closeObjection(db, { ...closing, at: clock() }))
  }
}

/** POST /objections/:id/takings-over: by an editor, when its owner has left. */
export function createTakingOver({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id: objectionId } = parse(idParams, req.params)
    const takenOverBy = currentAccount(res)
    res.status(201).json(await takeOverObjection(db, { objectionId, takenOverBy, at: clock() }))
  }
}
