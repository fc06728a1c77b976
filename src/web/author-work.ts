import type { Request, RequestHandler, Response } from 'express'
import type { Actor } from '../accounts/account.ts'
import { Conflict, Invalid, NotFound } from '../errors.ts'
import { answerFix, fixAnswers } from '../review/answer-fix.ts'
import { answerQuery } from '../review/answer-query.ts'
import { askFix } from '../review/ask-fix.ts'
import { askQuery } from '../review/ask-query.ts'
import { closeQuery } from '../review/close-query.ts'
import { smallestFix } from '../review/fix.ts'
import { queryAnswers } from '../review/query.ts'
import { withdrawFix } from '../review/withdraw-fix.ts'
import type { Services } from '../services.ts'
import { endOfDay } from './forms/dates.ts'
import { fieldOf, oneOf, versionOf } from './forms/problems.ts'
import { addressOfClaim, NOTHING_REFUSED, orRefuse, type Refusal, typedInto } from './panel-form.ts'

type ClaimForm = Request<{ claimId: string }>

/** Where a fix or a query leads back to. */
interface Done {
  readonly claimId: string
  readonly reportId: string
  readonly number: number
}

/** POST /claims/:claimId/fixes: what was typed over the claim's words, of which the smallest part becomes a fix. */
export function createFix(services: Services): RequestHandler<{ claimId: string }> {
  return (req, res) =>
    answering(services, req, res, refusalOf(req, 'fix', '#fix-words'), async (askedBy) => {
      const { claimId } = req.params
      const claim = await wordsOf(services, claimId)
      const seenVersion = versionOf(fieldOf(req.body, 'seenVersion'))
      if (claim.version !== seenVersion)
        throw new Conflict(`Claim ${claim.number} changed since you saw it. Nothing was recorded.`)
      const { start, ...words } = smallestFix(claim.quote, fieldOf(req.body, 'words'))
      const fix = { claimId, ...words, start: claim.start + start, ...whomOf(req.body), askedBy, seenVersion }
      return askFix(services.db, { ...fix, at: services.clock() })
    })
}

/** POST /claims/:claimId/queries */
export function createQuery(services: Services): RequestHandler<{ claimId: string }> {
  return (req, res) =>
    answering(services, req, res, refusalOf(req, 'query', '#query-words'), (askedBy) => {
      const deadline = endOfDay(fieldOf(req.body, 'deadline'))
      const query = { claimId: req.params.claimId, words: fieldOf(req.body, 'words'), deadline }
      const seenVersion = versionOf(fieldOf(req.body, 'seenVersion'))
      return askQuery(services.db, {
        ...query,
        ...whomOf(req.body),
        askedBy,
        seenVersion,
        at: services.clock(),
      })
    })
}

/** POST /fixes/:fixId/answers: what the author told a checker. */
export function createFixAnswer(services: Services): RequestHandler<{ fixId: string }> {
  return async (req, res) => {
    const { fixId } = req.params
    const refusal = await refusalAbout(services, 'fix', fixId, req.body)
    await answering(services, req, res, refusal, (checker) => {
      const answer = oneOf(fixAnswers, fieldOf(req.body, 'answer'))
      if (answer === undefined) throw new Invalid('Say whether the author accepted or declined.')
      const words = fieldOf(req.body, 'words')
      return answerFix(services.db, { fixId, by: { checker }, answer, words, at: services.clock() })
    })
  }
}

/** POST /fixes/:fixId/withdrawals */
export function createFixWithdrawal(services: Services): RequestHandler<{ fixId: string }> {
  return async (req, res) => {
    const { fixId } = req.params
    const refusal = await refusalAbout(services, 'fix', fixId, req.body)
    await answering(services, req, res, refusal, (withdrawnBy) =>
      withdrawFix(services.db, { fixId, withdrawnBy, at: services.clock() }),
    )
  }
}

/** POST /queries/:queryId/answers: what the author told a checker. */
export function createQueryAnswer(services: Services): RequestHandler<{ queryId: string }> {
  return async (req, res) => {
    const { queryId } = req.params
    const refusal = await refusalAbout(services, 'query', queryId, req.body)
    await answering(services, req, res, refusal, (checker) => {
      const answer = oneOf(queryAnswers, fieldOf(req.body, 'answer'))
      if (answer === undefined) throw new Invalid('Say how the author answered.')
      const words = fieldOf(req.body, 'words')
      return answerQuery(services.db, { queryId, by: { checker }, answer, words, at: services.clock() })
    })
  }
}

/** POST /queries/:queryId/closings */
export function createQueryClosing(services: Services): RequestHandler<{ queryId: string }> {
  return async (req, res) => {
    const { queryId } = req.params
    const refusal = await refusalAbout(services, 'query', queryId, req.body)
    await answering(services, req, res, refusal, (closedBy) =>
      closeQuery(services.db, { queryId, closedBy, at: services.clock() }),
    )
  }
}

const answering = (
  services: Services,
  req: Pick<Request, 'body' | 'get'>,
  res: Response,
  refusal: Refusal,
  act: (actor: Actor) => Promise<Done>,
): Promise<void> =>
  orRefuse(services, req, res, refusal, async (actor) => {
    res.redirect(303, addressOfClaim(req.body, await act(actor)))
  })

const refusalOf = (req: ClaimForm, form: string, field: string): Refusal => ({
  claimId: req.params.claimId,
  refused: { ...NOTHING_REFUSED, typed: typedInto(form, req.body) },
  field,
})

/** For a form about one fix or query: the panel of its claim. */
async function refusalAbout(
  { db }: Services,
  what: 'fix' | 'query',
  id: string,
  body: unknown,
): Promise<Refusal> {
  const asked = { where: { id }, select: { claimId: true } }
  const found = what === 'fix' ? await db.fix.findUnique(asked) : await db.query.findUnique(asked)
  if (found === null) throw new NotFound(`There is no such ${what}.`)
  const typed = { ...typedInto('answer', body), about: id }
  return { claimId: found.claimId, refused: { ...NOTHING_REFUSED, typed }, field: `#answer-${id}` }
}

function whomOf(body: unknown): { authorId: string | undefined } {
  const authorId = fieldOf(body, 'authorId')
  return { authorId: authorId === '' ? undefined : authorId }
}

/** The claim's words in the present draft, which the checker typed over. The verb checks who may. */
async function wordsOf({ db }: Services, claimId: string) {
  const claim = await db.claim.findUnique({
    where: { id: claimId },
    select: { number: true, version: true, report: { select: { currentDraftId: true } } },
  })
  const draftId = claim?.report.currentDraftId ?? ''
  const placed = await db.placement.findUnique({
    where: { claimId_draftId: { claimId, draftId } },
    select: { start: true, quote: true },
  })
  if (claim === null || placed === null) throw new NotFound('There is no such claim.')
  if (placed.start === null)
    throw new Conflict(`Claim ${claim.number} stands nowhere in the present draft. Nothing was recorded.`)
  return { number: claim.number, version: claim.version, start: placed.start, quote: placed.quote }
}
