import type { RequestHandler, Response } from 'express'
import { showReport } from '../drafts/report-view.ts'
import { Conflict, Invalid, NotFound } from '../errors.ts'
import { createAuthorLink, revokeAuthorLink } from '../review/author-links.ts'
import { listAuthors } from '../review/list-authors.ts'
import { addReportAuthor, changeReportAuthor } from '../review/report-authors.ts'
import type { Services } from '../services.ts'
import { endOfDay } from './forms/dates.ts'
import { fieldOf, type Problem } from './forms/problems.ts'
import { currentAccount } from './middleware/current-account.ts'
import { authorsPage, type TypedAuthor } from './pages/authors-page.ts'

const authorsAddress = (reportId: string): string => `/reports/${encodeURIComponent(reportId)}/authors`

/** GET /reports/:reportId/authors: who wrote it, what waits for them, and their links. */
export const showAuthors = (services: Services): RequestHandler<{ reportId: string }> => {
  return (req, res) => renderAuthors(services, res, req.params.reportId)
}

/** POST /reports/:reportId/authors */
export function createAuthor(services: Services): RequestHandler<{ reportId: string }> {
  return async (req, res) => {
    const { reportId } = req.params
    await orAgain(services, res, { reportId, body: req.body, about: '' }, async () => {
      const by = { by: currentAccount(res), at: services.clock() }
      await addReportAuthor(services.db, { reportId, ...named(req.body), ...by })
      res.redirect(303, authorsAddress(reportId))
    })
  }
}

/** POST /authors/:authorId: another name or address. */
export function changeAuthor(services: Services): RequestHandler<{ authorId: string }> {
  return async (req, res) => {
    const { authorId } = req.params
    const reportId = await reportOfAuthor(services, authorId)
    await orAgain(services, res, { reportId, body: req.body, about: authorId }, async () => {
      const by = { by: currentAccount(res), at: services.clock() }
      await changeReportAuthor(services.db, { authorId, ...named(req.body), ...by })
      res.redirect(303, authorsAddress(reportId))
    })
  }
}

/** POST /authors/:authorId/links: a new link, shown this once; the one before it ends. */
export function createLink(services: Services): RequestHandler<{ authorId: string }> {
  return async (req, res) => {
    const { authorId } = req.params
    const { db, clock, config } = services
    const reportId = await reportOfAuthor(services, authorId)
    await orAgain(services, res, { reportId, body: req.body, about: `link-${authorId}` }, async () => {
      const dates = {
        deadline: endOfDay(fieldOf(req.body, 'deadline')),
        expiresAt: endOfDay(fieldOf(req.body, 'expiresAt')),
      }
      const by = { by: currentAccount(res), at: clock() }
      const { secret, id } = await createAuthorLink(db, { authorId, ...dates, ...by })
      const made = { linkId: id, address: `${config.baseUrl}/author/${secret}` }
      await renderAuthors(services, res.status(201), reportId, { made })
    })
  }
}

/** POST /author-links/:linkId/revocation */
export function createLinkRevocation({ db, clock }: Services): RequestHandler<{ authorLinkId: string }> {
  return async (req, res) => {
    const linkId = req.params.authorLinkId
    const { reportId } = await revokeAuthorLink(db, { linkId, by: currentAccount(res), at: clock() })
    res.redirect(303, authorsAddress(reportId))
  }
}

const named = (body: unknown) => ({ name: fieldOf(body, 'name'), email: fieldOf(body, 'email') })

async function reportOfAuthor({ db }: Services, id: string): Promise<string> {
  const author = await db.reportAuthor.findUnique({ where: { id }, select: { reportId: true } })
  if (author === null) throw new NotFound('There is no such author.')
  return author.reportId
}

interface Shown {
  readonly typed?: TypedAuthor
  readonly problems?: readonly Problem[]
  readonly made?: { readonly linkId: string; readonly address: string }
}

async function renderAuthors(
  services: Services,
  res: Response,
  reportId: string,
  shown: Shown = {},
): Promise<void> {
  const { db, clock } = services
  const editor = currentAccount(res)
  const report = await showReport(db, editor, reportId)
  const authors = await listAuthors(db, editor, reportId, clock())
  const { typed = null, problems = [], made = null } = shown
  res.render('authors/index', { report, page: authorsPage(authors, typed, made), problems })
}

/** Does what a form asks; what does not fit comes back with what was typed. */
async function orAgain(
  services: Services,
  res: Response,
  form: { reportId: string; body: unknown; about: string },
  act: () => Promise<void>,
): Promise<void> {
  try {
    await act()
  } catch (error) {
    if (!(error instanceof Invalid) && !(error instanceof Conflict)) throw error
    const { about, body, reportId } = form
    const field = about === '' ? '#name' : about.startsWith('link-') ? `#${about}` : `#name-${about}`
    const dates = { deadline: fieldOf(body, 'deadline'), expiresAt: fieldOf(body, 'expiresAt') }
    const typed = { about, ...named(body), ...dates }
    const problems = [{ text: error.message, href: field }]
    const status = error instanceof Conflict ? 409 : 422
    await renderAuthors(services, res.status(status), reportId, { typed, problems })
  }
}
