import type { Actor } from '../accounts/account.ts'
import type { Database } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { Conflict, Invalid } from '../errors.ts'
import { appendEvent } from '../history/append-event.ts'
import { claimOn } from '../reading/corrections/claim-on.ts'
import type { LayerMarker } from '../reading/corrections/layer.ts'
import { assertNoFixWaits } from './assert-nothing-waits.ts'
import type { ClaimHome } from './claim-homes.ts'
import {
  draftOfClaim,
  editAtWork,
  editedBefore,
  editedNow,
  homeAsSeen,
  type EditAtWork,
} from './edit-at-work.ts'
import { keepEdit, type Edited } from './keep-edit.ts'
import { movePlacement } from './move-placement.ts'

export interface ClaimRelink {
  /** The claim at hand: the one that leans on the marker now, or the one that will. */
  readonly claimId: string
  /** The marker's index in the draft. */
  readonly marker: number
  /** Id of the claim that leans on it from now on. */
  readonly to: string
  readonly reason?: string | undefined
  readonly relinkedBy: Actor
  readonly seenVersion: number
  readonly at: Date
}

/**
 * Lets a claim lean on a marker, and no longer the claim that did: every marker belongs to one claim. What was ruled on either is
 * stale, because its notes changed.
 * @throws NotFound no such claim · NotAllowed for this role · Conflict the claim at hand changed since, is set aside, or a fix waits · Invalid no such marker, or it is so already
 */
export function relinkClaim(db: Database, input: ClaimRelink): Promise<Edited> {
  return inTransaction(db, async (tx) => {
    const { claimId, relinkedBy: actor, at, reason } = input
    const work = await editAtWork(tx, { draftId: await draftOfClaim(tx, claimId), actor, at })
    const hand = homeAsSeen(work, claimId, input.seenVersion)
    const marker = work.standing.layer.markers.find(({ index }) => index === input.marker)
    if (marker === undefined) throw new Invalid('There is no such marker in the reading as it stands.')
    const from = work.homes.find(({ lost, markers }) => !lost && markers.includes(marker.index)) ?? null
    const to = receiver(work, input.to)
    assertConcerned(hand, from, to, marker)
    const touched = from === null ? [to] : [to, from]
    await assertNoFixWaits(tx, touched)
    const before = []
    for (const home of touched) before.push(await editedBefore(tx, home))
    if (from !== null)
      await lean(
        work,
        from,
        from.markers.filter((index) => index !== marker.index),
      )
    await lean(work, to, [...to.markers, marker.index])
    const claims = await editedNow(tx, before)
    const edit = await keepEdit(
      work,
      to.claimId,
      { kind: 'relinked', marker: marker.index, claims },
      { reason },
    )
    const version = claims[0]?.version ?? 0
    await appendEvent(tx, work.head, {
      kind: 'claim.relinked',
      actor: actor.id,
      at,
      payload: {
        claimId: to.claimId,
        number: to.number,
        version,
        draft: work.draft.number,
        editId: edit.id,
        reasonHash: edit.reasonHash,
        marker: marker.index,
        label: marker.label,
        from:
          from === null
            ? null
            : { claimId: from.claimId, number: from.number, version: claims[1]?.version ?? 0 },
      },
    })
    const { number } = to
    return { id: edit.id, reportId: work.draft.reportId, claimId: to.claimId, number, version, made: null }
  })
}

/** @throws Invalid no claim to settle of this draft */
function receiver({ homes }: EditAtWork, claimId: string): ClaimHome {
  const home = homes.find((one) => one.claimId === claimId && !one.lost && one.setAside === null)
  if (home === undefined) throw new Invalid('Choose a claim of this draft that is to be settled.')
  return home
}

/** @throws Conflict the marker is another claim's by now · Invalid it is so already */
function assertConcerned(
  hand: ClaimHome,
  from: ClaimHome | null,
  to: ClaimHome,
  { label }: LayerMarker,
): void {
  if (from?.claimId === to.claimId) throw new Invalid(`Claim ${to.number} leans on marker ${label} already.`)
  if (hand.claimId !== to.claimId && hand.claimId !== from?.claimId)
    throw new Conflict(
      `Marker ${label} no longer belongs to claim ${hand.number}: look at it again. Nothing was changed.`,
    )
}

/** Lets a claim lean on these markers, by index. */
async function lean(
  { tx, standing: { layer }, ground, pageOf }: EditAtWork,
  home: ClaimHome,
  markers: readonly number[],
) {
  const held = new Set(markers)
  const read = claimOn(
    layer,
    home,
    layer.markers.filter(({ index }) => held.has(index)),
  )
  await movePlacement(tx, home, { ...read, ...pageOf(home.start) }, ground)
}
