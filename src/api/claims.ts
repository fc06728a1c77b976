import type { RequestHandler } from 'express'
import { claimDetail } from '../claims/claim-detail.ts'
import { claimEvidence } from '../claims/claim-evidence.ts'
import { listClaims } from '../claims/list-claims.ts'
import { showReport } from '../drafts/report-view.ts'
import type { Services } from '../services.ts'
import { currentAccount } from '../web/middleware/current-account.ts'
import { parse } from './parse.ts'
import { claimsQuery, idParams } from './schemas.ts'

/** GET /reports/:id/claims: in order of position, orphans last. */
export function indexClaims({ db }: Services): RequestHandler {
  return async (req, res) => {
    const report = await showReport(db, currentAccount(res), parse(idParams, req.params).id)
    const { limit, cursor, ...filter } = parse(claimsQuery, req.query)
    res.json(await listClaims(db, report.draft.id, filter, { limit, after: cursor }))
  }
}

/** GET /claims/:id */
export function showClaim({ db }: Services): RequestHandler {
  return async (req, res) => {
    const claim = await claimDetail(db, parse(idParams, req.params).id)
    const reader = currentAccount(res)
    const { language } = await showReport(db, reader, claim.reportId)
    const labels = claim.notes.map(({ label }) => label)
    const evidence = await claimEvidence(db, reader, { id: claim.id, quote: claim.quote, labels, language })
    res.json({ ...claim, ...evidence })
  }
}
