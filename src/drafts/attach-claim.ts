import type { Actor } from '../accounts/account.ts'
import { loadRulings } from '../claims/load-rulings.ts'
import type { Database } from '../db/database.ts'
import { insertRows } from '../db/insert-rows.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { newId } from '../db/new-id.ts'
import { Conflict } from '../errors.ts'
import { appendEvent } from '../history/append-event.ts'
import { claimOn, markersOn } from '../reading/corrections/claim-on.ts'
import type { ReadClaim } from '../reading/document.ts'
import { notify } from '../review/notify.ts'
import { newestPerChecker, standingVerdicts } from '../review/settlement.ts'
import type { Span } from '../text/span.ts'
import { assertReplaceable } from './assert-replaceable.ts'
import type { ClaimHome } from './claim-homes.ts'
import { readPlacement, scopeRows } from './draft-rows.ts'
import { draftOfClaim, editAtWork, editedBefore, editedNow, type EditAtWork } from './edit-at-work.ts'
import { keepEdit, type Edited } from './keep-edit.ts'
import { markFixesOf } from './mark-fixes.ts'
import { markersInside, settleOn } from './move-placement.ts'
import { takeAway } from './take-away-claim.ts'
import { wholeWords, wordsSought, type WordsSought } from './words-sought.ts'

export interface ClaimAttachment {
  readonly claimId: string
  /** Where in the present draft its words stand, or the words themselves. */
  readonly place: WordsSought
  readonly reason?: string | undefined
  readonly attachedBy: Actor
  readonly seenVersion: number
  readonly at: Date
}

/**
 * Puts a claim that stands nowhere on words of the present draft, with its whole thread. What was ruled on it holds only where the
 * words and their notes are the same, and is stale elsewhere. A new claim that was found on these very words, and that nobody has
 * worked on, is set aside as *joined*.
 * @throws NotFound no such claim · NotAllowed for this role · Conflict it changed since or stands somewhere, or the words are a claim's that somebody works on · Invalid the words stand nowhere, or several times (`SeveralPlaces`)
 */
export function attachClaim(db: Database, input: ClaimAttachment): Promise<Edited> {
  return inTransaction(db, async (tx) => {
    const { claimId, attachedBy: actor, at, reason } = input
    const work = await editAtWork(tx, { draftId: await draftOfClaim(tx, claimId), actor, at })
    const claim = await standingNowhere(work, claimId, input.seenVersion)
    const { layer } = work.standing
    const span = wholeWords(layer, wordsSought(layer, input.place))
    const found = await claimOnWords(work, span)
    const before = found === null ? [] : [await editedBefore(tx, found)]
    const id = newId()
    if (found !== null) await takeAway(tx, found, 'joined', id)
    const read = readOn(work, span, found)
    const { state, wordingKey } = await stand(work, claim, read)
    await markFixesOf(tx, { claimId, draft: work.draft.number, to: wordingKey })
    await settleOn(tx, claimId, wordingKey)
    const hand = { claimId, number: claim.number, was: claim.version, before: null, risk: claim.risk }
    const claims = await editedNow(tx, [hand, ...before])
    const edit = await keepEdit(work, claimId, { kind: 'attached', claims }, { id, reason })
    const [{ version } = { version: 0 }, joined] = claims
    await appendEvent(tx, work.head, {
      kind: 'claim.attached',
      actor: actor.id,
      at,
      payload: {
        claimId,
        number: claim.number,
        version,
        draft: work.draft.number,
        editId: id,
        reasonHash: edit.reasonHash,
        ...{ start: read.start, end: read.end, quote: read.quote, state },
        joined:
          joined === undefined
            ? null
            : { claimId: joined.claimId, number: joined.number, version: joined.version },
      },
    })
    await tellCheckers(work, claimId)
    return { id, reportId: work.draft.reportId, claimId, number: claim.number, version, made: null }
  })
}

interface Nowhere {
  readonly id: string
  readonly number: number
  readonly version: number
  readonly risk: string
  readonly placementId: string
  readonly wordingKey: string
}

/** @throws Conflict it changed since, stands somewhere, or is set aside */
async function standingNowhere(
  { tx, draft }: EditAtWork,
  claimId: string,
  seenVersion: number,
): Promise<Nowhere> {
  const { claim, ...placement } = await tx.placement.findUniqueOrThrow({
    where: { claimId_draftId: { claimId, draftId: draft.id } },
    select: {
      ...{ id: true, start: true, wordingKey: true },
      claim: { select: { id: true, number: true, version: true, risk: true, setAside: true } },
    },
  })
  const { number, version, setAside } = claim
  if (placement.start !== null)
    throw new Conflict(
      `Claim ${number} has a place in draft ${draft.number}: somebody attached it already, or it was found. Look at it again. Nothing was changed.`,
    )
  if (version !== seenVersion)
    throw new Conflict(`Claim ${number} changed since you saw it: look at it again. Nothing was changed.`)
  if (setAside !== null)
    throw new Conflict(
      `Claim ${number} is set aside (${setAside}): there is nothing to find a place for. Nothing was changed.`,
    )
  return { ...claim, placementId: placement.id, wordingKey: placement.wordingKey }
}

/**
 * The new claim that stands on these very words, null where no claim does.
 * @throws Invalid some of them are another claim's · Conflict somebody has worked on it, or it stood in earlier drafts
 */
async function claimOnWords(
  { tx, homes, standing: { layer } }: EditAtWork,
  span: Span,
): Promise<ClaimHome | null> {
  const over = homes.filter((home) => !home.lost && home.start < span.end && home.end > span.start)
  const [found] = over
  if (found === undefined) return null
  const own = wholeWords(layer, found)
  await assertReplaceable(tx, found, over.length === 1 && own.start === span.start && own.end === span.end)
  return found
}

/** The claim as it reads on these words, with the markers of the claim that was found there, or those that stand on them. */
function readOn({ standing: { layer }, homes, pageOf }: EditAtWork, span: Span, found: ClaimHome | null) {
  const held = new Set(found?.markers)
  const taken = new Set(homes.filter(({ lost }) => !lost).flatMap(({ markers }) => markers))
  const markers =
    found === null
      ? markersOn(layer, span).filter(({ index }) => !taken.has(index))
      : layer.markers.filter(({ index }) => held.has(index))
  const { start, end } = found ?? span
  return { ...claimOn(layer, { start, end }, markers), ...pageOf(start) }
}

async function stand(
  { tx, ground: { ground, rows } }: EditAtWork,
  claim: Nowhere,
  read: ReadClaim,
): Promise<{ readonly state: string; readonly wordingKey: string }> {
  const placement = readPlacement(ground, read, markersInside(ground, read))
  const state = placement.wordingKey === claim.wordingKey ? 'moved' : 'edited'
  await tx.placement.update({
    where: { id: claim.placementId },
    data: { ...placement, state, lost: null },
    select: { id: true },
  })
  await insertRows(tx, 'PlacementNote', scopeRows(read, claim.placementId, rows.markers, rows.notes))
  return { state, wordingKey: placement.wordingKey }
}

/** Tells whoever ruled on it, where that is stale now. */
async function tellCheckers({ tx, draft, actor, at }: EditAtWork, claimId: string): Promise<void> {
  const { stale } = await tx.claim.findUniqueOrThrow({ where: { id: claimId }, select: { stale: true } })
  if (!stale) return
  const { verdicts } = await loadRulings(tx, claimId)
  const to = newestPerChecker(standingVerdicts(verdicts)).map(({ checkerId }) => checkerId)
  await notify(tx, { kind: 'claim stale', reportId: draft.reportId, claimId, to, by: actor.id, at })
}
