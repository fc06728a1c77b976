import type { Actor } from '../../accounts/account.ts'
import type { Database } from '../../db/database.ts'
import { groupBy } from '../../text/group-by.ts'
import type { CaptureChoice } from '../pages/evidence-view.ts'
import { timeWords } from '../pages/time-words.ts'

/** The captures of these sources, which the reader sees in a report, by source and newest first; of protected ones only for the people named on them. */
export async function loadCaptureChoices(
  db: Database,
  reader: Actor,
  sourceIds: readonly string[],
): Promise<ReadonlyMap<string, readonly CaptureChoice[]>> {
  const ids = [...new Set(sourceIds.filter((id) => id !== ''))]
  if (ids.length === 0) return new Map()
  const open = { OR: [{ protected: false }, { readers: { some: { accountId: reader.id } } }] }
  const rows = await db.capture.findMany({
    where: { source: { AND: [{ OR: [{ id: { in: ids } }, { mergedIntoId: { in: ids } }] }, open] } },
    orderBy: [{ seenAt: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      title: true,
      seenAt: true,
      sourceId: true,
      source: { select: { mergedIntoId: true } },
    },
  })
  const bySource = groupBy(rows, ({ sourceId, source }) => source.mergedIntoId ?? sourceId)
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
