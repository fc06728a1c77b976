import type { Snapshot } from '../../db/snapshot.ts'
import { loggedEvent, SELECT_LOGGED } from '../check-event.ts'
import { checkReplayIn } from '../check-replay.ts'
import { textHolds } from '../check-stored.ts'
import { type FoundRange, RangeChecker } from './check-range.ts'
import { isPayload, markPayload, type PayloadRows } from './payload-bits.ts'
import type { Answer, EventsTask, Task, TextsTask } from './task.ts'

/** Rows asked for in one statement. */
const ROWS_AT_ONCE = 1_000

/** Does one task, in whichever thread this is. */
export function doTask(snapshot: Snapshot, payloads: PayloadRows | null, task: Task): Promise<Answer> {
  switch (task.kind) {
    case 'events':
      return eventsOf(snapshot, payloads, task)
    case 'replay':
      return checkReplayIn(snapshot, task.report)
    case 'texts':
      if (payloads === null) throw new Error('Texts have no numbers by which to divide them')
      return textsOf(snapshot, payloads, task)
  }
}

async function eventsOf(
  snapshot: Snapshot,
  payloads: PayloadRows | null,
  { range, sizes }: EventsTask,
): Promise<FoundRange | null> {
  const checker = new RangeChecker(range)
  const select = payloads === null ? SELECT_LOGGED : SELECT_LOGGED.replace('FROM', ', t.rowid FROM')
  const within = ' WHERE e."leaf" >= ?1 AND e."leaf" < ?2 ORDER BY e."leaf"'
  for (let at = range.start; at < range.end; at += ROWS_AT_ONCE)
    for (const row of await snapshot.all(select + within, [at, Math.min(at + ROWS_AT_ONCE, range.end)])) {
      if (!checker.add(loggedEvent(row))) return null
      if (payloads !== null && !markPayload(payloads, Number(row.at(-1)))) return null
    }
  return checker.finish(sizes)
}

const SELECT_TEXTS = `
  SELECT "id", "salt", "hash", "body", "destroyedAt" FROM "SealedText" WHERE rowid IN (SELECT value FROM json_each(?1))`

async function textsOf(
  snapshot: Snapshot,
  payloads: PayloadRows,
  { first, last }: TextsTask,
): Promise<number | null> {
  let checked = 0
  for (let row = first; row <= last;) {
    const others: number[] = []
    for (; row <= last && others.length < ROWS_AT_ONCE; row++) if (!isPayload(payloads, row)) others.push(row)
    const texts = await snapshot.all(SELECT_TEXTS, [JSON.stringify(others)])
    if (!texts.every(textHolds)) return null
    checked += texts.length
  }
  return checked
}
