import type { RequestHandler } from 'express'
import { showDraft } from '../drafts/draft-view.ts'
import type { Services } from '../services.ts'
import { currentAccount } from '../web/middleware/current-account.ts'
import { parse } from './parse.ts'
import { idParams } from './schemas.ts'

/** GET /drafts/:id: the text that every offset of the API counts in. */
export function showDraftText({ db }: Services): RequestHandler {
  return async (req, res) => {
    res.json(await showDraft(db, currentAccount(res), parse(idParams, req.params).id))
  }
}
