import type { Database } from '../db/database.ts'

/** Which kinds of work there are on a claim at all, whoever may see them. */
export interface WhatThereIs {
  readonly objections: boolean
  readonly differences: boolean
  readonly fixes: boolean
  readonly queries: boolean
  readonly comments: boolean
  readonly contacts: boolean
}

/** One question, so that a panel asks further only for what its claim has: most claims have little of it. */
export async function whatThereIs(db: Database, claimId: string): Promise<WhatThereIs> {
  const [row] = await db.$queryRaw<Record<keyof WhatThereIs, boolean | number | bigint>[]>`
    SELECT EXISTS (SELECT 1 FROM "Objection" WHERE "claimId" = ${claimId}) AS "objections",
           EXISTS (SELECT 1 FROM "DifferenceDecision" WHERE "claimId" = ${claimId}) AS "differences",
           EXISTS (SELECT 1 FROM "Fix" WHERE "claimId" = ${claimId}) AS "fixes",
           EXISTS (SELECT 1 FROM "Query" WHERE "claimId" = ${claimId}) AS "queries",
           EXISTS (SELECT 1 FROM "Comment" WHERE "claimId" = ${claimId}) AS "comments",
           EXISTS (SELECT 1 FROM "ContactClaim" WHERE "claimId" = ${claimId}) AS "contacts"`
  const there = (kind: keyof WhatThereIs): boolean => Boolean(row?.[kind])
  return {
    objections: there('objections'),
    differences: there('differences'),
    fixes: there('fixes'),
    queries: there('queries'),
    comments: there('comments'),
    contacts: there('contacts'),
  }
}
