import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { addAccount } from '../src/accounts/add-account.ts'
import type { Actor, Role } from '../src/accounts/account.ts'
import type { Outcome, VerdictValue } from '../src/claims/vocabulary.ts'
import type { Database } from '../src/db/database.ts'
import { importReport } from '../src/drafts/import-report.ts'
import { projectRoot } from '../src/paths.ts'
import type { ConfidenceLevel, Tests } from '../src/reading/document.ts'
import { recordVerdict } from '../src/review/record-verdict.ts'
import type { Reason } from '../src/review/verdict.ts'
import { withdrawVerdict } from '../src/review/withdraw-verdict.ts'

/** One thing that a sample checker did. `day`: days from the import, from 0. `time`: UTC, hh:mm. `starts`: the claim's first words. */
interface SampleDeed {
  readonly day: number
  readonly time: string
  readonly checker: string
  readonly starts: string
  readonly withdraw?: true
  readonly verdict?: VerdictValue
  readonly tests?: Tests
  readonly reason?: Reason
  readonly rationale?: string
  readonly confidence?: ConfidenceLevel
  readonly outcome?: Outcome
}

interface SampleWork {
  readonly checkers: readonly { readonly email: string; readonly name: string; readonly role: Role }[]
  readonly verdicts: readonly SampleDeed[]
}

const DAY = 24 * 60 * 60 * 1000

/**
 * Shows a new desk a report at work: the sample report with what its checkers ruled over the days before `now`.
 * Everything goes through the verbs that everyone uses. Does nothing where there is an account or a report.
 */
export async function loadSample(db: Database, now: Date): Promise<void> {
  if ((await db.account.count()) + (await db.report.count()) > 0) return
  const work = JSON.parse(await readFile(sampleFile('sample-verdicts.json'), 'utf8')) as SampleWork
  const firstDay = new Date(now.getTime() - (lastDay(work) + 1) * DAY)
  const checkers = await addCheckers(db, work, instant(firstDay, 0, '07:30'))
  const editor = [...checkers.values()].find((checker) => checker.role === 'editor') ?? null
  const report = await importReport(db, {
    bytes: await readFile(sampleFile('sample-report.md')),
    name: 'sample-report.md',
    importedBy: editor,
    at: instant(firstDay, 0, '08:00'),
    sample: true,
  })
  for (const deed of work.verdicts) await carryOut(db, report.id, deed, checkers, firstDay)
  await retireCheckers(db, [...checkers.keys()], now)
}

const sampleFile = (name: string): string => join(projectRoot, 'seed', name)
const lastDay = (work: SampleWork): number => Math.max(...work.verdicts.map((deed) => deed.day))

function instant(firstDay: Date, day: number, time: string): Date {
  const date = new Date(firstDay.getTime() + day * DAY).toISOString().slice(0, 10)
  return new Date(`${date}T${time}:00.000Z`)
}

async function addCheckers(db: Database, work: SampleWork, at: Date): Promise<ReadonlyMap<string, Actor>> {
  const checkers = new Map<string, Actor>()
  for (const checker of work.checkers) {
    const account = await addAccount(db, { ...checker, legal: false, passwordHash: null, by: null, at })
    checkers.set(checker.email, account)
  }
  return checkers
}

async function carryOut(
  db: Database,
  reportId: string,
  deed: SampleDeed,
  checkers: ReadonlyMap<string, Actor>,
  firstDay: Date,
): Promise<void> {
  const checker = checkers.get(deed.checker)
  if (checker === undefined) throw new Error(`The sample names no checker ${deed.checker}`)
  const claim = await claimThatStarts(db, reportId, deed.starts)
  const request = {
    claimId: claim.id,
    checker,
    seenVersion: claim.version,
    at: instant(firstDay, deed.day, deed.time),
  }
  if (deed.withdraw === true) await withdrawVerdict(db, request)
  else if (deed.verdict !== undefined) await recordVerdict(db, { ...deed, ...request, verdict: deed.verdict })
}

async function claimThatStarts(
  db: Database,
  reportId: string,
  words: string,
): Promise<{ id: string; version: number }> {
  const found = await db.claim.findMany({
    where: { reportId, placements: { some: { quote: { startsWith: words } } } },
    select: { id: true, version: true },
  })
  if (found.length === 1 && found[0] !== undefined) return found[0]
  throw new Error(`${found.length} claims of the sample start with “${words}”`)
}

/** The sample's checkers are shown beside what they ruled, but nobody can be them. */
async function retireCheckers(db: Database, emails: string[], at: Date): Promise<void> {
  await db.account.updateMany({ where: { email: { in: emails } }, data: { sample: true, suspendedAt: at } })
}
