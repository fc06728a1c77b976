import type { RequestHandler } from 'express'
import type { Actor } from '../accounts/account.ts'
import { verdictValues } from '../claims/vocabulary.ts'
import { Invalid, NotFound } from '../errors.ts'
import { closeObjection } from '../review/close-objection.ts'
import { decideDifference } from '../review/decide-difference.ts'
import { raiseObjection } from '../review/raise-objection.ts'
import { risks } from '../review/risk.ts'
import { setRisk } from '../review/set-risk.ts'
import { takeOverObjection } from '../review/take-over-objection.ts'
import type { Services } from '../services.ts'
import { fieldOf, oneOf, versionOf } from './forms/problems.ts'
import { addressOfClaim, NOTHING_REFUSED, orRefuse, typedInto } from './panel-form.ts'

type OnClaim = RequestHandler<{ claimId: string }>
type OnObjection = RequestHandler<{ objectionId: string }>

/** POST /claims/:claimId/risk */
export const createRisk = (services: Services): OnClaim => {
  return (req, res) => {
    const { claimId } = req.params
    const refused = { ...NOTHING_REFUSED, typed: typedInto('risk', req.body) }
    return orRefuse(services, req, res, { claimId, refused, field: '#risk-reason' }, async (setBy) => {
      const risk = oneOf(risks, fieldOf(req.body, 'risk'))
      if (risk === undefined) throw new Invalid('Choose the risk: ordinary or high.')
      const given = { claimId, risk, reason: fieldOf(req.body, 'reason'), seenVersion: seenOf(req.body) }
      const ruled = await setRisk(services.db, { ...given, setBy, at: services.clock() })
      res.redirect(303, addressOfClaim(req.body, ruled))
    })
  }
}

/** POST /claims/:claimId/differences: a third person decides. */
export const createDifference = (services: Services): OnClaim => {
  return (req, res) => {
    const { claimId } = req.params
    const refused = { ...NOTHING_REFUSED, typed: typedInto('difference', req.body) }
    return orRefuse(
      services,
      req,
      res,
      { claimId, refused, field: '#difference-reason' },
      async (decidedBy) => {
        const verdict = oneOf(verdictValues, fieldOf(req.body, 'verdict'))
        if (verdict === undefined) throw new Invalid('Choose what you decide: one of the three verdicts.')
        const given = { claimId, verdict, reason: fieldOf(req.body, 'reason'), seenVersion: seenOf(req.body) }
        const ruled = await decideDifference(services.db, { ...given, decidedBy, at: services.clock() })
        res.redirect(303, addressOfClaim(req.body, ruled))
      },
    )
  }
}

/** POST /claims/:claimId/objections */
export const createObjection = (services: Services): OnClaim => {
  return (req, res) => {
    const { claimId } = req.params
    const refused = { ...NOTHING_REFUSED, typed: typedInto('objection', req.body) }
    return orRefuse(services, req, res, { claimId, refused, field: '#objection-words' }, async (raisedBy) => {
      const given = { claimId, words: fieldOf(req.body, 'words'), seenVersion: seenOf(req.body) }
      const raised = await raiseObjection(services.db, { ...given, raisedBy, at: services.clock() })
      res.redirect(303, addressOfClaim(req.body, raised))
    })
  }
}

/** POST /objections/:objectionId/closings: by its owner. */
export const createClosing = (services: Services): OnObjection =>
  onObjection(services, (objectionId, closedBy, body) =>
    closeObjection(services.db, {
      objectionId,
      words: fieldOf(body, 'words'),
      closedBy,
      at: services.clock(),
    }),
  )

/** POST /objections/:objectionId/takings-over: by an editor, when its owner has left. */
export const createTakingOver = (services: Services): OnObjection =>
  onObjection(services, (objectionId, takenOverBy) =>
    takeOverObjection(services.db, { objectionId, takenOverBy, at: services.clock() }),
  )

const onObjection =
  (
    services: Services,
    act: (
      id: string,
      actor: Actor,
      body: unknown,
    ) => Promise<{ readonly claimId: string; readonly reportId: string; readonly number: number }>,
  ): OnObjection =>
  async (req, res) => {
    const { objectionId } = req.params
    const found = await services.db.objection.findUnique({
      where: { id: objectionId },
      select: { claimId: true },
    })
    if (found === null) throw new NotFound('There is no such objection.')
    const refused = { ...NOTHING_REFUSED, typed: typedInto('closing', req.body) }
    const refusal = { claimId: found.claimId, refused, field: `#closing-${objectionId}` }
    await orRefuse(services, req, res, refusal, async (actor) => {
      res.redirect(303, addressOfClaim(req.body, await act(objectionId, actor, req.body)))
    })
  }

const seenOf = (body: unknown): number => versionOf(fieldOf(body, 'seenVersion'))
