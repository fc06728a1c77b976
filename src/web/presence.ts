import type { RequestHandler, Response } from 'express'
import type { Actor } from '../accounts/account.ts'
import { assertMayOnReport } from '../claims/load-claim.ts'
import { comeTo, whoIsAt } from '../review/presence.ts'
import { claimAsked } from '../review/report-asked.ts'
import type { Services } from '../services.ts'
import { currentAccount } from './middleware/current-account.ts'

/**
 * Notes that somebody has a claim before them, once its page is on the way: they do not wait for it, and where it fails
 * nobody misses anything.
 */
export function comeAfter(
  res: Response,
  { db, clock, log }: Pick<Services, 'db' | 'clock' | 'log'>,
  claimId: string,
  reader: Actor,
): void {
  res.once('finish', () => {
    comeTo(db, claimId, reader, clock()).catch((error: unknown) =>
      log.warn({ error }, 'A presence was not noted'),
    )
  })
}

/** POST /claims/:claimId/presence: says that whoever asks is still there, and answers with who else is. */
export function createPresence({ db, clock }: Services): RequestHandler<{ claimId: string }> {
  return async (req, res) => {
    const reader = currentAccount(res)
    const claim = await claimAsked(db, req.params.claimId)
    await assertMayOnReport(db, reader, 'read report', claim.report)
    await comeTo(db, claim.id, reader, clock())
    res.render('together/presence', { here: await whoIsAt(db, claim.id, reader, clock()) })
  }
}
