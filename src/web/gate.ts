import type { RequestHandler, Response } from 'express'
import { setCaveat } from '../audit/caveats/set-caveat.ts'
import { signDraftOff } from '../audit/sign-offs/sign-draft-off.ts'
import { withdrawSignOff } from '../audit/sign-offs/withdraw-sign-off.ts'
import { waiveFinding } from '../audit/waivers/waive-finding.ts'
import { withdrawWaiver } from '../audit/waivers/withdraw-waiver.ts'
import { Conflict, Invalid, NotAllowed } from '../errors.ts'
import { declineToPublish, publishAsAsked } from '../publication/answer-publication-request.ts'
import { askToPublish } from '../publication/ask-to-publish.ts'
import { publish } from '../publication/publish.ts'
import { signOffRoles } from '../review/sign-off-role.ts'
import type { Actor } from '../accounts/account.ts'
import type { Services } from '../services.ts'
import { renderAudit } from './audits.ts'
import { fieldOf, oneOf } from './forms/problems.ts'
import { currentAccount } from './middleware/current-account.ts'

type OnReport = RequestHandler<{ reportId: string }>

interface Given {
  readonly reportId: string
  readonly field: (name: string) => string
  readonly by: Actor
  readonly at: Date
}

/** A form of the audit page: what it does, and the part of the page that it is in. Refused, it comes back with what was typed. */
const form = (
  services: Services,
  partOf: (given: Given) => string,
  act: (given: Given) => Promise<unknown>,
): OnReport => {
  return async (req, res) => {
    const { reportId } = req.params
    const field = (name: string): string => fieldOf(req.body, name)
    const given = { reportId, field, by: currentAccount(res), at: services.clock() }
    try {
      await act(given)
      res.redirect(303, `/reports/${encodeURIComponent(reportId)}/audit${partOf(given)}`)
    } catch (error) {
      await refuse(services, res, error, given, partOf(given))
    }
  }
}

async function refuse(
  services: Services,
  res: Response,
  error: unknown,
  { reportId, field }: Given,
  href: string,
): Promise<void> {
  if (!(error instanceof Conflict || error instanceof Invalid || error instanceof NotAllowed)) throw error
  const status = error instanceof Invalid ? 422 : error instanceof Conflict ? 409 : 403
  await renderAudit(services, res, {
    ...{ status, reportId, by: 'rule' },
    problems: [{ text: error.message, href }],
    typed: { of: field('fingerprint') || field('form'), words: field('reason') || field('words') },
  })
}

const ofFinding = ({ field }: Given): string => `#f-${field('fingerprint').slice(0, 16)}`
const ofGate = (): string => '#gate'

/** POST /reports/:reportId/waivers */
export const createWaiver = (services: Services): OnReport =>
  form(services, ofFinding, ({ reportId, field, by, at }) =>
    waiveFinding(services.db, {
      ...{ reportId, fingerprint: field('fingerprint'), reason: field('reason') },
      ...{ waivedBy: by, at },
    }),
  )

/** POST /reports/:reportId/waivers/withdrawals */
export const createWaiverWithdrawal = (services: Services): OnReport =>
  form(services, ofFinding, ({ reportId, field, by, at }) =>
    withdrawWaiver(services.db, { reportId, waiverId: field('waiver'), withdrawnBy: by, at }),
  )

/** POST /reports/:reportId/caveats: the words of the draft that say that a claim is disputed. */
export const createCaveat = (services: Services): OnReport =>
  form(services, ofFinding, ({ reportId, field, by, at }) =>
    setCaveat(services.db, {
      ...{ reportId, claimId: field('claim'), words: field('words') },
      ...{ setBy: by, at },
    }),
  )

/** POST /reports/:reportId/sign-offs */
export const createSignOff = (services: Services): OnReport =>
  form(services, ofGate, ({ reportId, field, by, at }) => {
    const role = oneOf(signOffRoles, field('role'))
    if (role === undefined) throw new Invalid('Choose as what you answer for the draft.')
    return signDraftOff(services.db, { reportId, draftId: field('draft'), role, signedBy: by, at })
  })

/** POST /reports/:reportId/sign-offs/withdrawals */
export const createSignOffWithdrawal = (services: Services): OnReport =>
  form(services, ofGate, ({ reportId, field, by, at }) =>
    withdrawSignOff(services.db, { reportId, signOffId: field('signOff'), withdrawnBy: by, at }),
  )

/** POST /reports/:reportId/publications */
export const createPublication = (services: Services): OnReport =>
  form(services, ofGate, ({ reportId, field, by, at }) =>
    publish(services.db, { reportId, draftId: field('draft'), publishedBy: by, at }),
  )

/** POST /reports/:reportId/publication-requests */
export const createPublicationRequest = (services: Services): OnReport =>
  form(services, ofGate, ({ reportId, field, by, at }) =>
    askToPublish(services.db, {
      ...{ reportId, draftId: field('draft'), reason: field('reason') },
      ...{ publishedBy: by, at },
    }),
  )

/** POST /reports/:reportId/publication-requests/answers: a second person publishes, declines, or it is taken back. */
export const createPublicationAnswer = (services: Services): OnReport =>
  form(services, ofGate, ({ reportId, field, by, at }) => {
    const answer = { reportId, requestId: field('request'), answeredBy: by, at }
    if (field('answer') === 'decline') return declineToPublish(services.db, answer)
    if (field('answer') !== 'publish') throw new Invalid('Choose whether to publish or to decline.')
    if (field('sure') === '')
      throw new Invalid('Say that your name may stand on it: tick the box, then publish.')
    return publishAsAsked(services.db, answer)
  })
