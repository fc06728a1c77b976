import type { Hidden } from '../../claims/hidden.ts'
import type { Database } from '../../db/database.ts'
import { replayEvents } from '../../history/load-replay.ts'
import { Replayer } from '../../history/replay.ts'
import { payloadShown } from '../../review/hidden-events.ts'
import { bucketsBetween, type Buckets } from './buckets.ts'
import { type StatusCounts, StatusTally } from './status-counts.ts'

/** How a report's claims stood at the end of each stretch of time, from its import on. */
export interface CountsOverTime {
  readonly unit: Buckets['unit']
  readonly points: readonly { readonly from: Date; readonly counts: StatusCounts }[]
  readonly end: Date
}

/**
 * The counts of a report as a reader is shown them, stretch by stretch, from its import to its last event, or the last by `until`.
 * Null where there was nothing yet.
 */
export async function countsOverTime(
  db: Database,
  reportId: string,
  hidden: Hidden,
  until: Date | null,
): Promise<CountsOverTime | null> {
  const span = await spanOf(db, reportId, until)
  if (span === null) return null
  const { unit, starts, end } = bucketsBetween(span.first, span.last)
  const [replayer, tally] = [new Replayer(), new StatusTally()]
  const points: { from: Date; counts: StatusCounts }[] = []
  const closeUntil = (at: Date): void => {
    for (let from = starts[points.length]; from !== undefined; from = starts[points.length]) {
      const next = starts[points.length + 1]
      if (next === undefined || next > at) return
      points.push({ from, counts: tally.counts() })
    }
  }
  const shown = (payload: Readonly<Record<string, unknown>>) => payloadShown(payload, hidden)
  for await (const event of replayEvents(db, reportId, { until: span.last, shown })) {
    closeUntil(new Date(event.at))
    for (const turn of replayer.add(event)) tally.turn(turn)
  }
  while (points.length < starts.length)
    points.push({ from: starts[points.length] ?? end, counts: tally.counts() })
  return { unit, points, end }
}

/** When a report's first and last events happened. */
async function spanOf(
  db: Database,
  reportId: string,
  until: Date | null,
): Promise<{ readonly first: Date; readonly last: Date } | null> {
  const at = until === null ? {} : { at: { lte: until.toISOString() } }
  const ends = await db.event.aggregate({
    where: { chain: reportId, ...at },
    _min: { at: true },
    _max: { at: true },
  })
  const { _min: first, _max: last } = ends
  return first.at === null || last.at === null ? null : { first: new Date(first.at), last: new Date(last.at) }
}
