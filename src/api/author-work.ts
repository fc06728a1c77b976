import type { RequestHandler } from 'express'
import { answerFix } from '../review/answer-fix.ts'
import { answerQuery } from '../review/answer-query.ts'
import { askFix } from '../review/ask-fix.ts'
import { askQuery } from '../review/ask-query.ts'
import { createAuthorLink, revokeAuthorLink } from '../review/author-links.ts'
import { closeQuery } from '../review/close-query.ts'
import { listAuthors } from '../review/list-authors.ts'
import type { Ruled } from '../review/record-verdict.ts'
import { addReportAuthor, changeReportAuthor } from '../review/report-authors.ts'
import { withdrawFix } from '../review/withdraw-fix.ts'
import type { Services } from '../services.ts'
import { currentAccount } from '../web/middleware/current-account.ts'
import { parse } from './parse.ts'
import { idParams } from './schemas.ts'
import { newAuthor, newAuthorLink, newFix, newFixAnswer, newQuery, newQueryAnswer } from './words-schemas.ts'

/** POST /claims/:id/fixes */
export function createFix({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const given = parse(newFix, req.body)
    const by = { askedBy: currentAccount(res), at: clock() }
    const fix = await askFix(db, { ...given, claimId: parse(idParams, req.params).id, ...by })
    res.status(201).json({ ...standing(fix), ...fix.span, wordingKey: fix.wordingKey })
  }
}

/** POST /fixes/:id/answers */
export function createFixAnswer({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const answer = parse(newFixAnswer, req.body)
    const by = { by: { checker: currentAccount(res) }, at: clock() }
    res.status(201).json(await answerFix(db, { ...answer, fixId: parse(idParams, req.params).id, ...by }))
  }
}

/** POST /fixes/:id/withdrawals */
export function createFixWithdrawal({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const by = { withdrawnBy: currentAccount(res), at: clock() }
    const ruled = await withdrawFix(db, { fixId: parse(idParams, req.params).id, ...by })
    res.status(201).json(standing(ruled))
  }
}

/** POST /claims/:id/queries */
export function createQuery({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const given = parse(newQuery, req.body)
    const by = { askedBy: currentAccount(res), at: clock() }
    const query = await askQuery(db, { ...given, claimId: parse(idParams, req.params).id, ...by })
    res.status(201).json(standing(query))
  }
}

/** POST /queries/:id/answers */
export function createQueryAnswer({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const answer = parse(newQueryAnswer, req.body)
    const by = { by: { checker: currentAccount(res) }, at: clock() }
    res.status(201).json(await answerQuery(db, { ...answer, queryId: parse(idParams, req.params).id, ...by }))
  }
}

/** POST /queries/:id/closings */
export function createQueryClosing({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const by = { closedBy: currentAccount(res), at: clock() }
    const ruled = await closeQuery(db, { queryId: parse(idParams, req.params).id, ...by })
    res.status(201).json(standing(ruled))
  }
}

/** GET /reports/:id/authors */
export function indexAuthors({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { authors, unnamed } = await listAuthors(
      db,
      currentAccount(res),
      parse(idParams, req.params).id,
      clock(),
    )
    res.json({ items: authors, unnamed })
  }
}

/** POST /reports/:id/authors */
export function createAuthor({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const given = parse(newAuthor, req.body)
    const by = { by: currentAccount(res), at: clock() }
    const reportId = parse(idParams, req.params).id
    res.status(201).json(await addReportAuthor(db, { ...given, reportId, ...by }))
  }
}

/** POST /authors/:id */
export function updateAuthor({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const given = parse(newAuthor, req.body)
    const by = { by: currentAccount(res), at: clock() }
    const authorId = parse(idParams, req.params).id
    await changeReportAuthor(db, { ...given, authorId, ...by })
    res.json({ id: authorId })
  }
}

/** POST /authors/:id/links: the address is shown this once. */
export function createLink({ db, clock, config }: Services): RequestHandler {
  return async (req, res) => {
    const given = parse(newAuthorLink, req.body)
    const by = { by: currentAccount(res), at: clock() }
    const authorId = parse(idParams, req.params).id
    const { id, secret, expiresAt, revoked } = await createAuthorLink(db, { ...given, authorId, ...by })
    res.status(201).json({ id, expiresAt, revoked, address: `${config.baseUrl}/author/${secret}` })
  }
}

/** POST /author-links/:id/revocations */
export function createLinkRevocation({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const linkId = parse(idParams, req.params).id
    await revokeAuthorLink(db, { linkId, by: currentAccount(res), at: clock() })
    res.status(201).json({ id: linkId })
  }
}

/** Where a claim stands after what was asked of its author. */
const standing = ({ id, claimId, number, version, settlement }: Ruled) => ({
  ...{ id, claimId, number, version, status: settlement.status, stale: settlement.stale },
  ...{ outcome: settlement.outcome, settled: settlement.settled },
})
