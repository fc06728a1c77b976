import type { RequestHandler } from 'express'
import { changeReportPolicy } from '../audit/change-report-policy.ts'
import { classifySentence } from '../drafts/classify-sentence.ts'
import { confirmReading } from '../drafts/confirm-reading.ts'
import { correctReading } from '../drafts/correct-reading.ts'
import { showDraft } from '../drafts/draft-view.ts'
import { coverageRows, listCoverage } from '../drafts/list-coverage.ts'
import { listCorrections } from '../drafts/list-corrections.ts'
import { withdrawClassification } from '../drafts/withdraw-classification.ts'
import { withdrawCorrection } from '../drafts/withdraw-correction.ts'
import { Invalid } from '../errors.ts'
import type { Services } from '../services.ts'
import { currentAccount } from '../web/middleware/current-account.ts'
import { parse } from './parse.ts'
import {
  coverageQuery,
  newClassification,
  newConfirmation,
  newCorrection,
  newPolicy,
  newCorrectionWithdrawal,
} from './reading-schemas.ts'
import { idParams } from './schemas.ts'

/** POST /drafts/:id/confirmations */
export function createConfirmation({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id } = parse(idParams, req.params)
    const { revision } = parse(newConfirmation, req.body)
    const by = { confirmedBy: currentAccount(res), at: clock() }
    res.status(201).json(await confirmReading(db, { draftId: id, seenRevision: revision, ...by }))
  }
}

/** GET /drafts/:id/corrections: newest first, those that were taken back included. */
export function indexCorrections({ db }: Services): RequestHandler {
  return async (req, res) => {
    const { id } = parse(idParams, req.params)
    const draft = await showDraft(db, currentAccount(res), id)
    res.json({ revision: draft.reading.revision, items: await listCorrections(db, draft) })
  }
}

/** POST /drafts/:id/corrections */
export function createCorrection({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id } = parse(idParams, req.params)
    const { revision, reason, ...request } = parse(newCorrection, req.body)
    const by = { correctedBy: currentAccount(res), at: clock() }
    res
      .status(201)
      .json(await correctReading(db, { draftId: id, seenRevision: revision, request, reason, ...by }))
  }
}

/** POST /corrections/:id/withdrawals */
export function createCorrectionWithdrawal({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id } = parse(idParams, req.params)
    const { revision } = parse(newCorrectionWithdrawal, req.body)
    const by = { withdrawnBy: currentAccount(res), at: clock() }
    res.status(201).json(await withdrawCorrection(db, { correctionId: id, seenRevision: revision, ...by }))
  }
}

/** GET /drafts/:id/coverage: every sentence of the body, in order of its place. */
export function indexCoverage({ db }: Services): RequestHandler {
  return async (req, res) => {
    const { id } = parse(idParams, req.params)
    const { limit, cursor, show } = parse(coverageQuery, req.query)
    const from = offsetOf(cursor)
    const coverage = await listCoverage(db, currentAccount(res), id)
    const rows = show === 'everything' ? coverage.rows : coverageRows(coverage, show)
    const items = rows
      .slice(from, from + limit)
      .map((row) => ({ ...row, quote: coverage.text.slice(row.start, row.end) }))
    const next = from + limit < rows.length ? String(from + limit) : null
    res.json({ counts: coverage.counts, items, next })
  }
}

function offsetOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor)
  throw new Invalid('cursor: use the “next” of the page before.')
}

/** POST /drafts/:id/classifications */
export function createClassification({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id } = parse(idParams, req.params)
    const given = parse(newClassification, req.body)
    const by = { classifiedBy: currentAccount(res), at: clock() }
    res.status(201).json(await classifySentence(db, { ...given, draftId: id, ...by }))
  }
}

/** POST /classifications/:id/withdrawals */
export function createClassificationWithdrawal({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id } = parse(idParams, req.params)
    const by = { withdrawnBy: currentAccount(res), at: clock() }
    res.status(201).json(await withdrawClassification(db, { classificationId: id, ...by }))
  }
}

/** POST /reports/:id/policy */
export function createPolicy({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id } = parse(idParams, req.params)
    const policy = parse(newPolicy, req.body)
    const by = { changedBy: currentAccount(res), at: clock() }
    res.status(201).json({ policy: await changeReportPolicy(db, { reportId: id, policy, ...by }) })
  }
}
