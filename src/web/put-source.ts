import type { RequestHandler, Response } from 'express'
import { assertMay } from '../accounts/policy.ts'
import { listPuttable } from '../claims/list-puttable.ts'
import { showReport } from '../drafts/report-view.ts'
import { Invalid } from '../errors.ts'
import { judgements, LONGEST_EXCERPT } from '../review/evidence.ts'
import { judgeClaims } from '../review/judge-claims.ts'
import type { Services } from '../services.ts'
import { showSource } from '../sources/show-source.ts'
import { fieldOf, oneOf } from './forms/problems.ts'
import { currentAccount } from './middleware/current-account.ts'
import { targetOf } from './target-of.ts'

interface Put {
  sourceId: string
  reportId: string
}

interface PutTyped {
  readonly judged: ReadonlyMap<string, string>
  readonly locator: string
  readonly excerpt: string
}

/** GET /sources/:sourceId/reports/:reportId: the claims of a report, those that cite the source first. */
export const showPut = (services: Services): RequestHandler<Put> => {
  return (req, res) =>
    renderPut(services, res, req.params, 200, { judged: new Map(), locator: '', excerpt: '' }, [])
}

async function renderPut(
  { db }: Services,
  res: Response,
  { sourceId, reportId }: Put,
  status: number,
  typed: PutTyped,
  problems: readonly { readonly text: string; readonly href: string }[],
): Promise<void> {
  const reader = currentAccount(res)
  const report = await showReport(db, reader, reportId)
  assertMay(reader, 'give evidence', targetOf(report))
  const source = await showSource(db, reader, sourceId)
  const claims = await listPuttable(db, report.draft.id, sourceId, reader.id)
  res.status(status).render('sources/put', { source, report, claims, typed, problems })
}

/** POST /sources/:sourceId/reports/:reportId: what the source says of each claim that was judged, all at once. */
export function createPut(services: Services): RequestHandler<Put> {
  return async (req, res) => {
    const { sourceId, reportId } = req.params
    const [locator, excerpt] = [fieldOf(req.body, 'locator'), fieldOf(req.body, 'excerpt')]
    const judged = judgedIn(req.body)
    try {
      await judgeClaims(services.db, {
        reportId,
        sourceId,
        locator,
        excerpt,
        claims: [...judged].flatMap(([claimId, given]) => {
          const judgement = oneOf(judgements, given)
          return judgement === undefined ? [] : [{ claimId, judgement }]
        }),
        judgedBy: currentAccount(res),
        at: services.clock(),
      })
      res.redirect(303, `/sources/${encodeURIComponent(sourceId)}#leaning`)
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      const typed = { judged, locator, excerpt: excerpt.length > LONGEST_EXCERPT ? '' : excerpt }
      await renderPut(services, res, req.params, 422, typed, [{ text: error.message, href: '#put' }])
    }
  }
}

/** The fields `claim-ID` of the form, those left open aside. */
function judgedIn(body: unknown): Map<string, string> {
  const fields = Object.entries((body ?? {}) as Record<string, unknown>)
  return new Map(
    fields.flatMap(([name, value]) =>
      name.startsWith('claim-') && typeof value === 'string' && value !== '' ? [[name.slice(6), value]] : [],
    ),
  )
}
