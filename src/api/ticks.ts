import type { RequestHandler } from 'express'
import { listTicks, type TickRow } from '../drafts/list-ticks.ts'
import { Invalid, NotFound } from '../errors.ts'
import { tickSpan } from '../review/tick-span.ts'
import { withdrawTick } from '../review/withdraw-tick.ts'
import type { Services } from '../services.ts'
import { currentAccount } from '../web/middleware/current-account.ts'
import { parse } from './parse.ts'
import { idParams } from './schemas.ts'
import { newTick, ticksQuery } from './words-schemas.ts'

/** GET /reports/:id/ticks: claims, headings and captions with what can be ticked in them, in the order of the text. */
export function indexTicks({ db }: Services): RequestHandler {
  return async (req, res) => {
    const { limit, cursor, show } = parse(ticksQuery, req.query)
    const from = offsetOf(cursor)
    const ticks = await listTicks(db, currentAccount(res), parse(idParams, req.params).id)
    const open = ({ spans }: TickRow): boolean => spans.some((span) => span.ticks.length === 0)
    const rows = show === 'all' ? ticks.rows : ticks.rows.filter(open)
    const next = from + limit < rows.length ? String(from + limit) : null
    res.json({
      draftId: ticks.draftId,
      counts: ticks.counts,
      items: rows.slice(from, from + limit).map(({ claim, ...row }) => ({
        ...row,
        claim: claim === null ? null : { id: claim.id, number: claim.number },
      })),
      next,
    })
  }
}

function offsetOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor)
  throw new Invalid('cursor: use the “next” of the page before.')
}

/** POST /claims/:id/ticks: a span of this claim in the present draft. */
export function createTick({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const given = parse(newTick, req.body)
    const placed = await db.placement.findFirst({
      where: { claimId: parse(idParams, req.params).id, draft: { currentOf: { isNot: null } } },
      select: { draftId: true, start: true, end: true },
    })
    if (placed === null) throw new NotFound('There is no such claim.')
    if (given.start < (placed.start ?? Infinity) || given.end > (placed.end ?? 0))
      throw new Invalid('These words stand outside this claim. Nothing was ticked.')
    const by = { tickedBy: currentAccount(res), at: clock() }
    res.status(201).json(await tickSpan(db, { ...given, draftId: placed.draftId, ...by }))
  }
}

/** POST /drafts/:id/ticks: a span of a heading, a caption or a claim. */
export function createTickInDraft({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const given = parse(newTick, req.body)
    const by = { tickedBy: currentAccount(res), at: clock() }
    res.status(201).json(await tickSpan(db, { ...given, draftId: parse(idParams, req.params).id, ...by }))
  }
}

/** POST /ticks/:id/withdrawals */
export function createTickWithdrawal({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const by = { withdrawnBy: currentAccount(res), at: clock() }
    res.status(201).json(await withdrawTick(db, { tickId: parse(idParams, req.params).id, ...by }))
  }
}
