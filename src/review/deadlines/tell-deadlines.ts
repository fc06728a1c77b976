import type { Transaction } from '../../db/database.ts'
import { notify } from '../notify.ts'
import { reportPeople } from '../report-people.ts'
import { deadlinesPassed, type Passed } from './passed.ts'

/** The setting that says up to when passed deadlines were told. */
const TOLD_UNTIL = 'deadlines told until'

/**
 * Tells people of the deadlines that passed since it was last asked: one notice for each person, report and deadline, however much
 * waited for it; in the place of who is out, whoever imported the report. A deadline that was set when it had passed is told to nobody: whoever set it knows.
 * @returns how many notices there are of it
 */
export async function tellDeadlines(tx: Transaction, now: Date): Promise<number> {
  const since = await toldUntil(tx)
  if (since >= now) return 0
  let told = 0
  const passed = await forWhoIsIn(tx, await deadlinesPassed(tx, { since, until: now }))
  for (const one of byPerson(passed)) told += await tell(tx, one, now)
  await tx.setting.upsert({
    where: { name: TOLD_UNTIL },
    create: { name: TOLD_UNTIL, value: now.toISOString() },
    update: { value: now.toISOString() },
  })
  return told
}

async function toldUntil(tx: Transaction): Promise<Date> {
  const row = await tx.setting.findUnique({ where: { name: TOLD_UNTIL } })
  return new Date(row?.value ?? 0)
}

/** The same with whoever imported the report in the place of those who may no longer read it. */
async function forWhoIsIn(tx: Transaction, all: readonly Passed[]): Promise<readonly Passed[]> {
  const reports = await tx.report.findMany({
    where: { id: { in: [...new Set(all.map(({ reportId }) => reportId))] } },
    select: { id: true, closed: true, importedById: true },
  })
  const instead = new Map<string, (id: string) => string>()
  for (const report of reports) {
    const readers = new Set((await reportPeople(tx, report)).map(({ id }) => id))
    instead.set(report.id, (id) => (readers.has(id) ? id : (report.importedById ?? id)))
  }
  return all.map((one) => ({ ...one, people: one.people.map((id) => instead.get(one.reportId)?.(id) ?? id) }))
}

/** What one person is told of one deadline. */
interface Told extends Omit<Passed, 'people' | 'claimIds'> {
  readonly accountId: string
  readonly claimIds: ReadonlySet<string>
}

function byPerson(all: readonly Passed[]): readonly Told[] {
  const told = new Map<string, Told & { readonly claimIds: Set<string> }>()
  for (const { kind, reportId, deadline, claimIds, people } of all)
    for (const accountId of people) {
      const key = [kind, reportId, deadline.toISOString(), accountId].join(' ')
      const one = told.get(key) ?? { kind, reportId, deadline, accountId, claimIds: new Set<string>() }
      for (const id of claimIds) one.claimIds.add(id)
      told.set(key, one)
    }
  return [...told.values()]
}

function tell(tx: Transaction, { kind, reportId, accountId, claimIds }: Told, at: Date): Promise<number> {
  const [only = null] = claimIds
  return notify(tx, {
    kind,
    reportId,
    claimId: claimIds.size === 1 ? only : null,
    to: [accountId],
    by: null,
    at,
  })
}
