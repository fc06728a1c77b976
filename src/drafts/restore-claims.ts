import { inTheWay, shapedBy, type ClaimEdit, type EditedClaim } from '../claims/claim-edit.ts'
import { Conflict } from '../errors.ts'
import { assertNoFixWaits, assertNothingOpen } from './assert-nothing-waits.ts'
import type { ClaimHome } from './claim-homes.ts'
import { editedNow, type EditAtWork } from './edit-at-work.ts'
import { inheritRisk } from './inherit-risk.ts'
import { markFixesOf } from './mark-fixes.ts'
import { settleOn } from './move-placement.ts'
import { lastStood, standNowhere } from './nowhere-again.ts'
import { restorePlacement } from './saved-placement.ts'
import { setClaimAside } from './set-claim-aside.ts'
import { takeAway } from './take-away-claim.ts'
import { whatHappenedSince } from './what-happened-since.ts'

/** An edit's row, as far as taking it back needs it. */
export interface EditRowAtWork {
  readonly id: string
  readonly claimId: string
  readonly seq: number
}

/**
 * Puts every claim of an edit back where it stood, and sets aside those that it made.
 * @throws Conflict something was ruled or changed since
 */
export async function restoreAll(
  work: EditAtWork,
  edit: ClaimEdit,
  row: EditRowAtWork,
): Promise<EditedClaim[]> {
  const claims = shapedBy(edit)
  const versions = await assertUntouched(work, claims, row)
  await assertSameReading(work, row)
  for (const { claimId } of claims.filter(({ before }) => before === null)) {
    const home = work.homes.find((one) => one.claimId === claimId && !one.lost)
    if (home === undefined) continue
    await assertNoFixWaits(work.tx, [home])
    await assertNothingOpen(work.tx, home)
    if (edit.kind === 'attached') await standNowhereAgain(work, home)
    else await takeAway(work.tx, home, 'taken back', row.id)
  }
  for (const claim of claims) await restore(work, edit, claim)
  const found = claims.map((claim) => ({ ...claim, was: versions.get(claim.claimId) ?? 0 }))
  return editedNow(work.tx, found)
}

/**
 * The claims' versions, when nothing but edits that were taken back has touched them since.
 * @throws Conflict something else did
 */
async function assertUntouched(
  { tx, draft }: EditAtWork,
  claims: readonly EditedClaim[],
  { id, seq }: EditRowAtWork,
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.claimEdit.findMany({
    where: { draftId: draft.id, seq: { gt: seq } },
    orderBy: { seq: 'asc' },
    select: { id: true, withdraws: true, payload: true },
  })
  const later = rows.map(({ payload, ...row }) => ({ ...row, edit: JSON.parse(payload) as ClaimEdit }))
  const versions = new Map(
    (await editedNow(tx, claims)).map(({ claimId, version }) => [claimId, version] as const),
  )
  for (const claim of claims) {
    const found = inTheWay(claim, later, versions.get(claim.claimId) ?? 0)
    if (found === null) continue
    const why =
      found.by === 'edit'
        ? `claim ${claim.number} was edited again: take that back first`
        : `of what happened to claim ${claim.number} since: ${await whatHappenedSince(tx, { reportId: draft.reportId, editId: id, claim })}`
    throw new Conflict(`This edit cannot be taken back, because ${why}. Nothing was changed.`)
  }
  return versions
}

/**
 * The claim that comes back is one of the reading as it was; another reading may have other claims around it.
 * @throws Conflict the reading was corrected since
 */
async function assertSameReading({ tx, draft }: EditAtWork, { seq }: EditRowAtWork): Promise<void> {
  const corrected = await tx.event.count({
    where: {
      chain: draft.reportId,
      seq: { gt: seq },
      kind: { in: ['reading.corrected', 'reading.correction-withdrawn'] },
    },
  })
  if (corrected > 0)
    throw new Conflict(
      'This edit cannot be taken back, because the reading was corrected since: split or join the claims as they stand. Nothing was changed.',
    )
}

async function standNowhereAgain({ tx, draft }: EditAtWork, { claimId }: ClaimHome): Promise<void> {
  const stood = await lastStood(tx, claimId, draft)
  if (stood !== null) await standNowhere(tx, { claimId, draft }, stood)
}

async function restore(
  { tx, standing, draft }: EditAtWork,
  { kind }: ClaimEdit,
  claim: EditedClaim,
): Promise<void> {
  const { claimId, before, risk } = claim
  if (before === null) return
  const { id } = await tx.placement.findUniqueOrThrow({
    where: { claimId_draftId: { claimId, draftId: draft.id } },
    select: { id: true },
  })
  await restorePlacement(tx, id, before, standing.layer.text)
  await inheritRisk(tx, claimId, { risk })
  await setClaimAside(tx, claimId)
  if (kind === 'detached') await markFixesOf(tx, { claimId, draft: draft.number, to: before.wordingKey })
  await settleOn(tx, claimId, before.wordingKey)
}
