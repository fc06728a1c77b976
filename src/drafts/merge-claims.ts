import type { Actor } from '../accounts/account.ts'
import type { Database } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { newId } from '../db/new-id.ts'
import { Conflict, Invalid } from '../errors.ts'
import { appendEvent } from '../history/append-event.ts'
import { claimOn } from '../reading/corrections/claim-on.ts'
import type { Layer } from '../reading/corrections/layer.ts'
import type { Span } from '../text/span.ts'
import { assertNoFixWaits, assertNothingOpen } from './assert-nothing-waits.ts'
import type { ClaimHome } from './claim-homes.ts'
import {
  draftOfClaim,
  editAtWork,
  editedBefore,
  editedNow,
  homeAsSeen,
  type EditAtWork,
} from './edit-at-work.ts'
import { inheritRisk } from './inherit-risk.ts'
import { keepEdit, type Edited } from './keep-edit.ts'
import { movePlacement } from './move-placement.ts'
import { takeAway } from './take-away-claim.ts'

export interface ClaimMerge {
  readonly claimId: string
  /** The next claim of the text, as the person saw it. */
  readonly next: { readonly claimId: string; readonly seenVersion: number }
  readonly reason?: string | undefined
  readonly mergedBy: Actor
  readonly seenVersion: number
  readonly at: Date
}

/**
 * Makes one claim of a claim and the next one. The lower number stays; the other is set aside as *joined*, and keeps its number
 * and what was ruled on it. The higher risk of the two stands.
 * @throws NotFound no such claim · NotAllowed for this role · Conflict one of them changed since, is set aside, or something waits on it · Invalid they do not follow one another
 */
export function mergeClaims(db: Database, input: ClaimMerge): Promise<Edited> {
  return inTransaction(db, async (tx) => {
    const { claimId, next, mergedBy: actor, at, reason } = input
    const work = await editAtWork(tx, { draftId: await draftOfClaim(tx, claimId), actor, at })
    const pair = [
      homeAsSeen(work, claimId, input.seenVersion),
      homeAsSeen(work, next.claimId, next.seenVersion),
    ] as const
    assertNeighbours(work, pair)
    const [kept, joined] = pair[0].number < pair[1].number ? pair : [pair[1], pair[0]]
    await assertNoFixWaits(tx, pair)
    await assertNothingOpen(tx, joined)
    const before = [await editedBefore(tx, kept), await editedBefore(tx, joined)] as const
    const id = newId()
    await takeAway(tx, joined, 'joined', id)
    if (before[1].risk === 'high' && before[0].risk !== 'high')
      await inheritRisk(tx, kept.claimId, { risk: 'high' })
    const read = readJoined(work, { start: pair[0].start, end: pair[1].end }, pair)
    await movePlacement(tx, kept, read, work.ground)
    const claims = await editedNow(tx, before)
    const edit = await keepEdit(work, kept.claimId, { kind: 'merged', claims }, { id, reason })
    const version = claims[0]?.version ?? 0
    await appendEvent(tx, work.head, {
      kind: 'claim.merged',
      actor: actor.id,
      at,
      payload: {
        claimId: kept.claimId,
        number: kept.number,
        version,
        draft: work.draft.number,
        editId: id,
        reasonHash: edit.reasonHash,
        quote: read.quote,
        joined: { claimId: joined.claimId, number: joined.number, version: claims[1]?.version ?? 0 },
      },
    })
    const { number } = kept
    return { id, reportId: work.draft.reportId, claimId: kept.claimId, number, version, made: null }
  })
}

function readJoined({ standing: { layer }, pageOf }: EditAtWork, span: Span, pair: readonly ClaimHome[]) {
  const own = new Set(pair.flatMap(({ markers }) => markers))
  const markers = layer.markers.filter(({ index }) => own.has(index))
  return { ...claimOn(layer, span, markers), ...pageOf(span.start) }
}

/** @throws Conflict another claim stands between them · Invalid they do not follow one another, or a heading or other words stand between */
function assertNeighbours(
  { homes, standing: { layer } }: EditAtWork,
  [first, second]: readonly [ClaimHome, ClaimHome],
): void {
  if (first.end > second.start) throw new Invalid('A claim is joined with the next one of the text.')
  const between = homes.find(
    ({ lost, start, end }) => !lost && start >= first.end && end <= second.start && start < end,
  )
  if (between !== undefined)
    throw new Conflict(
      `Claim ${between.number} stands between claims ${first.number} and ${second.number}: look again. Nothing was changed.`,
    )
  if (hasWordsBetween(layer, { start: first.end, end: second.start }))
    throw new Invalid(
      `Other words or a heading stand between claims ${first.number} and ${second.number}: they cannot be one.`,
    )
}

/** Whether anything but spaces, signs and markers stands in a stretch. */
export function hasWordsBetween({ text, markers }: Layer, { start, end }: Span): boolean {
  let from = start
  for (const marker of markers) {
    if (marker.end <= from || marker.start >= end) continue
    if (/[\p{L}\p{N}]/u.test(text.slice(from, marker.start))) return true
    from = marker.end
  }
  return /[\p{L}\p{N}]/u.test(text.slice(from, Math.max(from, end)))
}
