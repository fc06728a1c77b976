import type { Request, RequestHandler, Response } from 'express'
import { Conflict, Gone, Invalid, NotFound } from '../errors.ts'
import { problemOf } from '../http-problem.ts'
import { answerFix, fixAnswers } from '../review/answer-fix.ts'
import { answerQuery } from '../review/answer-query.ts'
import { openForAuthor } from '../review/open-for-author.ts'
import { queryAnswers } from '../review/query.ts'
import type { Services } from '../services.ts'
import { fieldOf, oneOf } from './forms/problems.ts'
import { authorPage, type TypedAnswer } from './pages/author-page.ts'

interface Link {
  secret: string
}

/**
 * GET /author/:secret: an author’s open fixes and queries, each with its claim’s own words; no account, and nothing else of the
 * report. `?done`: an answer has just come in.
 */
export function showAuthorPage(services: Services): RequestHandler<Link> {
  return (req, res) =>
    orEnded(res, () => renderPage(services, req, res, { status: 200, typed: null, problem: null }))
}

/** POST /author/:secret/fixes/:fixId */
export function createAuthorFixAnswer(services: Services): RequestHandler<Link & { fix: string }> {
  return (req, res) => {
    const { secret, fix: fixId } = req.params
    return answering(services, req, res, fixId, async (words) => {
      const answer = oneOf(fixAnswers, fieldOf(req.body, 'answer'))
      if (answer === undefined)
        throw new Invalid('Accept the words, or say why they should stay as they are.')
      await answerFix(services.db, { fixId, by: { secret }, answer, words, at: services.clock() })
    })
  }
}

/** POST /author/:secret/queries/:queryId */
export function createAuthorQueryAnswer(services: Services): RequestHandler<Link & { query: string }> {
  return (req, res) => {
    const { secret, query: queryId } = req.params
    return answering(services, req, res, queryId, async (words) => {
      const answer = oneOf(queryAnswers, fieldOf(req.body, 'answer'))
      if (answer === undefined) throw new Invalid('Answer in words, name a source, or take it on yourself.')
      await answerQuery(services.db, { queryId, by: { secret }, answer, words, at: services.clock() })
    })
  }
}

type AuthorRequest = Request<Link>

/** What an author answered; when it came too late, or does not fit, the page again with what they typed. */
async function answering(
  services: Services,
  req: Request<Link & { fix: string }> | Request<Link & { query: string }>,
  res: Response,
  about: string,
  act: (words: string) => Promise<void>,
): Promise<void> {
  const words = fieldOf(req.body, 'words')
  await orEnded(res, async () => {
    try {
      await act(words)
      res.redirect(303, `/author/${encodeURIComponent(req.params.secret)}?done`)
    } catch (error) {
      if (!(error instanceof Invalid) && !(error instanceof Conflict)) throw error
      const status = error instanceof Conflict ? 409 : 422
      const typed = { about, words }
      await renderPage(services, req as AuthorRequest, res, { status, typed, problem: error.message })
    }
  })
}

async function renderPage(
  { db, clock }: Services,
  req: AuthorRequest,
  res: Response,
  shown: { status: number; typed: TypedAnswer | null; problem: string | null },
): Promise<void> {
  const open = await openForAuthor(db, req.params.secret, clock())
  keepPrivate(res)
  res.status(shown.status).render('author-work/author', {
    page: authorPage(open, shown.typed, shown.problem),
    secret: req.params.secret,
    done: req.query['done'] !== undefined && shown.problem === null,
  })
}

/** A link that is unknown or has ended says so on a page that says whom to ask, and that nobody indexes. */
async function orEnded(res: Response, act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (error) {
    if (!(error instanceof Gone) && !(error instanceof NotFound)) throw error
    keepPrivate(res)
    const problem = problemOf(error)
    res.status(problem.status).render('author-work/ended', { problem })
  }
}

function keepPrivate(res: Response): void {
  res.set('X-Robots-Tag', 'noindex, nofollow')
  res.set('Referrer-Policy', 'no-referrer')
}
