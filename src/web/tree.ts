import type { RequestHandler } from 'express'
import { assertMayOnDesk } from '../accounts/assert-may-now.ts'
import { showReport } from '../drafts/report-view.ts'
import { NotFound } from '../errors.ts'
import { countEvents } from '../history/tree/load-hashes.ts'
import { proveInclusion } from '../history/tree/prove.ts'
import { currentHead, listHeads, newestHead } from '../history/tree/sign-head.ts'
import { headJson, headNote, type SignedHead } from '../history/tree/signed-head.ts'
import type { Services } from '../services.ts'
import { currentAccount } from './middleware/current-account.ts'
import { timeWords } from './pages/time-words.ts'

/** How many heads the page lists. */
const LISTED = 20

/** GET /tree: the newest signed head, to be kept elsewhere, and those before it. */
export function showTree({ db }: Services): RequestHandler {
  return async (_req, res) => {
    const [events, heads] = await Promise.all([countEvents(db), listHeads(db, LISTED)])
    const [newest] = heads
    res.render('tree/index', {
      events,
      head: newest === undefined ? null : { ...headJson(newest), at: timeWords(newest.at) },
      earlier: heads.slice(1).map(({ size, root, at }) => ({ size, root, at: timeWords(at) })),
    })
  }
}

/** POST /tree/heads: signs a head over all events that there are. */
export function createHead({ db, clock }: Services): RequestHandler {
  return async (_req, res) => {
    await assertMayOnDesk(db, currentAccount(res), 'see the tree')
    await currentHead(db, clock())
    res.redirect(303, '/tree')
  }
}

/** GET /tree/head.json: the newest head, for programs. */
export function sendHead({ db }: Services): RequestHandler {
  return async (_req, res) => {
    const head = await someHead(newestHead(db))
    res.attachment('stet-head.json').json(headJson(head))
  }
}

/** GET /tree/head.txt: the newest head as a signed note, to be stamped elsewhere. */
export function sendNote({ db }: Services): RequestHandler {
  return async (_req, res) => {
    res
      .attachment('stet-head.txt')
      .type('text')
      .send(headNote(await someHead(newestHead(db))))
  }
}

async function someHead(head: Promise<SignedHead | null>): Promise<SignedHead> {
  const found = await head
  if (found === null) throw new NotFound('No head was signed yet.')
  return found
}

/** GET /reports/:reportId/history/:seq/proof.json: that an event is in the tree, for whoever may read the report. */
export function sendProof({ db }: Services): RequestHandler<{ reportId: string; seq: string }> {
  return async (req, res) => {
    const report = await showReport(db, currentAccount(res), req.params.reportId)
    if (!/^[1-9]\d{0,8}$/.test(req.params.seq)) throw new NotFound('There is no such event.')
    const proof = await proveInclusion(db, report.id, Number(req.params.seq))
    res.attachment(`stet-event-${proof.seq}.json`).json(proof)
  }
}
