import type { RequestHandler } from 'express'
import { answerDestruction } from '../drafts/forgetting/answer-destruction.ts'
import { askDestruction } from '../drafts/forgetting/ask-destruction.ts'
import { liftHold, setHold } from '../drafts/forgetting/legal-hold.ts'
import { setRetention } from '../drafts/forgetting/set-retention.ts'
import { showForgetting } from '../drafts/forgetting/show-forgetting.ts'
import type { Services } from '../services.ts'
import { currentAccount } from '../web/middleware/current-account.ts'
import { newDestruction, newDestructionAnswer, newHold, newRetention } from './forgetting-schemas.ts'
import { parse } from './parse.ts'
import { idParams } from './schemas.ts'

/** GET /reports/:id/retention */
export function showRetention({ db }: Services): RequestHandler {
  return async (req, res) => {
    res.json(await showForgetting(db, currentAccount(res), parse(idParams, req.params).id))
  }
}

/** POST /reports/:id/retention */
export function createRetention({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id: reportId } = parse(idParams, req.params)
    const rules = parse(newRetention, req.body)
    res.status(201).json(await setRetention(db, { reportId, rules, setBy: currentAccount(res), at: clock() }))
  }
}

/** POST /reports/:id/holds: by a lawyer of the desk. */
export function createHold({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id: reportId } = parse(idParams, req.params)
    const { reason } = parse(newHold, req.body)
    res.status(201).json(await setHold(db, { reportId, reason, by: currentAccount(res), at: clock() }))
  }
}

/** POST /reports/:id/hold-liftings: by a lawyer of the desk. */
export function createHoldLifting({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id: reportId } = parse(idParams, req.params)
    const { reason } = parse(newHold, req.body)
    res.status(201).json(await liftHold(db, { reportId, reason, by: currentAccount(res), at: clock() }))
  }
}

/** POST /reports/:id/destructions: asks for one. */
export function createDestruction({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id: reportId } = parse(idParams, req.params)
    const asked = parse(newDestruction, req.body)
    res
      .status(201)
      .json(await askDestruction(db, { ...asked, reportId, askedBy: currentAccount(res), at: clock() }))
  }
}

/** POST /destructions/:id/answers: by a second person, or taken back by the first. */
export function createDestructionAnswer({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id: destructionId } = parse(idParams, req.params)
    const { answer } = parse(newDestructionAnswer, req.body)
    res
      .status(201)
      .json(await answerDestruction(db, { destructionId, answer, by: currentAccount(res), at: clock() }))
  }
}
