import type { Actor } from '../../accounts/account.ts'
import type { Database } from '../../db/database.ts'
import { Prisma } from '../../db/generated/sqlite/client.ts'
import { groupBy } from '../../text/group-by.ts'
import type { CaptureChoice } from '../pages/evidence-view.ts'
import { timeWords } from '../pages/time-words.ts'

interface CaptureRow {
  readonly id: string
  readonly title: string | null
  readonly seenAt: Date
  readonly countsFor: string
}

/** The captures of these sources, which the reader sees in a report, by source and newest first; of protected ones only for the people named on them. */
export async function loadCaptureChoices(
  db: Database,
  reader: Actor,
  sourceIds: readonly string[],
): Promise<ReadonlyMap<string, readonly CaptureChoice[]>> {
  const ids = [...new Set(sourceIds.filter((id) => id !== ''))]
  if (ids.length === 0) return new Map()
  const rows = await db.$queryRaw<CaptureRow[]>`
    SELECT c."id", c."title", c."seenAt", COALESCE(s."mergedIntoId", s."id") AS "countsFor"
    FROM "Capture" c JOIN "Source" s ON s."id" = c."sourceId"
    WHERE c."sourceId" IN (SELECT "id" FROM "Source" WHERE "id" IN (${Prisma.join(ids)})
                           UNION ALL SELECT "id" FROM "Source" WHERE "mergedIntoId" IN (${Prisma.join(ids)}))
      AND (s."protected" = FALSE
           OR EXISTS (SELECT 1 FROM "SourceReader" r WHERE r."sourceId" = s."id" AND r."accountId" = ${reader.id}))
    ORDER BY c."seenAt" DESC, c."id" DESC`
  const bySource = groupBy(rows, ({ countsFor }) => countsFor)
  return new Map(
    [...bySource].map(([id, captures]) => [
      id,
      captures.map((capture) => ({
        id: capture.id,
        words: `the capture of ${timeWords(capture.seenAt).words}${capture.title === null ? '' : `: ${capture.title.slice(0, 80)}`}`,
      })),
    ]),
  )
}
