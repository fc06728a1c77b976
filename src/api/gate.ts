import type { RequestHandler } from 'express'
import { setCaveat } from '../audit/caveats/set-caveat.ts'
import { withdrawCaveat } from '../audit/caveats/withdraw-caveat.ts'
import { signDraftOff } from '../audit/sign-offs/sign-draft-off.ts'
import { withdrawSignOff } from '../audit/sign-offs/withdraw-sign-off.ts'
import { waiveFinding } from '../audit/waivers/waive-finding.ts'
import { withdrawWaiver } from '../audit/waivers/withdraw-waiver.ts'
import type { Actor } from '../accounts/account.ts'
import type { Database } from '../db/database.ts'
import { declineToPublish, publishAsAsked } from '../publication/answer-publication-request.ts'
import { askToPublish } from '../publication/ask-to-publish.ts'
import { publish } from '../publication/publish.ts'
import type { Services } from '../services.ts'
import { currentAccount } from '../web/middleware/current-account.ts'
import {
  newCaveat,
  newPublication,
  newPublicationAnswer,
  newPublicationRequest,
  newSignOff,
  newWaiver,
} from './gate-schemas.ts'
import { parse } from './parse.ts'
import { idParams } from './schemas.ts'

interface Asked {
  readonly db: Database
  readonly id: string
  readonly body: unknown
  readonly by: Actor
  readonly at: Date
}

/** A verb on what the path names: 201 with what it made. */
const posted =
  (act: (asked: Asked) => Promise<unknown>) =>
  ({ db, clock }: Services): RequestHandler => {
    return async (req, res) => {
      const { id } = parse(idParams, req.params)
      const body = req.body as unknown
      res.status(201).json(await act({ db, id, body, by: currentAccount(res), at: clock() }))
    }
  }

/** POST /reports/:id/waivers */
export const createWaiver = posted(({ db, id, body, by, at }) =>
  waiveFinding(db, { reportId: id, ...parse(newWaiver, body), waivedBy: by, at }),
)

/** POST /waivers/:id/withdrawals */
export const createWaiverWithdrawal = posted(({ db, id, by, at }) =>
  withdrawWaiver(db, { waiverId: id, withdrawnBy: by, at }),
)

/** POST /claims/:id/caveats */
export const createCaveat = posted(({ db, id, body, by, at }) =>
  setCaveat(db, { claimId: id, ...parse(newCaveat, body), setBy: by, at }),
)

/** POST /caveats/:id/withdrawals */
export const createCaveatWithdrawal = posted(({ db, id, by, at }) =>
  withdrawCaveat(db, { caveatId: id, withdrawnBy: by, at }),
)

/** POST /reports/:id/sign-offs */
export const createSignOff = posted(({ db, id, body, by, at }) =>
  signDraftOff(db, { reportId: id, ...parse(newSignOff, body), signedBy: by, at }),
)

/** POST /sign-offs/:id/withdrawals */
export const createSignOffWithdrawal = posted(({ db, id, by, at }) =>
  withdrawSignOff(db, { signOffId: id, withdrawnBy: by, at }),
)

/** POST /reports/:id/publications */
export const createPublication = posted(({ db, id, body, by, at }) =>
  publish(db, { reportId: id, ...parse(newPublication, body), publishedBy: by, at }),
)

/** POST /reports/:id/publication-requests */
export const createPublicationRequest = posted(({ db, id, body, by, at }) =>
  askToPublish(db, { reportId: id, ...parse(newPublicationRequest, body), publishedBy: by, at }),
)

/** POST /publication-requests/:id/answers */
export const createPublicationAnswer = posted(({ db, id, body, by, at }) => {
  const answer = { requestId: id, answeredBy: by, at }
  return parse(newPublicationAnswer, body).answer === 'publish'
    ? publishAsAsked(db, answer)
    : declineToPublish(db, answer)
})
