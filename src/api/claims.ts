import type { RequestHandler } from 'express'
import { claimDetail, detailShown } from '../claims/claim-detail.ts'
import { claimEvidence } from '../claims/claim-evidence.ts'
import { listClaims } from '../claims/list-claims.ts'
import { showReport } from '../drafts/report-view.ts'
import { listRechecks } from '../review/list-rechecks.ts'
import { loadHidden } from '../review/load-hidden.ts'
import type { Services } from '../services.ts'
import { currentAccount } from '../web/middleware/current-account.ts'
import { claimWords } from './claim-words.ts'
import { parse } from './parse.ts'
import { claimsQuery, idParams } from './schemas.ts'

/** GET /reports/:id/claims: in order of position, orphans last. */
export function indexClaims({ db }: Services): RequestHandler {
  return async (req, res) => {
    const reader = currentAccount(res)
    const report = await showReport(db, reader, parse(idParams, req.params).id)
    const hidden = await loadHidden(db, report, reader.id)
    const { limit, cursor, ...filter } = parse(claimsQuery, req.query)
    res.json(await listClaims(db, report.draft.id, { ...filter, hidden }, { limit, after: cursor }))
  }
}

/** GET /claims/:id */
export function showClaim({ db }: Services): RequestHandler {
  return async (req, res) => {
    const claim = await claimDetail(db, parse(idParams, req.params).id)
    const reader = currentAccount(res)
    const report = await showReport(db, reader, claim.reportId)
    const hidden = await loadHidden(db, report, reader.id)
    const labels = claim.notes.map(({ label }) => label)
    const { id, quote } = claim
    const words = { id, quote, labels, language: report.language, hidden }
    res.json({
      ...detailShown(claim, hidden),
      ...(await claimEvidence(db, reader, words)),
      rechecked: await listRechecks(db, id),
      ...(await claimWords(db, report, claim, hidden)),
    })
  }
}
