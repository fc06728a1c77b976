import type { Actor } from '../accounts/account.ts'
import { assertMayOnReport } from '../claims/load-claim.ts'
import { TICK_KINDS, type TickKind } from '../claims/ticks/tick-span.ts'
import type { Database, Transaction } from '../db/database.ts'
import { insertRows } from '../db/insert-rows.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { newId } from '../db/new-id.ts'
import { Conflict, Invalid, NotFound } from '../errors.ts'
import { appendEvent, takeChain } from '../history/append-event.ts'
import type { Block } from '../reading/document.ts'
import type { Span } from '../text/span.ts'
import { tickedAgainst, type TickedAgainst } from './ticked-against.ts'

/**
 * A span of a draft that somebody checked. `quote`: exactly the words they saw there. Against a citation or a source; without one
 * against what the claim's nearest marker cites.
 */
export interface NewTick extends Span {
  readonly draftId: string
  readonly quote: string
  readonly kind: TickKind
  readonly citationId?: string | undefined
  readonly sourceId?: string | undefined
  readonly tickedBy: Actor
  readonly at: Date
}

/** `claimId`, `number`: null in a heading or caption. */
export interface MadeTick extends TickedAgainst {
  readonly id: string
  readonly reportId: string
  readonly claimId: string | null
  readonly number: number | null
}

/** The longest that can be ticked in one, in UTF-16 code units. */
const LONGEST = 2_000

/**
 * Ticks a span of a claim, heading or caption. Never updated; a claim's version stays, because its words and its verdict do.
 * @throws NotFound no such draft, citation or source · NotAllowed for this role · Conflict the words are not there, the draft is no
 * longer at work, or this person has ticked them already · Invalid outside claims, headings and captions, or nothing to tick against
 */
export async function tickSpan(db: Database, input: NewTick): Promise<MadeTick> {
  if (!TICK_KINDS.includes(input.kind))
    throw new Invalid(`Say what is ticked: one of ${TICK_KINDS.join(', ')}.`)
  if (input.quote.length > LONGEST) throw new Invalid(`Tick ${LONGEST} characters at most in one.`)
  return inTransaction(db, async (tx) => {
    const draft = await draftForTick(tx, input)
    const claim = await claimAround(tx, input)
    if (claim === null) assertDisplayed(draft.blocks, input)
    const against = await tickedAgainst(tx, draft.reportId, claim?.placementId ?? null, input)
    await assertNotYet(tx, input, against)
    const head = await takeChain(tx, draft.reportId)
    const { start, end, kind, quote, draftId } = input
    const id = newId()
    await insertRows(tx, 'Tick', [
      {
        ...{ id, draftId, claimId: claim?.claimId ?? null, start, end, kind, quote },
        ...{ ...against, tickedById: input.tickedBy.id, at: input.at },
      },
    ])
    await appendEvent(tx, head, {
      kind: 'tick.made',
      actor: input.tickedBy.id,
      at: input.at,
      payload: {
        ...(claim === null ? {} : { claimId: claim.claimId, number: claim.number, version: claim.version }),
        ...{ draft: draft.number, tickId: id, kind, quote, start, end, ...against },
      },
    })
    const { claimId = null, number = null } = claim ?? {}
    return { id, reportId: draft.reportId, claimId, number, ...against }
  })
}

interface DraftForTick {
  readonly number: number
  readonly reportId: string
  readonly blocks: readonly Block[]
}

async function draftForTick(tx: Transaction, input: NewTick): Promise<DraftForTick> {
  const draft = await tx.draft.findUnique({
    where: { id: input.draftId },
    select: {
      number: true,
      blocks: true,
      text: { select: { body: true } },
      corrected: { select: { blocks: true } },
      report: { select: { id: true, closed: true, sample: true, currentDraftId: true } },
    },
  })
  if (draft === null) throw new NotFound('There is no such draft.')
  await assertMayOnReport(tx, input.tickedBy, 'tick', draft.report)
  if (draft.report.currentDraftId !== input.draftId)
    throw new Conflict(`Draft ${draft.number} is no longer the one at work: tick in the present one.`)
  if (input.quote === '' || draft.text.body?.slice(input.start, input.end) !== input.quote)
    throw new Conflict(`The words “${input.quote}” do not stand there. Nothing was ticked.`)
  const blocks = JSON.parse(draft.corrected?.blocks ?? draft.blocks) as Block[]
  return { number: draft.number, reportId: draft.report.id, blocks }
}

interface ClaimAround {
  readonly claimId: string
  readonly number: number
  readonly version: number
  readonly placementId: string
}

async function claimAround(tx: Transaction, { draftId, start, end }: NewTick): Promise<ClaimAround | null> {
  const found = await tx.placement.findFirst({
    where: { draftId, start: { lte: start }, end: { gte: end }, claim: { setAside: null } },
    select: { id: true, claim: { select: { id: true, number: true, version: true } } },
  })
  if (found === null) return null
  const { id, number, version } = found.claim
  return { claimId: id, number, version, placementId: found.id }
}

function assertDisplayed(blocks: readonly Block[], { start, end }: Span): void {
  const around = blocks.find((block) => block.start <= start && end <= block.end)
  if (around?.kind !== 'heading' && around?.kind !== 'caption')
    throw new Invalid('Tick words of one claim, heading or caption: these stand in none.')
}

async function assertNotYet(
  tx: Transaction,
  { draftId, start, end, kind, tickedBy }: NewTick,
  { sourceId, citationId }: TickedAgainst,
): Promise<void> {
  const against = sourceId === null ? { citationId } : { sourceId }
  const where = { draftId, start, end, kind, tickedById: tickedBy.id, withdraws: null, withdrawal: null }
  if ((await tx.tick.findFirst({ where: { ...where, ...against }, select: { id: true } })) !== null)
    throw new Conflict('You have ticked these words against this source already.')
}
