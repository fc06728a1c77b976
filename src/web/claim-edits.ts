import type { Request, RequestHandler, Response } from 'express'
import { notCheckableReasons } from '../claims/coverage.ts'
import { classifySentence } from '../drafts/classify-sentence.ts'
import { groupClaims } from '../drafts/group-claims.ts'
import { mergeClaims } from '../drafts/merge-claims.ts'
import { relinkClaim } from '../drafts/relink-claim.ts'
import { splitClaim } from '../drafts/split-claim.ts'
import { withdrawClaimEdit } from '../drafts/withdraw-claim-edit.ts'
import type { Actor } from '../accounts/account.ts'
import { Conflict, Invalid, NotFound } from '../errors.ts'
import type { Services } from '../services.ts'
import { fieldOf, oneOf, versionOf } from './forms/problems.ts'
import { addressOfClaim, NOTHING_REFUSED, orRefuse, typedInto } from './panel-form.ts'

type ClaimForm = Request<{ claimId: string }>
type Handler = RequestHandler<{ claimId: string }>

/** Where an edit leads back to. */
interface Done {
  readonly claimId: string
  readonly reportId: string
  readonly number: number
}

/** POST /claims/:claimId/splits: at a place that was offered, or before words. */
export const createSplit = (services: Services): Handler =>
  editing(services, 'split', '#split-before', (req, splitBy) => {
    const before = fieldOf(req.body, 'before').trim()
    const at = fieldOf(req.body, 'at')
    if (before === '' && !/^\d{1,9}$/.test(at))
      throw new Invalid(
        'Choose where to split the claim, or give the words that its second part begins with.',
      )
    const place = before === '' ? { at: Number(at) } : { before }
    return splitClaim(services.db, { ...commonOf(req), place, splitBy, at: services.clock() })
  })

/** POST /claims/:claimId/merges: with the next claim. */
export const createMerge = (services: Services): Handler =>
  editing(services, 'merge', '#merge', (req, mergedBy) => {
    const next = {
      claimId: fieldOf(req.body, 'next'),
      seenVersion: versionOf(fieldOf(req.body, 'nextVersion')),
    }
    return mergeClaims(services.db, { ...commonOf(req), next, mergedBy, at: services.clock() })
  })

/** POST /claims/:claimId/markers: gives a marker to a claim. `move`: "12 to ID". */
export const createRelink = (services: Services): Handler =>
  editing(services, 'relink', '#move', async (req, relinkedBy) => {
    const [, marker = '', to = ''] = /^(\d{1,9}) to ([\w-]{1,64})$/.exec(fieldOf(req.body, 'move')) ?? []
    if (marker === '') throw new Invalid('Choose which marker goes to which claim.')
    const edited = await relinkClaim(services.db, {
      ...commonOf(req),
      marker: Number(marker),
      to,
      relinkedBy,
      at: services.clock(),
    })
    return { ...edited, ...(await atHand(services, req.params.claimId)) }
  })

/** POST /claims/:claimId/groups */
export const createGroup = (services: Services): Handler =>
  editing(services, 'group', '#group', async (req, groupedBy) => {
    const claim = await atHand(services, req.params.claimId)
    const group = { claimIds: [claim.claimId], group: fieldOf(req.body, 'group'), groupedBy }
    await groupClaims(services.db, { ...group, reportId: claim.reportId, at: services.clock() })
    return claim
  })

/** POST /claims/:claimId/classifications: nothing that could be checked, with a reason. */
export const createClassification = (services: Services): Handler =>
  editing(services, 'classify', '#because', async (req, classifiedBy) => {
    const [seen, draft] = [fieldOf(req.body, 'seen'), await draftOf(services, req.params.claimId)]
    await classifySentence(services.db, {
      draftId: draft,
      start: Number(fieldOf(req.body, 'start')),
      end: Number(fieldOf(req.body, 'end')),
      kind: 'not checkable',
      because: oneOf(notCheckableReasons, fieldOf(req.body, 'because')),
      words: fieldOf(req.body, 'words'),
      seen: seen === '' ? null : seen,
      seenVersion: versionOf(fieldOf(req.body, 'seenVersion')),
      classifiedBy,
      at: services.clock(),
    })
    return atHand(services, req.params.claimId)
  })

/** POST /claims/:claimId/edit-withdrawals: takes an edit of it back. */
export const createEditWithdrawal = (services: Services): Handler =>
  editing(services, 'withdraw-edit', '#edits', async (req, withdrawnBy) => {
    const editId = fieldOf(req.body, 'editId')
    const { reportId } = await atHand(services, req.params.claimId)
    const edit = await services.db.claimEdit.findUnique({
      where: { id: editId },
      select: { draft: { select: { reportId: true } } },
    })
    if (edit?.draft.reportId !== reportId) throw new NotFound('There is no such edit of this report.')
    return withdrawClaimEdit(services.db, { editId, withdrawnBy, at: services.clock() })
  })

/** Does what a form asks and shows the claim again, also where it was refused. `field`: what a refusal is about. */
const editing =
  (
    services: Services,
    form: string,
    field: string,
    act: (req: ClaimForm, actor: Actor) => Promise<Done>,
  ): Handler =>
  (req: ClaimForm, res: Response) => {
    const refused = { ...NOTHING_REFUSED, typed: typedInto(form, req.body) }
    return orRefuse(services, req, res, { claimId: req.params.claimId, refused, field }, async (actor) => {
      res.redirect(303, addressOfClaim(req.body, await act(req, actor)))
    })
  }

const commonOf = (req: ClaimForm) => ({
  claimId: req.params.claimId,
  seenVersion: versionOf(fieldOf(req.body, 'seenVersion')),
  reason: fieldOf(req.body, 'reason'),
})

/** @throws NotFound no such claim */
async function atHand({ db }: Services, claimId: string): Promise<Done> {
  const claim = await db.claim.findUnique({
    where: { id: claimId },
    select: { reportId: true, number: true },
  })
  if (claim === null) throw new NotFound('There is no such claim.')
  return { claimId, ...claim }
}

async function draftOf({ db }: Services, claimId: string): Promise<string> {
  const claim = await db.claim.findUnique({
    where: { id: claimId },
    select: { report: { select: { currentDraftId: true } } },
  })
  if (claim?.report.currentDraftId == null) throw new Conflict('The report has no draft at work.')
  return claim.report.currentDraftId
}
