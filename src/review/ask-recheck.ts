import { claimsChanged } from '../db/changed-claims.ts'
import type { Transaction } from '../db/database.ts'
import { Prisma } from '../db/generated/sqlite/client.ts'
import { insertRows } from '../db/insert-rows.ts'
import { newId } from '../db/new-id.ts'
import { appendEvent, takeChain, type ChainHead } from '../history/append-event.ts'
import { SYSTEM } from '../history/event.ts'
import type { SealedText } from '../history/sealed-text.ts'
import { groupBy } from '../text/group-by.ts'
import { notify } from './notify.ts'
import type { RecheckCause } from './recheck.ts'
import { checkersOf } from './whom-to-tell.ts'

export interface NewRecheck {
  readonly claimIds: readonly string[]
  readonly because: RecheckCause
  /** The source that it is about. */
  readonly sourceId?: string | null
  readonly fallId?: string | null
  readonly linkCheckId?: string | null
  /** What somebody says of it, sealed and kept already. */
  readonly words?: Pick<SealedText, 'id' | 'hash'> | null
  /** Id of an account; null: Stet itself. */
  readonly askedBy: string | null
  readonly at: Date
}

/** A claim that is to be checked again, and the version that this left it at. */
export interface RecheckAsked {
  readonly id: string
  readonly claimId: string
  readonly number: number
  readonly reportId: string
  readonly version: number
}

interface ClaimRow {
  readonly id: string
  readonly number: number
  readonly reportId: string
  readonly version: number
}

/** Ids in one statement. */
const IDS_AT_ONCE = 500

/**
 * Marks claims to be checked again, each with an event in its report's history, and tells who ruled on them. They are unsettled
 * until somebody rules anew or says that they stand. Whoever calls has asked the policy.
 *
 * Left out are claims that are set aside, and those on which a re-check for the same cause (and source) is open already.
 * @returns the claims that were marked, by report and number
 */
export async function askRecheck(tx: Transaction, input: NewRecheck): Promise<readonly RecheckAsked[]> {
  const asked: RecheckAsked[] = []
  for (const [reportId, claims] of groupBy(await claimsToMark(tx, input), (claim) => claim.reportId)) {
    const marked = claims.map((claim) => ({ ...claim, recheckId: newId(), version: claim.version + 1 }))
    await insertRows(
      tx,
      'Recheck',
      marked.map(({ id, recheckId }) => rowOf(recheckId, id, input)),
    )
    await unsettle(
      tx,
      claims.map(({ id }) => id),
    )
    const head = await takeChain(tx, reportId)
    for (const claim of marked) await tell(tx, head, claim, input)
    asked.push(
      ...marked.map(({ id, recheckId, number, version }) => ({
        id: recheckId,
        claimId: id,
        number,
        reportId,
        version,
      })),
    )
  }
  return asked
}

async function claimsToMark(tx: Transaction, input: NewRecheck): Promise<ClaimRow[]> {
  const ids = [...new Set(input.claimIds)]
  const about = input.sourceId == null ? Prisma.sql`IS NULL` : Prisma.sql`= ${input.sourceId}`
  const claims: ClaimRow[] = []
  for (let from = 0; from < ids.length; from += IDS_AT_ONCE)
    claims.push(
      ...(await tx.$queryRaw<ClaimRow[]>`
        SELECT c."id", c."number", c."reportId", c."version" FROM "Claim" c
        WHERE c."id" IN (${Prisma.join(ids.slice(from, from + IDS_AT_ONCE))}) AND c."setAside" IS NULL
          AND NOT EXISTS (SELECT 1 FROM "Recheck" k WHERE k."claimId" = c."id" AND k."closedAt" IS NULL
                          AND k."because" = ${input.because} AND k."sourceId" ${about})`),
    )
  return claims.toSorted((a, b) =>
    a.reportId < b.reportId ? -1 : a.reportId > b.reportId ? 1 : a.number - b.number,
  )
}

const rowOf = (id: string, claimId: string, input: NewRecheck) => ({
  id,
  claimId,
  because: input.because,
  sourceId: input.sourceId ?? null,
  fallId: input.fallId ?? null,
  linkCheckId: input.linkCheckId ?? null,
  wordsId: input.words?.id ?? null,
  askedById: input.askedBy,
  at: input.at,
})

/** An open re-check unsettles whatever else was ruled, so nothing need be loaded. */
async function unsettle(tx: Transaction, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += IDS_AT_ONCE)
    await tx.$executeRaw`
      UPDATE "Claim" SET "rechecks" = "rechecks" + 1, "settled" = FALSE, "version" = "version" + 1
      WHERE "id" IN (${Prisma.join(ids.slice(from, from + IDS_AT_ONCE))})`
}

async function tell(
  tx: Transaction,
  head: ChainHead,
  claim: ClaimRow & { readonly recheckId: string },
  { because, sourceId, words, askedBy, at }: NewRecheck,
): Promise<void> {
  const { id: claimId, number, version, recheckId, reportId } = claim
  claimsChanged(tx, [claimId])
  await appendEvent(tx, head, {
    kind: 'recheck.asked',
    actor: askedBy ?? SYSTEM,
    at,
    payload: {
      claimId,
      number,
      version,
      recheckId,
      because,
      sourceId: sourceId ?? null,
      wordsHash: words?.hash ?? null,
    },
  })
  const to = await checkersOf(tx, claimId)
  await notify(tx, { kind: 'recheck asked', reportId, claimId, to, by: askedBy, at })
}
