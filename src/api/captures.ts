import type { RequestHandler } from 'express'
import { Invalid } from '../errors.ts'
import { listLinkChecks, workOnLink } from '../review/links/list-link-checks.ts'
import { startLinkCheck } from '../review/links/start-link-check.ts'
import type { Services } from '../services.ts'
import { listCaptures } from '../sources/captures/list-captures.ts'
import { loadCapture, loadCaptureFile, loadCaptureText } from '../sources/captures/load-capture.ts'
import { startFetch } from '../sources/captures/start-fetch.ts'
import { uploadCapture } from '../sources/captures/upload-capture.ts'
import { currentAccount } from '../web/middleware/current-account.ts'
import { sendCapture } from '../web/middleware/send-capture.ts'
import { newCapture } from './capture-schemas.ts'
import { parse } from './parse.ts'
import { idParams } from './schemas.ts'

/** GET /sources/:id/captures: newest first. */
export const indexCaptures = ({ db }: Services): RequestHandler => {
  return async (req, res) => {
    const items = await listCaptures(db, currentAccount(res), parse(idParams, req.params).id)
    res.json({ items, next: null })
  }
}

/** POST /sources/:id/captures: an uploaded file. */
export const createCapture = ({ db, clock }: Services): RequestHandler => {
  return async (req, res) => {
    const { id } = parse(idParams, req.params)
    const { seenAt, ...given } = parse(newCapture, req.body)
    if (req.file === undefined) throw new Invalid('Send the file in the field “file”.')
    const file = { bytes: req.file.buffer, name: req.file.originalname }
    const deed = { sourceId: id, by: currentAccount(res), at: clock() }
    const seen = seenAt === undefined ? {} : { seenAt: new Date(seenAt) }
    const kept = await uploadCapture(db, { ...deed, ...file, ...given, ...seen })
    res
      .status(201)
      .location(`/api/v1/captures/${kept.id}`)
      .json(await loadCapture(db, deed.by, kept.id))
  }
}

/** POST /sources/:id/fetches: 202 with the job; what came of it stands among the captures. */
export const createFetch = ({ db, clock, config }: Services): RequestHandler => {
  return async (req, res) => {
    const { id } = parse(idParams, req.params)
    const asked = { sourceId: id, by: currentAccount(res), at: clock(), allowed: config.work.fetch }
    res.status(202).json(await startFetch(db, asked))
  }
}

/** GET /captures/:id */
export const readCapture = ({ db }: Services): RequestHandler => {
  return async (req, res) => {
    const [id, reader] = [parse(idParams, req.params).id, currentAccount(res)]
    const capture = await loadCapture(db, reader, id)
    res.json({ ...capture, text: await loadCaptureText(db, reader, id) })
  }
}

/** GET /captures/:id/file and /warc: the bytes as they are. */
export const readCaptureFile = (which: 'file' | 'warc') => {
  return ({ db }: Services): RequestHandler =>
    async (req, res) => {
      const { id } = parse(idParams, req.params)
      sendCapture(res, await loadCaptureFile(db, currentAccount(res), id, which))
    }
}

/** GET /sources/:id/link-checks: newest first, with what is under way. */
export const indexLinkChecks = ({ db }: Services): RequestHandler => {
  return async (req, res) => {
    const { id } = parse(idParams, req.params)
    const items = await listLinkChecks(db, currentAccount(res), id)
    res.json({ items, next: null, work: await workOnLink(db, id) })
  }
}

/** POST /sources/:id/link-checks: 202 with the job. */
export const createLinkCheck = ({ db, clock, config }: Services): RequestHandler => {
  return async (req, res) => {
    const { id } = parse(idParams, req.params)
    const asked = { sourceId: id, by: currentAccount(res), at: clock(), allowed: config.work.fetch }
    res.status(202).json(await startLinkCheck(db, asked))
  }
}
