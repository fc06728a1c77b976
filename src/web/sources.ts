import type { RequestHandler, Response } from 'express'
import { may, mayEver, mayOnSource } from '../accounts/policy.ts'
import { Conflict, Invalid } from '../errors.ts'
import { leaningShown } from '../review/leaning-shown.ts'
import { setSourceReview } from '../review/reviews/set-source-review.ts'
import { mergeDuplicate } from '../review/falls/merge-duplicate.ts'
import type { Services } from '../services.ts'
import { addSource } from '../sources/add-source.ts'
import type { SourceDeed } from '../sources/change-source.ts'
import { editSource, setOrigin } from '../sources/edit-source.ts'
import { judgeSource } from '../sources/judge-source.ts'
import { listSources } from '../sources/list-sources.ts'
import { withdrawMerge } from '../sources/merge-sources.ts'
import { addProtectedSource, liftProtection, protectSource } from '../sources/protect-source.ts'
import { showSource } from '../sources/show-source.ts'
import { reliabilities, sourceKinds } from '../sources/source.ts'
import { fieldOf, oneOf } from './forms/problems.ts'
import { readersIn } from './forms/source-form.ts'
import { currentAccount } from './middleware/current-account.ts'
import { pageLinks, pageNumber } from './pages/page-links.ts'
import { sourcePage } from './pages/source-page.ts'
import { loadSourceCaptures } from './loading/load-source-captures.ts'
import { loadSourceForms } from './loading/load-source-forms.ts'

export type Named = RequestHandler<{ sourceId: string }>
type Typed = Readonly<Record<string, string>>

const PER_PAGE = 100

/** GET /sources?q=&unjudged=&page= */
export const showSources = (services: Services): RequestHandler => {
  return (req, res) => renderSources(services, res, 200, req.query, { typed: {}, problems: [] })
}

/** What a refused form leaves behind. */
interface RefusedForm {
  readonly typed: Typed
  readonly problems: readonly { readonly text: string; readonly href: string }[]
}

async function renderSources(
  { db }: Services,
  res: Response,
  status: number,
  query: unknown,
  refused: RefusedForm,
): Promise<void> {
  const reader = currentAccount(res)
  const [q, unjudged] = [fieldOf(query, 'q').slice(0, 200), fieldOf(query, 'unjudged') === '1']
  const page = pageNumber(fieldOf(query, 'page'))
  const slice = { limit: PER_PAGE, skip: (page - 1) * PER_PAGE }
  const { items, total } = await listSources(db, reader, { q, unjudged }, slice)
  const hrefOf = (to: number): string =>
    `/sources?${new URLSearchParams({ q, ...(unjudged ? { unjudged: '1' } : {}), page: String(to) }).toString()}`
  res.status(status).render('sources/index', {
    sources: items,
    total,
    filter: { q, unjudged },
    pages: pageLinks({ page, perPage: PER_PAGE, total }, hrefOf),
    mayAdd: may(reader, 'add source'),
    ...refused,
  })
}

/** POST /sources: adds a source, protected at once where its public descriptor is given. */
export function createSource(services: Services): RequestHandler {
  return async (req, res) => {
    const typed = typedIn(req.body)
    const kind = oneOf(sourceKinds, typed['kind'] ?? '') ?? 'document'
    const by = { by: currentAccount(res), at: services.clock(), onDesk: true, kind }
    try {
      const descriptor = typed['descriptor'] ?? ''
      const { id } =
        descriptor.trim() === ''
          ? await addSource(services.db, { ...by, title: typed['title'] ?? '', url: typed['url'] })
          : await addProtectedSource(services.db, {
              ...by,
              descriptor,
              locator: typed['locator'] ?? '',
              readers: [],
            })
      res.redirect(303, `/sources/${id}`)
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      const problems = [{ text: error.message, href: '#add' }]
      await renderSources(services, res, 422, {}, { typed, problems })
    }
  }
}

/** GET /sources/:sourceId?like= */
export const showOneSource = (services: Services): Named => {
  return (req, res) =>
    renderSource(services, res, 200, req.params.sourceId, fieldOf(req.query, 'like'), {
      typed: {},
      problems: [],
    })
}

async function renderSource(
  { db, config }: Services,
  res: Response,
  status: number,
  id: string,
  like: string,
  { typed, problems }: RefusedForm,
): Promise<void> {
  const reader = currentAccount(res)
  const source = await leaningShown(db, await showSource(db, reader, id), reader)
  const target = { protected: source.protected, named: source.named }
  const standing = source.mergedInto === null
  const rights = {
    judge: standing && mayOnSource(reader, 'judge source', target),
    edit: standing && mayOnSource(reader, 'edit source', target),
    merge: mayOnSource(reader, 'merge sources', target),
    protect: standing && mayOnSource(reader, 'protect source', target),
    fall: standing && mayOnSource(reader, 'let sources fall', target),
    give: standing && mayEver(reader, 'give evidence'),
  }
  const forms = await loadSourceForms(db, reader, source, like, rights)
  const captures = await loadSourceCaptures(db, reader, source, config.work)
  const page = sourcePage(source)
  res.status(status).render('sources/show', { page, rights, forms, captures, typed, problems })
}

/** What a form of a source's page sent. */
interface SentForm {
  readonly id: string
  readonly body: unknown
  readonly res: Response
  readonly typed: Typed
  readonly file: Express.Multer.File | undefined
}

/** A form of a source's page: what it does, and the part of the page that a problem is about. */
export function form(
  services: Services,
  part: string,
  act: (given: SentForm) => Promise<string | undefined>,
): Named {
  return async (req, res) => {
    const { sourceId: id } = req.params
    const typed = typedIn(req.body)
    try {
      const to = await act({ id, body: req.body as unknown, res, typed, file: req.file })
      res.redirect(303, to ?? `/sources/${encodeURIComponent(id)}${part}`)
    } catch (error) {
      if (!(error instanceof Invalid || error instanceof Conflict)) throw error
      const status = error instanceof Invalid ? 422 : 409
      const problems = [{ text: error.message, href: part }]
      await renderSource(services, res, status, id, typed['like'] ?? '', { typed, problems })
    }
  }
}

export const deed = (services: Services, res: Response, sourceId: string): SourceDeed => ({
  sourceId,
  by: currentAccount(res),
  at: services.clock(),
})

export const createReliability = (services: Services): Named =>
  form(services, '#reliability', async ({ id, res, typed }) => {
    const reliability = oneOf(reliabilities, typed['reliability'] ?? '')
    if (reliability === undefined)
      throw new Invalid('Choose a letter: A, completely reliable, to F, cannot be judged.')
    const reason = typed['reason']
    await judgeSource(services.db, { ...deed(services, res, id), reliability, reason })
    return undefined
  })

export const createEdit = (services: Services): Named =>
  form(services, '#edit', async ({ id, res, typed }) => {
    const kind = oneOf(sourceKinds, typed['kind'] ?? '') ?? 'document'
    const doNotFetch = typed['doNotFetch'] === '1'
    const named = { title: typed['title'] ?? '', url: typed['url'] }
    await editSource(services.db, { ...deed(services, res, id), ...named, kind, doNotFetch })
    return undefined
  })

export const createReviewDate = (services: Services): Named =>
  form(services, '#review', async ({ id, res, typed }) => {
    await setSourceReview(services.db, { ...deed(services, res, id), day: typed['day'] ?? '' })
    return undefined
  })

export const createOrigin = (services: Services): Named =>
  form(services, '#origin', async ({ id, res, typed }) => {
    await setOrigin(services.db, { ...deed(services, res, id), origin: typed['origin'] ?? '' })
    return undefined
  })

/** The duplicate is the one of the form; it is merged into the one of the page. */
export const createMerge = (services: Services): Named =>
  form(services, '#merges', async ({ id, res, typed }) => {
    const { by, at } = deed(services, res, id)
    await mergeDuplicate(services.db, { sourceId: typed['duplicateId'] ?? '', intoId: id, by, at })
    return undefined
  })

/** Of a source that was merged into another: it stands for itself again. */
export const createMergeWithdrawal = (services: Services): Named =>
  form(services, '#merges', async ({ id, res }) => {
    await withdrawMerge(services.db, deed(services, res, id))
    return undefined
  })

export const createProtection = (services: Services): Named =>
  form(services, '#protection', async ({ id, res, body, typed }) => {
    const asked = { descriptor: typed['descriptor'] ?? '', locator: typed['locator'] ?? '' }
    await protectSource(services.db, { ...deed(services, res, id), ...asked, readers: readersIn(body) })
    return undefined
  })

export const createProtectionLift = (services: Services): Named =>
  form(services, '#protection', async ({ id, res }) => {
    await liftProtection(services.db, deed(services, res, id))
    return undefined
  })

const typedIn = (body: unknown): Typed =>
  Object.fromEntries(
    Object.entries((body ?? {}) as Record<string, unknown>).filter(
      (field): field is [string, string] => typeof field[1] === 'string',
    ),
  )
