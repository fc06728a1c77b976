import type { RequestHandler } from 'express'
import { decideOutcome } from '../review/decide-outcome.ts'
import { recordVerdict, type Ruled } from '../review/record-verdict.ts'
import { withdrawVerdict } from '../review/withdraw-verdict.ts'
import type { Services } from '../services.ts'
import { currentAccount } from '../web/middleware/current-account.ts'
import { parse } from './parse.ts'
import { idParams, newOutcome, newVerdict, newWithdrawal } from './schemas.ts'

/** POST /claims/:id/verdicts */
export function createVerdict({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id } = parse(idParams, req.params)
    const verdict = parse(newVerdict, req.body)
    const ruled = await recordVerdict(db, {
      ...verdict,
      claimId: id,
      checker: currentAccount(res),
      at: clock(),
    })
    res.status(201).json({ ...answer(ruled), verdict: verdict.verdict })
  }
}

/** POST /claims/:id/withdrawals */
export function createWithdrawal({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id } = parse(idParams, req.params)
    const { seenVersion } = parse(newWithdrawal, req.body)
    const ruled = await withdrawVerdict(db, {
      claimId: id,
      checker: currentAccount(res),
      seenVersion,
      at: clock(),
    })
    res.status(201).json(answer(ruled))
  }
}

/** POST /claims/:id/outcomes */
export function createOutcome({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id } = parse(idParams, req.params)
    const decision = parse(newOutcome, req.body)
    const ruled = await decideOutcome(db, {
      ...decision,
      claimId: id,
      decidedBy: currentAccount(res),
      at: clock(),
    })
    res.status(201).json(answer(ruled))
  }
}

const answer = ({ settlement, ...ruled }: Ruled) => ({
  id: ruled.id,
  claimId: ruled.claimId,
  number: ruled.number,
  version: ruled.version,
  status: settlement.status,
  stale: settlement.stale,
  differs: settlement.differs,
  outcome: settlement.outcome,
  settled: settlement.settled,
})
