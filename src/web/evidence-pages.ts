import { createHash } from 'node:crypto'
import type { Application, RequestHandler } from 'express'
import { NotFound } from '../errors.ts'
import {
  findEvidencePage,
  type OpenPage,
  type WithdrawnPage,
} from '../publication/evidence-page/find-page.ts'
import { loadPublicEvidence } from '../publication/evidence-page/load-public-evidence.ts'
import type { Services } from '../services.ts'
import { publicEvidencePage } from './pages/public-evidence-page.ts'
import { timeWords } from './pages/time-words.ts'

/** Pages kept at once: what a page shows is worked out once, until something changes it. */
const MOST = 12

interface KeptPage {
  readonly state: string
  readonly html: Promise<string>
}

/**
 * GET /evidence/:slug: the published text with its evidence, for everybody, as long as its page is open. It stands before sessions:
 * it sets no cookie and asks nobody who they are. What never was, was switched off or is closed is told in the same words.
 */
export function showEvidencePage({ db }: Services): RequestHandler<{ slug: string }> {
  const kept = new Map<string, KeptPage>()
  return async (req, res) => {
    res.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' })
    const page = await findEvidencePage(db, req.params.slug)
    if (page === null) throw new NotFound('There is no such page.')
    const html = await (page.kind === 'withdrawn' ? withdrawnHtml(req.app, page) : openHtml(req.app, page))
    res.set({
      'Cache-Control': 'public, no-cache',
      ETag: `W/"${createHash('sha256').update(html).digest('hex').slice(0, 32)}"`,
    })
    res.type('html').send(html)
  }

  function openHtml(app: Application, page: OpenPage): Promise<string> {
    const known = kept.get(page.id)
    kept.delete(page.id)
    const now = known?.state === page.state ? known : { state: page.state, html: work(app, page) }
    kept.set(page.id, now)
    const [oldest] = kept.keys()
    if (oldest !== undefined && kept.size > MOST) kept.delete(oldest)
    return now.html
  }

  /** What failed is not kept. */
  async function work(app: Application, page: OpenPage): Promise<string> {
    try {
      const evidence = await loadPublicEvidence(db, page)
      return await rendered(app, 'publications/evidence', { page: publicEvidencePage(evidence) })
    } catch (error) {
      kept.delete(page.id)
      throw error
    }
  }
}

const withdrawnHtml = (
  app: Application,
  { publishedAt, withdrawnAt, ...page }: WithdrawnPage,
): Promise<string> =>
  rendered(app, 'publications/withdrawn', {
    page: { ...page, publishedAt: timeWords(publishedAt), withdrawnAt: timeWords(withdrawnAt) },
  })

const rendered = (app: Application, view: string, model: object): Promise<string> =>
  new Promise((resolve, reject) => {
    app.render(view, model, (error: Error | null, html?: string) => {
      if (error === null && html !== undefined) resolve(html)
      else reject(error ?? new Error(`The page ${view} printed nothing`))
    })
  })
