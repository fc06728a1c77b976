import type { RequestHandler } from 'express'
import { claimDetail, detailShown } from '../claims/claim-detail.ts'
import { claimEvidence } from '../claims/claim-evidence.ts'
import type { ClaimView } from '../claims/claim-view.ts'
import { listClaims, type ClaimPage } from '../claims/list-claims.ts'
import { showReport } from '../drafts/report-view.ts'
import { claimsThen } from '../drafts/then/claims-then.ts'
import { fitsFilter } from '../drafts/then/filter-claims.ts'
import { standingThen } from '../drafts/then/standing-then.ts'
import { Invalid } from '../errors.ts'
import { listRechecks } from '../review/list-rechecks.ts'
import { loadHidden } from '../review/load-hidden.ts'
import type { Services } from '../services.ts'
import { currentAccount } from '../web/middleware/current-account.ts'
import { claimWords } from './claim-words.ts'
import { parse } from './parse.ts'
import { claimsQuery, idParams } from './schemas.ts'

/** GET /reports/:id/claims: in order of position, orphans last; with `at` as they stood then. */
export function indexClaims({ db }: Services): RequestHandler {
  return async (req, res) => {
    const reader = currentAccount(res)
    const report = await showReport(db, reader, parse(idParams, req.params).id)
    const { limit, cursor, at, ...filter } = parse(claimsQuery, req.query)
    if (at !== undefined) {
      const { then, hidden } = await standingThen(db, reader, report, at)
      const claims = (await claimsThen(db, then, hidden)).filter(fitsFilter(filter))
      res.json(pageOf(claims, limit, cursor))
      return
    }
    const hidden = await loadHidden(db, report, reader.id)
    res.json(await listClaims(db, report.draft.id, { ...filter, hidden }, { limit, after: cursor }))
  }
}

/** @throws Invalid the cursor is no claim of these */
function pageOf(claims: readonly ClaimView[], limit: number, cursor: string | undefined): ClaimPage {
  const from = cursor === undefined ? 0 : claims.findIndex(({ id }) => id === cursor) + 1
  if (cursor !== undefined && from === 0) throw new Invalid('cursor: use the “next” of the page before.')
  const items = claims.slice(from, from + limit)
  return { items, next: claims.length > from + limit ? (items.at(-1)?.id ?? null) : null }
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
