import type { RequestHandler } from 'express'
import { WEEK } from '../review/digest/digest.ts'
import { loadDigest } from '../review/digest/load-digest.ts'
import type { Services } from '../services.ts'
import { fieldOf } from './forms/problems.ts'
import { currentAccount } from './middleware/current-account.ts'
import { digestPage } from './pages/digest-page.ts'

/** GET /digest?until=: what stopped standing in the week before that day, six in the morning UTC; without it, before now. */
export function showDigest({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const now = clock()
    const until = sixOn(fieldOf(req.query, 'until')) ?? now
    const from = new Date(until.getTime() - WEEK)
    const digest = await loadDigest(db, currentAccount(res), { from, until })
    res.render('digest/index', { page: digestPage(digest, now) })
  }
}

function sixOn(day: string): Date | null {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T06:00:00.000Z`) : null
  return at === null || Number.isNaN(at.getTime()) ? null : at
}
