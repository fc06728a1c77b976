import type { RequestHandler } from 'express'
import { assertMayOnDesk } from '../accounts/assert-may-now.ts'
import { showReport } from '../drafts/report-view.ts'
import { NotFound } from '../errors.ts'
import { proveConsistency, proveInclusion } from '../history/tree/prove.ts'
import { currentHead, newestHead } from '../history/tree/sign-head.ts'
import { headJson } from '../history/tree/signed-head.ts'
import type { Services } from '../services.ts'
import { currentAccount } from '../web/middleware/current-account.ts'
import { parse } from './parse.ts'
import { consistencyQuery, proofQuery } from './tree-schemas.ts'

/** GET /tree/head */
export function showHead({ db }: Services): RequestHandler {
  return async (_req, res) => {
    const head = await newestHead(db)
    if (head === null) throw new NotFound('No head was signed yet.')
    res.json(headJson(head))
  }
}

/** POST /tree/heads */
export function createHead({ db, clock }: Services): RequestHandler {
  return async (_req, res) => {
    await assertMayOnDesk(db, currentAccount(res), 'see the tree')
    res.status(201).json(headJson(await currentHead(db, clock())))
  }
}

/** GET /tree/proofs?report=&event=: asked by report, so that whoever may not read one learns nothing of it. */
export function showProof({ db }: Services): RequestHandler {
  return async (req, res) => {
    const { report, event } = parse(proofQuery, req.query)
    const { id } = await showReport(db, currentAccount(res), report)
    res.json(await proveInclusion(db, id, event))
  }
}

/** GET /tree/consistency?from=&to= */
export function showConsistency({ db }: Services): RequestHandler {
  return async (req, res) => {
    const { from, to } = parse(consistencyQuery, req.query)
    res.json(await proveConsistency(db, from, to))
  }
}
