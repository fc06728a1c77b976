import type { RequestHandler, Response } from 'express'
import { may } from '../accounts/policy.ts'
import type { Database } from '../db/database.ts'
import { showReport } from '../drafts/report-view.ts'
import { Conflict, Invalid, NotFound } from '../errors.ts'
import { correctPublication } from '../publication/correct-publication.ts'
import { listPublications } from '../publication/list-publications.ts'
import { setEvidencePage } from '../publication/set-evidence-page.ts'
import { startWentOutFetch, wentOutWork } from '../publication/went-out/start-went-out-fetch.ts'
import { addWentOut } from '../publication/went-out/add-went-out.ts'
import { withdrawPublication } from '../publication/withdraw-publication.ts'
import { waitForJob } from '../jobs/wait-for-job.ts'
import { sourceTypes } from '../reading/formats.ts'
import type { Services } from '../services.ts'
import { readCorrection } from './forms/after-publication-forms.ts'
import { claimNumbersIn } from './forms/claim-numbers.ts'
import { fieldOf, oneOf, type Problem } from './forms/problems.ts'
import { currentAccount } from './middleware/current-account.ts'
import { formatChoices } from './pages/format-choices.ts'
import { publicationLines, type PublicationRights } from './pages/publications-page.ts'
import { typedInto } from './panel-form.ts'
import { targetOf } from './target-of.ts'

type OnReport = RequestHandler<{ reportId: string }>
type OnPublication = RequestHandler<{ publicationId: string }>
type Typed = Readonly<Record<string, string>>

/** GET /reports/:reportId/publications: what went out, and what came after. */
export const showPublications = (services: Services): OnReport => {
  return (req, res) => render(services, res, req.params.reportId, { status: 200, typed: {}, problems: [] })
}

interface Answer {
  readonly status: number
  readonly typed: Typed
  readonly problems: readonly Problem[]
}

async function render(
  { db, config }: Services,
  res: Response,
  reportId: string,
  { status, typed, problems }: Answer,
): Promise<void> {
  const reader = currentAccount(res)
  const lines = publicationLines(await listPublications(db, reader, reportId))
  const publications = []
  for (const line of lines) publications.push({ ...line, work: await wentOutWork(db, line.id) })
  const report = await showReport(db, reader, reportId)
  const target = targetOf(report)
  const rights: PublicationRights = {
    open: may(reader, 'open evidence page', target),
    compare: may(reader, 'compare what went out', target),
    correct: may(reader, 'correct publication', target),
    withdraw: may(reader, 'withdraw publication', target),
    complaints: may(reader, 'see complaints', target),
  }
  const page = {
    publications,
    rights,
    typed,
    formats: formatChoices(),
    mayPublish: may(reader, 'publish', target),
    fetches: config.work.fetch,
  }
  res.status(status).render('publications/index', { report, page, problems })
}

interface Given {
  readonly publicationId: string
  readonly body: unknown
  readonly file: { readonly buffer: Buffer; readonly originalname: string } | undefined
  readonly by: ReturnType<typeof currentAccount>
  readonly at: Date
}

/** A form of the page: `form` begins the id of the part that it stands in. What it does gives where to go on, where not there. */
const form = (
  services: Services,
  name: string,
  act: (given: Given) => Promise<string | undefined>,
): OnPublication => {
  return async (req, res) => {
    const { publicationId } = req.params
    const reportId = await reportOf(services.db, publicationId)
    const part = `#${name}-${publicationId}`
    const given = {
      publicationId,
      body: req.body as unknown,
      file: req.file,
      by: currentAccount(res),
      at: services.clock(),
    }
    try {
      const next = await act(given)
      res.redirect(303, next ?? `/reports/${encodeURIComponent(reportId)}/publications${part}`)
    } catch (error) {
      if (!(error instanceof Invalid || error instanceof Conflict)) throw error
      await render(services, res, reportId, {
        status: error instanceof Invalid ? 422 : 409,
        typed: typedInto(part.slice(1), req.body),
        problems: [{ text: error.message, href: part }],
      })
    }
  }
}

/** @throws NotFound */
async function reportOf(db: Database, id: string): Promise<string> {
  const found = await db.publication.findUnique({ where: { id }, select: { reportId: true } })
  if (found === null) throw new NotFound('There is no such publication.')
  return found.reportId
}

/** POST /publications/:publicationId/evidence-page: opens it to everybody, or closes it. */
export const createEvidencePage = (services: Services): OnPublication =>
  form(services, 'page', async ({ publicationId, body, by, at }) => {
    const open = fieldOf(body, 'open') === 'yes'
    await setEvidencePage(services.db, { publicationId, open, by, at })
    return undefined
  })

/** POST /publications/:publicationId/went-out: the text as it went out, beside what was signed off. */
export const createWentOut = (services: Services): OnPublication =>
  form(services, 'out', async ({ publicationId, body, file, by, at }) => {
    const read = fileIn(body, file)
    const { id } = await addWentOut(services.db, { publicationId, ...read, by, at })
    return `/went-out/${id}`
  })

/** Milliseconds that a browser waits for a page of another server, before the page says that it is under way. */
const DIRECTLY = 5_000

/** POST /publications/:publicationId/went-out-fetches: the page as it went out, by its address. */
export const createWentOutFetch = (services: Services): OnPublication =>
  form(services, 'out', async ({ publicationId, body, by, at }) => {
    const { fetch: allowed, jobs } = services.config.work
    const asked = { publicationId, url: fieldOf(body, 'address'), by, at, allowed }
    const { id } = await startWentOutFetch(services.db, asked)
    if (jobs) await waitForJob(services.db, id, DIRECTLY)
    return undefined
  })

/** @throws Invalid neither a file nor a text */
function fileIn(body: unknown, file: Given['file']) {
  const type = oneOf(sourceTypes, fieldOf(body, 'type'))
  const pasted = fieldOf(body, 'pasted')
  if (file === undefined && pasted.trim() === '')
    throw new Invalid('Choose the page, PDF or file as it went out, or paste its text.')
  return {
    ...(file === undefined
      ? { bytes: Buffer.from(pasted), name: 'pasted.txt', type: type ?? ('text' as const) }
      : { bytes: file.buffer, name: file.originalname, type }),
  }
}

/** POST /publications/:publicationId/corrections */
export const createCorrection = (services: Services): OnPublication =>
  form(services, 'correct', async ({ publicationId, body, by, at }) => {
    await correctPublication(services.db, { ...readCorrection(body), publicationId, by, at })
    return undefined
  })

/** POST /publications/:publicationId/withdrawals */
export const createWithdrawal = (services: Services): OnPublication =>
  form(services, 'withdraw', async ({ publicationId, body, by, at }) => {
    if (fieldOf(body, 'sure') !== 'yes')
      throw new Invalid('Tick that you know it cannot be undone, then withdraw it.')
    const recheck = claimNumbersIn(fieldOf(body, 'recheck'))
    await withdrawPublication(services.db, {
      publicationId,
      reason: fieldOf(body, 'reason'),
      recheck,
      by,
      at,
    })
    return undefined
  })
