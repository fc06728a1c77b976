import type { RequestHandler } from 'express'
import { Invalid } from '../errors.ts'
import { decideComplaint } from '../publication/complaints/decide-complaint.ts'
import { enterComplaint } from '../publication/complaints/enter-complaint.ts'
import { listComplaints, showComplaint as loadComplaint } from '../publication/complaints/list-complaints.ts'
import { withdrawComplaint } from '../publication/complaints/withdraw-complaint.ts'
import { correctPublication } from '../publication/correct-publication.ts'
import { listPublications } from '../publication/list-publications.ts'
import { setEvidencePage } from '../publication/set-evidence-page.ts'
import { loadStanding } from '../publication/standing/load-standing.ts'
import { startWentOutFetch } from '../publication/went-out/start-went-out-fetch.ts'
import { addWentOut } from '../publication/went-out/add-went-out.ts'
import { showWentOut as loadWentOut } from '../publication/went-out/show-went-out.ts'
import { withdrawPublication } from '../publication/withdraw-publication.ts'
import type { Services } from '../services.ts'
import { currentAccount } from '../web/middleware/current-account.ts'
import { parse } from './parse.ts'
import * as schemas from './publication-schemas.ts'
import { idParams } from './schemas.ts'

/** GET /reports/:id/publications */
export function indexPublications({ db }: Services): RequestHandler {
  return async (req, res) => {
    const items = await listPublications(db, currentAccount(res), parse(idParams, req.params).id)
    res.json({ items: items.map((one) => ({ ...one, evidencePage: `/evidence/${one.slug}` })), next: null })
  }
}

/** POST /publications/:id/evidence-page */
export function createEvidencePage({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id: publicationId } = parse(idParams, req.params)
    const { open } = parse(schemas.newEvidencePage, req.body)
    const { slug } = await setEvidencePage(db, { publicationId, open, by: currentAccount(res), at: clock() })
    res.status(201).json({ open, evidencePage: `/evidence/${slug}` })
  }
}

/** POST /publications/:id/went-out, with the `file`. */
export function createWentOut({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id: publicationId } = parse(idParams, req.params)
    const { type } = parse(schemas.newWentOutForm, req.body ?? {})
    if (req.file === undefined) throw new Invalid('Send the file as it went out in the field “file”.')
    const file = { bytes: req.file.buffer, name: req.file.originalname, type }
    const added = await addWentOut(db, { publicationId, ...file, by: currentAccount(res), at: clock() })
    res.status(201).location(`/api/v1/went-out/${added.id}`).json(added)
  }
}

/** POST /publications/:id/went-out-fetches: 202 with the job; what came of it stands among the texts that went out. */
export function createWentOutFetch({ db, clock, config }: Services): RequestHandler {
  return async (req, res) => {
    const { id: publicationId } = parse(idParams, req.params)
    const { address: url } = parse(schemas.newWentOutFetch, req.body)
    const asked = { publicationId, url, by: currentAccount(res), at: clock(), allowed: config.work.fetch }
    res.status(202).json(await startWentOutFetch(db, asked))
  }
}

/** GET /went-out/:id: each difference from what was signed off. */
export function showWentOut({ db }: Services): RequestHandler {
  return async (req, res) => {
    const { claimIds, ...view } = await loadWentOut(db, currentAccount(res), parse(idParams, req.params).id)
    res.json({ ...view, claims: Object.fromEntries(claimIds) })
  }
}

/** POST /publications/:id/corrections */
export function createCorrection({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id: publicationId } = parse(idParams, req.params)
    const words = parse(schemas.newCorrectionOfPublication, req.body)
    const made = await correctPublication(db, {
      ...words,
      publicationId,
      by: currentAccount(res),
      at: clock(),
    })
    res.status(201).json(made)
  }
}

/** POST /publications/:id/withdrawals */
export function createWithdrawal({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id: publicationId } = parse(idParams, req.params)
    const given = parse(schemas.newPublicationWithdrawal, req.body)
    await withdrawPublication(db, { ...given, publicationId, by: currentAccount(res), at: clock() })
    res.status(201).json({ withdrawn: true })
  }
}

/** GET /reports/:id/complaints */
export function indexComplaints({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id: reportId } = parse(idParams, req.params)
    const items = await listComplaints(db, { reader: currentAccount(res), reportId, now: clock() })
    res.json({ items, next: null })
  }
}

/** POST /publications/:id/complaints */
export function createComplaint({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id: publicationId } = parse(idParams, req.params)
    const words = parse(schemas.newComplaint, req.body)
    const entered = await enterComplaint(db, {
      ...words,
      publicationId,
      by: currentAccount(res),
      at: clock(),
    })
    res.status(201).location(`/api/v1/complaints/${entered.id}`).json(entered)
  }
}

/** GET /complaints/:id */
export function showComplaint({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id } = parse(idParams, req.params)
    res.json(await loadComplaint(db, { reader: currentAccount(res), id, now: clock() }))
  }
}

/** POST /complaints/:id/decisions */
export function createDecision({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id: complaintId } = parse(idParams, req.params)
    const given = parse(schemas.newComplaintDecision, req.body)
    const decided = await decideComplaint(db, { ...given, complaintId, by: currentAccount(res), at: clock() })
    res.status(201).json(decided)
  }
}

/** POST /complaints/:id/withdrawals: who complained took it back. */
export function createComplaintWithdrawal({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id: complaintId } = parse(idParams, req.params)
    parse(schemas.nothing, req.body ?? {})
    res.status(201).json(await withdrawComplaint(db, { complaintId, by: currentAccount(res), at: clock() }))
  }
}

const DAY = 24 * 3_600_000

/** GET /standing?from=&to=: by the days of publication, both included. */
export function showStanding({ db }: Services): RequestHandler {
  return async (req, res) => {
    const { from, to } = parse(schemas.standingQuery, req.query)
    const until = new Date(to.getTime() + DAY)
    res.json(await loadStanding(db, currentAccount(res), { from, to: until }))
  }
}
