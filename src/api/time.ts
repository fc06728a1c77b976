import type { RequestHandler } from 'express'
import { attachClaim } from '../drafts/attach-claim.ts'
import { compareDrafts } from '../drafts/compare-drafts.ts'
import { confirmReworded } from '../drafts/confirm-reworded.ts'
import { detachClaim } from '../drafts/detach-claim.ts'
import { findPlaces } from '../drafts/find-places.ts'
import { listProposedCuts } from '../drafts/list-proposed-cuts.ts'
import { listRewordings } from '../drafts/list-rewordings.ts'
import { RecentComparisons } from '../drafts/recent-comparisons.ts'
import { showReport } from '../drafts/report-view.ts'
import { changesBetween } from '../drafts/then/changes-between.ts'
import { countsOverTime } from '../drafts/then/counts-over-time.ts'
import { NotFound } from '../errors.ts'
import { loadHidden } from '../review/load-hidden.ts'
import type { Services } from '../services.ts'
import { currentAccount } from '../web/middleware/current-account.ts'
import { parse } from './parse.ts'
import { ruledAnswer } from './ruled-answer.ts'
import { idParams } from './schemas.ts'
import * as schemas from './time-schemas.ts'

/** GET /reports/:id/confirmations: the claims that were reworded since they were ruled on, and those that may have been cut. */
export function indexConfirmations({ db }: Services): RequestHandler {
  return async (req, res) => {
    const reader = currentAccount(res)
    const report = await showReport(db, reader, parse(idParams, req.params).id)
    const claims = await listRewordings(db, { report, reader })
    res.json({ claims, cuts: await listProposedCuts(db, { report, reader }) })
  }
}

/** POST /reports/:id/confirmations: all of it or nothing. */
export function createConfirmations({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id: reportId } = parse(idParams, req.params)
    const confirmedBy = currentAccount(res)
    const given = { ...parse(schemas.newConfirmations, req.body), reportId, confirmedBy, at: clock() }
    const { claims, cuts } = await confirmReworded(db, given)
    const answers = (ruled: typeof claims) =>
      Promise.all(ruled.map((one) => ruledAnswer(db, one, confirmedBy)))
    res.status(201).json({ claims: await answers(claims), cuts: await answers(cuts) })
  }
}

/** GET /claims/:id/places?words=: where a claim without a place may have gone. */
export function indexPlaces({ db }: Services): RequestHandler {
  const recent = new RecentComparisons()
  return async (req, res) => {
    const { id: claimId } = parse(idParams, req.params)
    const { words } = parse(schemas.placesQuery, req.query)
    res.json(await findPlaces(db, currentAccount(res), { claimId, at: null, words }, recent))
  }
}

/** POST /claims/:id/attachments */
export function createAttachment({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id: claimId } = parse(idParams, req.params)
    const { seenVersion, reason, ...place } = parse(schemas.newAttachment, req.body)
    const by = { attachedBy: currentAccount(res), at: clock() }
    res.status(201).json(await attachClaim(db, { claimId, place, reason, seenVersion, ...by }))
  }
}

/** POST /claims/:id/detachments */
export function createDetachment({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id: claimId } = parse(idParams, req.params)
    const by = { detachedBy: currentAccount(res), at: clock() }
    res.status(201).json(await detachClaim(db, { ...parse(schemas.newDetachment, req.body), claimId, ...by }))
  }
}

/** GET /reports/:id/comparison?old=1&new=2: two drafts with the claims between them. */
export function showComparison({ db }: Services): RequestHandler {
  const recent = new RecentComparisons()
  return async (req, res) => {
    const reader = currentAccount(res)
    const report = await showReport(db, reader, parse(idParams, req.params).id)
    const asked = parse(schemas.draftsQuery, req.query)
    const next = asked.new ?? report.draft.number
    const old = asked.old ?? next - 1
    if (old < 1 || old >= next)
      throw new NotFound('There is no such earlier draft: “old” is the number of a draft before “new”.')
    const compared = await compareDrafts(db, { report, readerId: reader.id, old, new: next }, recent)
    const { passages, added } = compared.comparison
    res.json({
      old: { id: compared.old.id, number: old },
      new: { id: compared.new.id, number: next },
      ...{ passages, added, claims: compared.claims, fixes: compared.fixes },
    })
  }
}

/** GET /reports/:id/changes?from=&to=: the claims that stand otherwise at one instant than at another. */
export function indexChanges({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const reader = currentAccount(res)
    const report = await showReport(db, reader, parse(idParams, req.params).id)
    const { from = report.createdAt, to = clock() } = parse(schemas.changesQuery, req.query)
    const { before, after, turns } = await changesBetween(db, reader, report, { from, to })
    res.json({
      from: { at: from, draft: before.draft.number, counts: before.counts },
      to: { at: to, draft: after.draft.number, counts: after.counts },
      items: turns,
    })
  }
}

/** GET /reports/:id/counts?until=: how the claims stood at the end of each stretch of time. */
export function indexCounts({ db }: Services): RequestHandler {
  return async (req, res) => {
    const reader = currentAccount(res)
    const report = await showReport(db, reader, parse(idParams, req.params).id)
    const { until } = parse(schemas.countsQuery, req.query)
    const hidden = await loadHidden(db, report, reader.id)
    const counts = await countsOverTime(db, report.id, hidden, until ?? null)
    res.json(counts ?? { unit: 'day', points: [], end: null })
  }
}
