import type { RequestHandler } from 'express'
import { decideOutcome } from '../review/decide-outcome.ts'
import { recordVerdict } from '../review/record-verdict.ts'
import { withdrawOutcome } from '../review/withdraw-outcome.ts'
import { withdrawVerdict } from '../review/withdraw-verdict.ts'
import type { Services } from '../services.ts'
import { currentAccount } from '../web/middleware/current-account.ts'
import { parse } from './parse.ts'
import { ruledAnswer } from './ruled-answer.ts'
import { idParams, newOutcome, newVerdict, newWithdrawal } from './schemas.ts'

/** POST /claims/:id/verdicts */
export function createVerdict({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id } = parse(idParams, req.params)
    const verdict = parse(newVerdict, req.body)
    const checker = currentAccount(res)
    const ruled = await recordVerdict(db, { ...verdict, claimId: id, checker, at: clock() })
    res.status(201).json({ ...(await ruledAnswer(db, ruled, checker)), verdict: verdict.verdict })
  }
}

/** POST /claims/:id/withdrawals */
export function createWithdrawal({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id } = parse(idParams, req.params)
    const { seenVersion } = parse(newWithdrawal, req.body)
    const checker = currentAccount(res)
    const ruled = await withdrawVerdict(db, { claimId: id, checker, seenVersion, at: clock() })
    res.status(201).json(await ruledAnswer(db, ruled, checker))
  }
}

/** POST /claims/:id/outcomes */
export function createOutcome({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id } = parse(idParams, req.params)
    const decision = parse(newOutcome, req.body)
    const decidedBy = currentAccount(res)
    const ruled = await decideOutcome(db, { ...decision, claimId: id, decidedBy, at: clock() })
    res.status(201).json(await ruledAnswer(db, ruled, decidedBy))
  }
}

/** POST /claims/:id/outcome-withdrawals */
export function createOutcomeWithdrawal({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id } = parse(idParams, req.params)
    const { seenVersion } = parse(newWithdrawal, req.body)
    const decidedBy = currentAccount(res)
    const ruled = await withdrawOutcome(db, { claimId: id, decidedBy, seenVersion, at: clock() })
    res.status(201).json(await ruledAnswer(db, ruled, decidedBy))
  }
}
