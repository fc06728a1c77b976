import type { RequestHandler } from 'express'
import { addClaim } from '../drafts/add-claim.ts'
import { groupClaims } from '../drafts/group-claims.ts'
import { listClaimEdits } from '../drafts/list-claim-edits.ts'
import { mergeClaims } from '../drafts/merge-claims.ts'
import { relinkClaim } from '../drafts/relink-claim.ts'
import { showReport } from '../drafts/report-view.ts'
import { splitClaim, type SplitPlace } from '../drafts/split-claim.ts'
import { withdrawClaimEdit } from '../drafts/withdraw-claim-edit.ts'
import { Invalid } from '../errors.ts'
import type { Services } from '../services.ts'
import { currentAccount } from '../web/middleware/current-account.ts'
import { newClaim, newClaimEdit, newGroup } from './edit-schemas.ts'
import { parse } from './parse.ts'
import { idParams } from './schemas.ts'

/** POST /reports/:id/claims: makes a claim of exact words. */
export function createClaim({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const addedBy = currentAccount(res)
    const report = await showReport(db, addedBy, parse(idParams, req.params).id)
    const { reason, ...place } = parse(newClaim, req.body)
    const draftId = report.draft.id
    res.status(201).json(await addClaim(db, { draftId, place, reason, addedBy, at: clock() }))
  }
}

/** POST /claims/:id/edits */
export function createClaimEdit({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id: claimId } = parse(idParams, req.params)
    const edit = parse(newClaimEdit, req.body)
    const [by, at] = [currentAccount(res), clock()]
    if (edit.kind === 'split') {
      const split = { ...edit, claimId, place: placeOf(edit), splitBy: by, at }
      res.status(201).json(await splitClaim(db, split))
    } else if (edit.kind === 'merged')
      res.status(201).json(await mergeClaims(db, { ...edit, claimId, mergedBy: by, at }))
    else res.status(201).json(await relinkClaim(db, { ...edit, claimId, relinkedBy: by, at }))
  }
}

/** @throws Invalid neither an offset nor words, or both */
function placeOf({ at, before }: { at?: number | undefined; before?: string | undefined }): SplitPlace {
  if (at !== undefined && before === undefined) return { at }
  if (before !== undefined && at === undefined) return { before }
  throw new Invalid('Say where to split: “at”, an offset, or “before”, the words. One of the two.')
}

/** GET /claims/:id/edits: newest first, those that were taken back included. */
export function indexClaimEdits({ db }: Services): RequestHandler {
  return async (req, res) => {
    const { id } = parse(idParams, req.params)
    res.json({ items: await listClaimEdits(db, currentAccount(res), id) })
  }
}

/** POST /claim-edits/:id/withdrawals */
export function createClaimEditWithdrawal({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id: editId } = parse(idParams, req.params)
    const withdrawnBy = currentAccount(res)
    res.status(201).json(await withdrawClaimEdit(db, { editId, withdrawnBy, at: clock() }))
  }
}

/** POST /reports/:id/groups: puts claims together under a name. */
export function createGroup({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id: reportId } = parse(idParams, req.params)
    const grouping = parse(newGroup, req.body)
    const groupedBy = currentAccount(res)
    res.status(201).json(await groupClaims(db, { ...grouping, reportId, groupedBy, at: clock() }))
  }
}
