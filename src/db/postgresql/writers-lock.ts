import type { Prisma } from '../generated/sqlite/client.ts'

/** The advisory lock that lets one writing transaction in at a time, over all processes. Any number will do; keep it. */
export const WRITERS_LOCK = 5_738_001

/** How long a writer waits for those of other processes. */
const LONGEST_WAIT = '30s'

/** Waits until every other writer's transaction has ended; the lock goes with the transaction. */
export async function lockWriters(tx: Prisma.TransactionClient): Promise<void> {
  await tx.$executeRawUnsafe(`SET LOCAL lock_timeout = '${LONGEST_WAIT}'`)
  await tx.$executeRawUnsafe(`SELECT pg_advisory_xact_lock(${WRITERS_LOCK})`)
}
