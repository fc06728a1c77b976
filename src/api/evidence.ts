import type { RequestHandler } from 'express'
import { judgeEvidence } from '../review/judge-evidence.ts'
import type { Services } from '../services.ts'
import { currentAccount } from '../web/middleware/current-account.ts'
import { parse } from './parse.ts'
import { idParams, newEvidence } from './schemas.ts'

/** POST /claims/:id/evidence */
export function createEvidence({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id } = parse(idParams, req.params)
    const given = parse(newEvidence, req.body)
    const judged = await judgeEvidence(db, {
      ...given,
      claimId: id,
      judgedBy: currentAccount(res),
      at: clock(),
    })
    res.status(201).json(judged)
  }
}
