import type { RequestHandler } from 'express'
import { chooseNoticeWay } from '../review/choose-notice-way.ts'
import { listNotices } from '../review/list-notices.ts'
import { loadQueue } from '../review/load-queue.ts'
import { seeNotices } from '../review/see-notices.ts'
import type { Services } from '../services.ts'
import { currentAccount } from '../web/middleware/current-account.ts'
import { parse } from './parse.ts'
import { idParams } from './schemas.ts'
import { newNoticeWay, noticesQuery } from './together-schemas.ts'

/** GET /queue: what waits for whoever asks, group by group, oldest first. */
export function showQueue({ db, clock }: Services): RequestHandler {
  return async (_req, res) => {
    res.json({ groups: await loadQueue(db, currentAccount(res), clock()) })
  }
}

/** GET /notices: one's own, newest first. */
export function indexNotices({ db }: Services): RequestHandler {
  return async (req, res) => {
    const { limit, cursor, unseen } = parse(noticesQuery, req.query)
    res.json(await listNotices(db, currentAccount(res), { limit, after: cursor, unseen: unseen === 'true' }))
  }
}

/** POST /notices/:id/seen */
export function createSeen({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id } = parse(idParams, req.params)
    const seen = await seeNotices(db, { account: currentAccount(res), notices: { id }, at: clock() })
    res.status(201).json({ seen: seen.length })
  }
}

/** POST /notices/seen: all of them. */
export function createAllSeen({ db, clock }: Services): RequestHandler {
  return async (_req, res) => {
    const seen = await seeNotices(db, { account: currentAccount(res), notices: 'all', at: clock() })
    res.status(201).json({ seen: seen.length })
  }
}

/** POST /notices/way: how one's own notices leave the page. */
export function createNoticeWay({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { noticesBy } = parse(newNoticeWay, req.body)
    await chooseNoticeWay(db, { account: currentAccount(res), way: noticesBy, at: clock() })
    res.status(201).json({ noticesBy })
  }
}
