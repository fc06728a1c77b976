import type { RequestHandler } from 'express'
import { chooseNoticeWay } from '../review/choose-notice-way.ts'
import { listNotices } from '../review/list-notices.ts'
import { noticeWays } from '../review/notice.ts'
import { seeNotices } from '../review/see-notices.ts'
import { Invalid } from '../errors.ts'
import type { Services } from '../services.ts'
import { fieldOf, oneOf } from './forms/problems.ts'
import { localPath } from './local-path.ts'
import { currentAccount } from './middleware/current-account.ts'
import { noticeLines } from './pages/notices-page.ts'

const PER_PAGE = 100

/** GET /notices?after=ID: one's own, newest first. */
export function showNotices({ db }: Services): RequestHandler {
  return async (req, res) => {
    const after = fieldOf(req.query, 'after')
    const page = await listNotices(db, currentAccount(res), {
      limit: PER_PAGE,
      ...(after === '' ? {} : { after }),
    })
    res.render('notices/index', { notices: noticeLines(page.items), next: page.next })
  }
}

/** POST /notices/seen: all of them. */
export function createAllSeen({ db, clock }: Services): RequestHandler {
  return async (_req, res) => {
    await seeNotices(db, { account: currentAccount(res), notices: 'all', at: clock() })
    res.redirect(303, '/notices')
  }
}

/** POST /notices/:noticeId/seen: one of them, then where it leads (`to`). */
export function createSeen({ db, clock }: Services): RequestHandler<{ noticeId: string }> {
  return async (req, res) => {
    await seeNotices(db, { account: currentAccount(res), notices: { id: req.params.noticeId }, at: clock() })
    const to = fieldOf(req.body, 'to')
    res.redirect(303, to === '' ? '/notices' : localPath(to))
  }
}

/** POST /account/notices: how they leave the page. */
export function createNoticeWay({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const way = oneOf(noticeWays, fieldOf(req.body, 'noticesBy'))
    if (way === undefined)
      throw new Invalid('Choose how notices reach you: on the page, at once, or as a digest.')
    await chooseNoticeWay(db, { account: currentAccount(res), way, at: clock() })
    res.redirect(303, '/account#notices')
  }
}
