import type { Database } from '../db/database.ts'

/** How long, in milliseconds, somebody counts as being at a claim after they last asked for it. */
const STAY = 60_000

/** For how long, in milliseconds, what was noted last is good enough: a write waits for the disk, and a page is asked for often. */
const FRESH = 10_000

/** Others who have a claim before them now, by name. */
export async function whoIsAt(
  db: Database,
  claimId: string,
  reader: { readonly id: string },
  now: Date,
): Promise<string[]> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT a."name"
    FROM "Presence" p JOIN "Account" a ON a."id" = p."accountId"
    WHERE p."claimId" = ${claimId} AND p."seenAt" > ${new Date(now.getTime() - STAY)} AND p."accountId" <> ${reader.id}
      AND a."suspendedAt" IS NULL
    ORDER BY a."name"`
  return rows.map(({ name }) => name)
}

/** Notes that somebody has a claim before them, and no other. The caller has made sure that they may read it. */
export async function comeTo(
  db: Database,
  claimId: string,
  reader: { readonly id: string },
  now: Date,
): Promise<void> {
  const noted = await db.$queryRaw<{ claimId: string; seenAt: Date }[]>`
    SELECT "claimId", "seenAt" FROM "Presence" WHERE "accountId" = ${reader.id}`
  const isFresh = noted.every((one) => one.claimId === claimId && +now - +one.seenAt < FRESH)
  if (noted.length > 0 && isFresh) return
  await db.$transaction([
    db.$executeRaw`
      INSERT INTO "Presence" ("accountId", "claimId", "seenAt") VALUES (${reader.id}, ${claimId}, ${now})
      ON CONFLICT ("accountId", "claimId") DO UPDATE SET "seenAt" = excluded."seenAt"`,
    db.$executeRaw`DELETE FROM "Presence" WHERE "accountId" = ${reader.id} AND "claimId" <> ${claimId}`,
  ])
}
