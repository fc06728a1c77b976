import type { Actor } from '../accounts/account.ts'
import { assertMayOnReport } from '../claims/load-claim.ts'
import { fileShown, type Hidden } from '../claims/hidden.ts'
import { type DraftTicks, tickCache } from '../claims/ticks/draft-ticks.ts'
import type { TickKind, TickSpan } from '../claims/ticks/tick-span.ts'
import type { Database, Transaction } from '../db/database.ts'
import { NotFound } from '../errors.ts'
import type { Block } from '../reading/document.ts'
import { loadHidden } from '../review/load-hidden.ts'
import { readingState } from '../review/reading-state.ts'
import { storedPolicy } from '../review/report-policy.ts'
import type { Span } from '../text/span.ts'
import { standingReading } from './standing-reading.ts'

/** A tick that stands. `sourceId` and `citationId`: what it was checked against. */
export interface StandingTick extends Span {
  readonly id: string
  readonly kind: string
  readonly quote: string
  readonly sourceId: string | null
  readonly citationId: string | null
  readonly by: { readonly id: string; readonly name: string }
  readonly at: Date
}

/** A span that can be ticked, with who has. */
export interface OfferedTick extends Span {
  readonly kind: TickKind
  readonly quote: string
  readonly ticks: readonly StandingTick[]
}

/** A claim, heading or caption with what can be ticked in it. */
export interface TickRow extends Span {
  readonly claim: { readonly id: string; readonly number: number; readonly placementId: string } | null
  /** `heading` or `caption`; null for a claim. */
  readonly display: string | null
  readonly quote: string
  readonly spans: readonly OfferedTick[]
  /** Ticks of words that were not offered. */
  readonly others: readonly StandingTick[]
}

export interface ReportTicks {
  readonly draftId: string
  readonly text: string
  readonly rows: readonly TickRow[]
  readonly counts: { readonly offered: number; readonly ticked: number }
}

/**
 * What can be ticked in a report's present draft and what is, in the order of the text: claims, and the display list of headings and
 * captions. Rows without anything to tick are left out.
 * @throws NotFound no such report, or its text was destroyed · NotAllowed it is closed to this person
 */
export async function listTicks(db: Database, actor: Actor, reportId: string): Promise<ReportTicks> {
  const { draftId, text, hidden } = await presentDraft(db, actor, reportId)
  const { revision } = await readingState(db, draftId)
  const reading = await standingReading(db, draftId)
  const offered = await tickCache.of(draftId, revision, () => Promise.resolve({ text, ...reading }))
  const stretches = [...(await claimStretches(db, draftId)), ...displayed(reading.blocks)]
  const ticks = await standingTicks(db, draftId)
  const rows = withoutCovered(stretches)
    .map((stretch) => tickRow(text, stretch, offered, shownIn(stretch, ticks, hidden)))
    .filter(({ spans, others }) => spans.length + others.length > 0)
  const spans = rows.flatMap((row) => row.spans)
  const ticked = spans.filter((span) => span.ticks.length > 0).length
  return { draftId, text, rows, counts: { offered: spans.length, ticked } }
}

async function presentDraft(db: Database, actor: Actor, reportId: string) {
  const report = await db.report.findUnique({
    where: { id: reportId },
    select: {
      ...{ id: true, closed: true, sample: true, policy: true },
      currentDraft: { select: { id: true, text: { select: { body: true } } } },
    },
  })
  if (report === null) throw new NotFound('There is no such report.')
  await assertMayOnReport(db, actor, 'read report', report)
  const text = report.currentDraft?.text.body ?? null
  if (report.currentDraft === null || text === null)
    throw new NotFound('The text of this draft was destroyed: there is nothing to tick.')
  const hidden = await loadHidden(db, { id: report.id, policy: storedPolicy(report.policy) }, actor.id)
  return { draftId: report.currentDraft.id, text, hidden }
}

type Stretch = Pick<TickRow, 'claim' | 'display' | 'start' | 'end'>

async function claimStretches(db: Database, draftId: string): Promise<Stretch[]> {
  const rows = await db.$queryRaw<(Span & { id: string; number: number; placementId: string })[]>`
    SELECT p."start", p."end", c."id", c."number", p."id" AS "placementId"
    FROM "Placement" p JOIN "Claim" c ON c."id" = p."claimId"
    WHERE p."draftId" = ${draftId} AND p."start" IS NOT NULL AND c."setAside" IS NULL
    ORDER BY p."start"`
  return rows.map(({ start, end, ...claim }) => ({ start, end, claim, display: null }))
}

const displayed = (blocks: readonly Block[]): Stretch[] =>
  blocks
    .filter(({ kind }) => kind === 'heading' || kind === 'caption')
    .map(({ start, end, kind }) => ({ start, end, claim: null, display: kind }))

/** In the order of the text; a heading or caption of which somebody made a claim is the claim. */
function withoutCovered(stretches: readonly Stretch[]): readonly Stretch[] {
  const sorted = stretches.toSorted((a, b) => a.start - b.start || (a.claim === null ? 1 : -1))
  let covered = 0
  return sorted.filter(({ claim, start, end }, index) => {
    if (claim !== null) {
      covered = Math.max(covered, end)
      return true
    }
    return start >= covered && (sorted[index + 1]?.start ?? Infinity) >= end
  })
}

function tickRow(
  text: string,
  stretch: Stretch,
  offered: DraftTicks,
  ticks: readonly StandingTick[],
): TickRow {
  return {
    ...stretch,
    quote: text.slice(stretch.start, stretch.end),
    ...offeredTicks(text, offered.within(stretch), ticks),
  }
}

/** The ticks of a stretch that this reader is shown. */
const shownIn = (
  stretch: Stretch,
  ticks: readonly StandingTick[],
  hidden: Hidden,
): readonly StandingTick[] =>
  stretch.claim === null
    ? within(ticks, stretch)
    : fileShown(within(ticks, stretch), stretch.claim.id, hidden, ({ by }) => by.id)

/** The spans of a stretch with who ticked them, and the ticks of other words in it. */
export function offeredTicks(
  text: string,
  found: readonly TickSpan[],
  ticks: readonly StandingTick[],
): Pick<TickRow, 'spans' | 'others'> {
  const same = (tick: StandingTick, span: TickSpan): boolean =>
    tick.start === span.start && tick.end === span.end && tick.kind === span.kind
  return {
    spans: found.map((span) => ({
      ...{ start: span.start, end: span.end, kind: span.kind, quote: text.slice(span.start, span.end) },
      ticks: ticks.filter((tick) => same(tick, span)),
    })),
    others: ticks.filter((tick) => !found.some((span) => same(tick, span))),
  }
}

/** The ticks of a stretch out of those of a draft, which come in order of their place. */
function within(ticks: readonly StandingTick[], { start, end }: Span): readonly StandingTick[] {
  let [low, high] = [0, ticks.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ticks[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  let after = low
  while ((ticks[after]?.start ?? end) < end) after++
  return ticks.slice(low, after)
}

/** The ticks of a draft, or of a stretch of it, that nobody took back, in order of their place. */
export async function standingTicks(
  db: Database | Transaction,
  draftId: string,
  { start, end }: Span = { start: 0, end: 2 ** 31 - 1 },
): Promise<StandingTick[]> {
  const rows = await db.$queryRaw<(Omit<StandingTick, 'by'> & { byId: string; byName: string })[]>`
    SELECT t."id", t."start", t."end", t."kind", t."quote", t."sourceId", t."citationId", t."at",
           t."tickedById" AS "byId", a."name" AS "byName"
    FROM "Tick" t
    JOIN "Account" a ON a."id" = t."tickedById"
    LEFT JOIN "Tick" w ON w."withdraws" = t."id"
    WHERE t."draftId" = ${draftId} AND t."start" >= ${start} AND t."start" < ${end}
      AND t."withdraws" IS NULL AND w."id" IS NULL
    ORDER BY t."start", t."end", t."at"`
  return rows.map(({ byId, byName, ...tick }) => ({ ...tick, by: { id: byId, name: byName } }))
}
