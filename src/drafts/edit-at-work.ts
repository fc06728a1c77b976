import type { Actor } from '../accounts/account.ts'
import type { EditedClaim } from '../claims/claim-edit.ts'
import type { Transaction } from '../db/database.ts'
import { Conflict, Invalid, NotFound } from '../errors.ts'
import { takeChain, type ChainHead } from '../history/append-event.ts'
import { loadHomes, pagesOf, type ClaimHome } from './claim-homes.ts'
import { draftAtWork, type DraftAtWork } from './draft-at-work.ts'
import type { ClaimsGround } from './place-claim.ts'
import { savedPlacement } from './saved-placement.ts'
import { groundOf, standingLayer, type StandingLayer } from './standing-layer.ts'

/** Everything that an edit of claims works on, in one transaction. */
export interface EditAtWork {
  readonly tx: Transaction
  readonly draft: DraftAtWork
  readonly standing: StandingLayer
  readonly ground: ClaimsGround
  /** The claims that have a place in the draft, in order of it. */
  readonly homes: readonly ClaimHome[]
  /** The page of the file that a place is on. */
  readonly pageOf: (at: number) => { readonly page?: number }
  readonly head: ChainHead
  readonly actor: Actor
  readonly at: Date
}

/**
 * Opens a report's present draft for an edit of its claims.
 * @throws NotFound no such draft · NotAllowed for this role · Conflict a newer draft has taken its place
 */
export async function editAtWork(
  tx: Transaction,
  request: { readonly draftId: string; readonly actor: Actor; readonly at: Date },
): Promise<EditAtWork> {
  const { draftId, actor, at } = request
  const draft = await draftAtWork(tx, { draftId, actor, action: 'edit claims' })
  const standing = await standingLayer(tx, draftId)
  const homes = await loadHomes(tx, draftId)
  return {
    tx,
    draft,
    standing,
    homes,
    ground: {
      reportId: draft.reportId,
      draftId,
      ground: groundOf(standing.layer),
      rows: standing.rows,
      at,
    },
    pageOf: pagesOf(standing.layer.blocks, homes),
    head: await takeChain(tx, draft.reportId),
    actor,
    at,
  }
}

/**
 * The draft that a claim stands in now.
 * @throws NotFound no such claim
 */
export async function draftOfClaim(tx: Transaction, claimId: string): Promise<string> {
  const claim = await tx.claim.findUnique({
    where: { id: claimId },
    select: { report: { select: { currentDraftId: true } } },
  })
  if (claim?.report.currentDraftId == null) throw new NotFound('There is no such claim.')
  return claim.report.currentDraftId
}

/**
 * A claim with a place in the draft, at the version that somebody saw.
 * @throws Conflict it changed since · Invalid it stands nowhere in this draft, or is set aside
 */
export function homeAsSeen({ homes }: EditAtWork, claimId: string, seenVersion: number): ClaimHome {
  const home = homes.find((one) => one.claimId === claimId && !one.lost)
  if (home === undefined) throw new Invalid('This claim stands nowhere in the present draft.')
  if (home.version !== seenVersion)
    throw new Conflict(
      `Claim ${home.number} changed since you saw it: look at it again. Nothing was changed.`,
    )
  if (home.setAside !== null)
    throw new Conflict(
      `Claim ${home.number} is set aside (${home.setAside}): make it a claim to settle again first. Nothing was changed.`,
    )
  return home
}

/** How a claim stands before an edit touches it; `version` is filled in afterwards. */
export async function editedBefore(tx: Transaction, home: ClaimHome): Promise<Omit<EditedClaim, 'version'>> {
  const { risk } = await tx.claim.findUniqueOrThrow({ where: { id: home.claimId }, select: { risk: true } })
  const { claimId, number, version: was } = home
  return { claimId, number, was, before: await savedPlacement(tx, home.id), risk }
}

/** Claims as an edit left them. */
export async function editedNow(
  tx: Transaction,
  claims: readonly Omit<EditedClaim, 'version'>[],
): Promise<EditedClaim[]> {
  const rows = await tx.claim.findMany({
    where: { id: { in: claims.map(({ claimId }) => claimId) } },
    select: { id: true, version: true },
  })
  const versions = new Map(rows.map(({ id, version }) => [id, version]))
  return claims.map((claim) => ({ ...claim, version: versions.get(claim.claimId) ?? 0 }))
}
