import type { RequestHandler } from 'express'
import { showDraft } from '../drafts/draft-view.ts'
import { importDraft } from '../drafts/import-draft.ts'
import { listDrafts } from '../drafts/list-drafts.ts'
import { showReport } from '../drafts/report-view.ts'
import { Invalid } from '../errors.ts'
import type { Services } from '../services.ts'
import { currentAccount } from '../web/middleware/current-account.ts'
import { parse } from './parse.ts'
import { idParams, newDraftForm } from './schemas.ts'

/** GET /drafts/:id: the text that every offset of the API counts in. */
export function showDraftText({ db }: Services): RequestHandler {
  return async (req, res) => {
    res.json(await showDraft(db, currentAccount(res), parse(idParams, req.params).id))
  }
}

/** GET /reports/:id/drafts */
export function indexDrafts({ db }: Services): RequestHandler {
  return async (req, res) => {
    const { id } = await showReport(db, currentAccount(res), parse(idParams, req.params).id)
    res.json({ items: await listDrafts(db, id), next: null })
  }
}

/** POST /reports/:id/drafts: multipart with `file`. */
export function createDraft({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    if (req.file === undefined) throw new Invalid('Send the file as the field “file” of a multipart form.')
    const { type, anyway } = parse(newDraftForm, req.body ?? {})
    const imported = await importDraft(db, {
      reportId: parse(idParams, req.params).id,
      bytes: req.file.buffer,
      name: req.file.originalname,
      type,
      anyway: anyway === 'true',
      importedBy: currentAccount(res),
      at: clock(),
    })
    res.status(201).location(`/api/v1/drafts/${imported.draftId}`).json(imported)
  }
}
