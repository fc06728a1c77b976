import type { Actor } from '../../accounts/account.ts'
import { may, type ReportTarget } from '../../accounts/policy.ts'
import { standingClassifications } from '../../claims/coverage.ts'
import type { Database } from '../../db/database.ts'
import { Prisma } from '../../db/generated/sqlite/client.ts'
import { editsOfClaim } from '../../drafts/list-claim-edits.ts'
import { readingAt } from '../../drafts/reading-cache.ts'
import { editingView, type EditingView, type NearClaim, type NearMarker } from '../pages/editing-view.ts'
import type { DeskDraft, PanelClaim } from '../pages/desk-rows.ts'
import { groupsOf } from './load-groups.ts'
import type { Refused } from '../pages/ruling-forms.ts'

export interface EditingAsked {
  readonly claim: PanelClaim
  readonly draft: DeskDraft
  readonly target: ReportTarget
  readonly reader: Actor
  /** Of the draft's reading. */
  readonly revision: number
  readonly refused: Refused | null
}

/** What the panel offers to do to what a claim is; null for whoever may not edit claims. */
export async function loadEditing(
  db: Database,
  { claim, draft, target, reader, revision, refused }: EditingAsked,
): Promise<EditingView | null> {
  if (!may(reader, 'edit claims', target)) return null
  const { start, end } = claim.placement
  const [edits, groups] = await Promise.all([
    editsOfClaim(db, draft.draftId, claim.id),
    groupsOf(db, draft.reportId),
  ])
  const common = { claim, draft, edits, groups, typed: refused?.typed ?? null }
  if (start === null || end === null || claim.setAside !== null)
    return editingView({ ...common, near: [], markers: [], classification: null })
  const near = await neighbours(db, draft.draftId, start)
  const markers = await markersOf(db, draft.draftId, [...near.map(({ id }) => id), claim.id])
  const { sentences } = await readingAt(db, draft.draftId, revision)
  const sentence = sentences.find((one) => one.start < end && one.end > start)
  const classification =
    sentence === undefined
      ? null
      : { start: sentence.start, end: sentence.end, seen: await classificationOf(db, claim.id) }
  return editingView({ ...common, near, markers, classification })
}

/** The claims to settle before and after a place of the text. */
async function neighbours(db: Database, draftId: string, start: number): Promise<NearClaim[]> {
  const [before, after] = await Promise.all([
    db.$queryRaw<Omit<NearClaim, 'is'>[]>`
      SELECT c."id", c."number", c."version", p."start", p."end", p."quote"
      FROM "Placement" p JOIN "Claim" c ON c."id" = p."claimId"
      WHERE p."draftId" = ${draftId} AND p."start" < ${start} AND c."setAside" IS NULL
      ORDER BY p."start" DESC LIMIT 1`,
    db.$queryRaw<Omit<NearClaim, 'is'>[]>`
      SELECT c."id", c."number", c."version", p."start", p."end", p."quote"
      FROM "Placement" p JOIN "Claim" c ON c."id" = p."claimId"
      WHERE p."draftId" = ${draftId} AND p."start" > ${start} AND c."setAside" IS NULL
      ORDER BY p."start" LIMIT 1`,
  ])
  return [
    ...before.map((one) => ({ ...one, is: 'before' as const })),
    ...after.map((one) => ({ ...one, is: 'after' as const })),
  ]
}

/** The markers that some claims lean on, in order of their place. */
const markersOf = (db: Database, draftId: string, claimIds: readonly string[]): Promise<NearMarker[]> =>
  db.$queryRaw<NearMarker[]>`
    SELECT m."index", m."label", m."start", m."end", c."id" AS "claimId", c."number"
    FROM "Placement" p
    JOIN "Claim" c ON c."id" = p."claimId"
    JOIN "PlacementNote" s ON s."placementId" = p."id"
    JOIN "Marker" m ON m."id" = s."markerId"
    WHERE p."draftId" = ${draftId} AND p."claimId" IN (${Prisma.join([...claimIds])})
    ORDER BY m."start", m."index"`

/** Id of what stands of what was said of a claim's sentence, null for nothing. */
async function classificationOf(db: Database, claimId: string): Promise<string | null> {
  const rows = await db.$queryRaw<{ id: string; withdraws: string | null }[]>`
    SELECT "id", "withdraws" FROM "Classification" WHERE "claimId" = ${claimId} ORDER BY "seq"`
  return standingClassifications(rows).at(-1)?.id ?? null
}
