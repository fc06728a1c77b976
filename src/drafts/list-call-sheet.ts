import type { Actor } from '../accounts/account.ts'
import { maybeSamePerson } from '../claims/same-person.ts'
import type { Database } from '../db/database.ts'
import { Prisma } from '../db/generated/sqlite/client.ts'
import { reportOfContacts } from '../review/contacts/contact-at-work.ts'
import { sourceFamily } from '../sources/source-family.ts'
import { namedInClaims } from './named-in-claims.ts'

/** Whose claims are wanted: those that lean on a source, or those of a person: said by them, or naming them. */
export type CalledOn = { readonly source: string } | { readonly person: string }

/** A claim on a call sheet. */
export interface CalledClaim {
  readonly claimId: string
  readonly number: number
  readonly quote: string
  /** Of the file, from 1; null where the format has no pages. */
  readonly page: number | null
  readonly status: string
  /** Why it is on the sheet: "leans on it", "says it", "is named". */
  readonly because: string
}

/**
 * The claims of a report's present draft to ask somebody about, in the report's order.
 * @throws NotFound no such report · NotAllowed closed to them
 */
export async function listCallSheet(
  db: Database,
  { actor, reportId, on }: { actor: Actor; reportId: string; on: CalledOn },
): Promise<readonly CalledClaim[]> {
  const { draftId } = await reportOfContacts(db, actor, reportId, 'see contacts')
  return 'source' in on ? leaningOn(db, draftId, on.source) : sayingOrNaming(db, draftId, on.person)
}

/** Claims whose notes cite a source, or one that was merged into it, and those it was given as evidence on. */
async function leaningOn(db: Database, draftId: string, sourceId: string): Promise<CalledClaim[]> {
  const family = Prisma.join([...(await sourceFamily(db, sourceId))])
  return db.$queryRaw<CalledClaim[]>(Prisma.sql`
    SELECT c."id" AS "claimId", c."number", p."quote", p."page", c."status", 'leans on it' AS "because"
    FROM "Placement" p JOIN "Claim" c ON c."id" = p."claimId"
    WHERE p."draftId" = ${draftId} AND p."start" IS NOT NULL AND c."setAside" IS NULL AND (
      EXISTS (SELECT 1 FROM "PlacementNote" s JOIN "Citation" i ON i."noteId" = s."noteId"
              WHERE s."placementId" = p."id" AND i."sourceId" IN (${family}))
      OR EXISTS (SELECT 1 FROM "Evidence" e
                 WHERE e."claimId" = c."id" AND e."withdraws" IS NULL AND e."sourceId" IN (${family})))
    ORDER BY p."start"`)
}

async function sayingOrNaming(db: Database, draftId: string, person: string): Promise<CalledClaim[]> {
  const claims = await namedInClaims(db, draftId)
  return claims.flatMap(({ claimId, number, quote, page, status, speaker, names }) => {
    const says = maybeSamePerson(speaker, person)
    if (!says && !names.some((name) => maybeSamePerson(name, person))) return []
    return [{ claimId, number, quote, page, status, because: says ? 'says it' : 'is named' }]
  })
}
