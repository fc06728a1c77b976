import type { Actor } from '../accounts/account.ts'
import { divideClaim, type Divided } from '../claims/divide-claim.ts'
import { findWords } from '../claims/find-words.ts'
import type { Database } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { Invalid } from '../errors.ts'
import { appendEvent } from '../history/append-event.ts'
import { claimOn } from '../reading/corrections/claim-on.ts'
import type { Layer, LayerMarker } from '../reading/corrections/layer.ts'
import type { ReadClaim } from '../reading/document.ts'
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
import { inheritAssignment } from './inherit-assignment.ts'
import { inheritRisk } from './inherit-risk.ts'
import { keepEdit, type Edited } from './keep-edit.ts'
import { movePlacement } from './move-placement.ts'
import { placeClaims, type NumberedClaim } from './place-claim.ts'

/** Where a claim is split: at an offset of the draft's text, or before words of the claim. */
export type SplitPlace = { readonly at: number } | { readonly before: string }

export interface ClaimSplit {
  readonly claimId: string
  readonly place: SplitPlace
  readonly reason?: string | undefined
  readonly splitBy: Actor
  readonly seenVersion: number
  readonly at: Date
}

/**
 * Makes two claims of one. The first part keeps the number; the second gets the next one, with its risk and its group. Markers
 * go with the words before them; a verdict on the whole is stale on its first part, and none of the second's.
 * @throws NotFound no such claim · NotAllowed for this role · Conflict it changed since, is set aside, or a fix of it waits · Invalid it cannot be split there
 */
export function splitClaim(db: Database, input: ClaimSplit): Promise<Edited> {
  return inTransaction(db, async (tx) => {
    const { claimId, splitBy: actor, at, seenVersion, reason } = input
    const work = await editAtWork(tx, { draftId: await draftOfClaim(tx, claimId), actor, at })
    const home = homeAsSeen(work, claimId, seenVersion)
    await assertNoFixWaits(tx, [home])
    const divided = dividedAt(work.standing.layer, home, input.place)
    const before = await editedBefore(tx, home)
    const parts = readParts(work, divided)
    await movePlacement(tx, home, parts.first, work.ground)
    const second = await placeSecond(work, home, parts.second)
    const claims = await editedNow(tx, [
      before,
      { claimId: second.id, number: second.number, was: 0, before: null, risk: before.risk },
    ])
    const edit = await keepEdit(work, claimId, { kind: 'split', claims }, { reason })
    const [first, other] = claims
    const version = first?.version ?? 0
    await appendEvent(tx, work.head, {
      kind: 'claim.split',
      actor: actor.id,
      at,
      payload: {
        claimId,
        number: home.number,
        version,
        draft: work.draft.number,
        editId: edit.id,
        reasonHash: edit.reasonHash,
        quote: parts.first.quote,
        second: { claimId: second.id, number: second.number, version: other?.version ?? 0 },
      },
    })
    await inheritAssignment(tx, work.head, { from: claimId, to: second, by: actor, at })
    return { id: edit.id, reportId: work.draft.reportId, claimId, number: home.number, version, made: second }
  })
}

/** @throws Invalid one of the parts would have no words, or a word would be cut */
function dividedAt(layer: Layer, home: ClaimHome, place: SplitPlace): Divided<LayerMarker> {
  const own = new Set(home.markers)
  const markers = layer.markers.filter(({ index }) => own.has(index))
  const divided = divideClaim(layer.text, home, markers, placeIn(layer, home, place))
  if (divided === null)
    throw new Invalid(
      `Claim ${home.number} cannot be split there: each part needs a word, and none may be cut. Choose another place.`,
    )
  return divided
}

/** @throws Invalid the words stand nowhere in the claim, or several times */
function placeIn({ text }: Layer, home: ClaimHome, place: SplitPlace): number {
  if ('at' in place) return place.at > home.start && place.at < home.end ? place.at : home.end
  const places = findWords(text, [home], place.before)
  const [only] = places
  if (only === undefined)
    throw new Invalid(
      `These words do not stand in claim ${home.number}: copy them exactly as they are there.`,
    )
  if (places.length > 1)
    throw new Invalid(
      `These words stand in claim ${home.number} ${places.length} times: add the words that follow them.`,
    )
  return only.start
}

function readParts(
  { standing: { layer }, pageOf }: EditAtWork,
  { first, second }: Divided<LayerMarker>,
): { readonly first: ReadClaim; readonly second: ReadClaim } {
  const read = (part: Divided<LayerMarker>['first']): ReadClaim => ({
    ...claimOn(layer, part, part.markers),
    ...pageOf(part.start),
  })
  return { first: read(first), second: read(second) }
}

async function placeSecond(
  { tx, ground }: EditAtWork,
  home: ClaimHome,
  read: ReadClaim,
): Promise<NumberedClaim> {
  const [second] = await placeClaims(tx, ground, [read], 'edit')
  if (second === undefined) throw new Invalid('No claim can be made of the second part. Nothing was changed.')
  const { risk, groupName } = await tx.claim.findUniqueOrThrow({
    where: { id: home.claimId },
    select: { risk: true, groupName: true },
  })
  await inheritRisk(tx, second.id, { risk, groupName })
  return second
}
