import type { Actor } from '../accounts/account.ts'
import { shapedBy, standingEdits, type ClaimEdit } from '../claims/claim-edit.ts'
import type { Database } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { Conflict, Invalid } from '../errors.ts'
import { appendEvent } from '../history/append-event.ts'
import { claimOn } from '../reading/corrections/claim-on.ts'
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
import { lastStood, standNowhere, type LastStood } from './nowhere-again.ts'
import { placeClaims } from './place-claim.ts'

export interface ClaimDetachment {
  readonly claimId: string
  readonly reason?: string | undefined
  readonly detachedBy: Actor
  readonly seenVersion: number
  readonly at: Date
}

/**
 * Takes a claim off words of the present draft that are not its own: it stands nowhere, with the quote and the verdicts that it came
 * with, until somebody finds its place. The words become a new claim, so that nothing goes unchecked.
 * @throws NotFound no such claim · NotAllowed for this role · Conflict it changed since, was edited in this draft, or a fix waits · Invalid it came with this draft
 */
export function detachClaim(db: Database, input: ClaimDetachment): Promise<Edited> {
  return inTransaction(db, async (tx) => {
    const { claimId, detachedBy: actor, at, reason } = input
    const work = await editAtWork(tx, { draftId: await draftOfClaim(tx, claimId), actor, at })
    const home = homeAsSeen(work, claimId, input.seenVersion)
    const stood = await stoodBefore(work, home)
    await assertUnedited(work, home)
    await assertNoFixWaits(tx, [home])
    const before = await editedBefore(tx, home)
    await standNowhere(tx, { claimId, draft: work.draft }, stood)
    const made = await claimOfWords(work, home)
    const found = { claimId: made.id, number: made.number, was: 0, before: null, risk: 'ordinary' }
    const claims = await editedNow(tx, [before, found])
    const edit = await keepEdit(work, claimId, { kind: 'detached', claims }, { reason })
    const [hand, other] = claims
    await appendEvent(tx, work.head, {
      kind: 'claim.detached',
      actor: actor.id,
      at,
      payload: {
        claimId,
        number: home.number,
        version: hand?.version ?? 0,
        draft: work.draft.number,
        editId: edit.id,
        reasonHash: edit.reasonHash,
        quote: made.quote,
        made: { claimId: made.id, number: made.number, version: other?.version ?? 0 },
      },
    })
    return {
      ...{ id: edit.id, reportId: work.draft.reportId, claimId, number: home.number },
      version: hand?.version ?? 0,
      made: { id: made.id, number: made.number },
    }
  })
}

/** @throws Invalid no earlier draft has it */
async function stoodBefore({ tx, draft }: EditAtWork, { claimId, number }: ClaimHome): Promise<LastStood> {
  const stood = await lastStood(tx, claimId, draft)
  if (stood === null)
    throw new Invalid(
      `Claim ${number} came with draft ${draft.number}: it has no other words that it could belong to.`,
    )
  return stood
}

/** @throws Conflict an edit of this draft decided where it stands */
async function assertUnedited({ tx, draft }: EditAtWork, { claimId, number }: ClaimHome): Promise<void> {
  const rows = await tx.claimEdit.findMany({
    where: { draftId: draft.id },
    select: { id: true, withdraws: true, payload: true },
  })
  const touched = standingEdits(rows).some(({ payload }) =>
    shapedBy(JSON.parse(payload) as ClaimEdit).some((claim) => claim.claimId === claimId),
  )
  if (touched)
    throw new Conflict(
      `Claim ${number} was edited in draft ${draft.number}: take that edit back instead. Nothing was changed.`,
    )
}

async function claimOfWords(work: EditAtWork, home: ClaimHome) {
  const { layer } = work.standing
  const markers = layer.markers.filter(({ index }) => home.markers.includes(index))
  const read = {
    ...claimOn(layer, { start: home.start, end: home.end }, markers),
    ...work.pageOf(home.start),
  }
  const [made] = await placeClaims(work.tx, work.ground, [read], 'reading')
  if (made === undefined) throw new Invalid('No claim can be made of these words. Nothing was changed.')
  return { ...made, quote: read.quote }
}
