import type { Actor } from '../accounts/account.ts'
import type { Transaction } from '../db/database.ts'
import { insertRows } from '../db/insert-rows.ts'
import { newId } from '../db/new-id.ts'
import { appendEvent, type ChainHead } from '../history/append-event.ts'

interface StandingRow {
  readonly assigneeId: string
  readonly assignee: string
  readonly section: string | null
  readonly deadline: Date | null
}

/** Gives a claim that was cut out of another to whoever has that one, by the same deadline; nothing where nobody has it. */
export async function inheritAssignment(
  tx: Transaction,
  head: ChainHead,
  { from, to, by, at }: { from: string; to: { id: string; number: number }; by: Actor; at: Date },
): Promise<void> {
  const [standing] = await tx.$queryRaw<StandingRow[]>`
    SELECT a."assigneeId", n."name" AS "assignee", a."section", a."deadline"
    FROM "Assignment" a JOIN "Account" n ON n."id" = a."assigneeId"
    WHERE a."claimId" = ${from} AND a."endedAt" IS NULL`
  if (standing === undefined) return
  const { assignee, deadline, ...given } = standing
  const row = { id: newId(), claimId: to.id, ...given, assignedById: by.id, deadline, at, endedAt: null }
  await insertRows(tx, 'Assignment', [row])
  await appendEvent(tx, head, {
    kind: 'claims.assigned',
    actor: by.id,
    at,
    payload: {
      claimId: to.id,
      numbers: [to.number],
      ...given,
      assignee,
      deadline: deadline?.toISOString() ?? null,
    },
  })
}
