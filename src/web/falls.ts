import type { RequestHandler, Response } from 'express'
import { assertMay } from '../accounts/policy.ts'
import { Conflict, Invalid } from '../errors.ts'
import { showImpact } from '../review/falls/show-impact.ts'
import { recordFall } from '../review/falls/record-fall.ts'
import { withdrawFall } from '../review/falls/withdraw-fall.ts'
import type { Services } from '../services.ts'
import { fallKinds } from '../sources/fall.ts'
import { assertNotMerged, findSource } from '../sources/find-source.ts'
import { reliabilities } from '../sources/source.ts'
import { fieldOf, oneOf } from './forms/problems.ts'
import { currentAccount } from './middleware/current-account.ts'
import { fallPage, type TypedFall } from './pages/fall-page.ts'

type Named = RequestHandler<{ sourceId: string }>

const NOTHING_TYPED: TypedFall = { kind: '', to: '', reason: '' }

/** GET /sources/:sourceId/fall: what a fall would touch, before it is confirmed. */
export const showFall = (services: Services): Named => {
  return (req, res) => renderFall(services, res, 200, req.params.sourceId, NOTHING_TYPED, [])
}

async function renderFall(
  { db }: Services,
  res: Response,
  status: number,
  id: string,
  typed: TypedFall,
  problems: readonly { readonly text: string; readonly href: string }[],
): Promise<void> {
  const reader = currentAccount(res)
  const source = await findSource(db, reader, id)
  assertMay(reader, 'let sources fall', source.target)
  assertNotMerged(source)
  const impact = await showImpact(db, reader, id)
  res.status(status).render('sources/fall', { page: fallPage(source, impact, typed), problems })
}

/** POST /sources/:sourceId/falls */
export function createFall(services: Services): Named {
  return async (req, res) => {
    const { sourceId } = req.params
    const [kind, to, reason] = [
      fieldOf(req.body, 'kind'),
      fieldOf(req.body, 'to'),
      fieldOf(req.body, 'reason'),
    ]
    try {
      const fall = oneOf(fallKinds, kind)
      if (fall === undefined)
        throw new Invalid('Choose what happened to the source: retracted, downgraded or lost.')
      await recordFall(services.db, {
        kind: fall,
        to: oneOf(reliabilities, to),
        reason,
        seen: fieldOf(req.body, 'seen'),
        sourceId,
        by: currentAccount(res),
        at: services.clock(),
      })
      res.redirect(303, `/sources/${encodeURIComponent(sourceId)}#falls`)
    } catch (error) {
      if (!(error instanceof Invalid || error instanceof Conflict)) throw error
      const [status, href] = error instanceof Invalid ? [422, '#fall'] : [409, '#impact']
      await renderFall(services, res, status, sourceId, { kind, to, reason }, [{ text: error.message, href }])
    }
  }
}

/** POST /sources/:sourceId/fall-withdrawals: the source stands again. */
export function createFallWithdrawal(services: Services): Named {
  return async (req, res) => {
    const { sourceId } = req.params
    const deed = { sourceId, by: currentAccount(res), at: services.clock() }
    await withdrawFall(services.db, { ...deed, reason: fieldOf(req.body, 'reason') })
    res.redirect(303, `/sources/${encodeURIComponent(sourceId)}#falls`)
  }
}
