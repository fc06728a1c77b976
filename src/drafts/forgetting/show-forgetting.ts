import type { Actor } from '../../accounts/account.ts'
import { assertMayOnReport } from '../../claims/load-claim.ts'
import type { Database } from '../../db/database.ts'
import { destructibles, shownWords, STORED_WORDS, type Destructible } from '../../history/destruction.ts'
import { groupBy } from '../../text/group-by.ts'
import { mayGoFrom, storedRetention, type RetentionRules } from '../retention.ts'
import { countTargets } from './find-targets.ts'
import { forgettingReport, retentionStart } from './forgettable.ts'

interface Person {
  readonly id: string
  readonly name: string
}

/** What somebody asked to have destroyed, and what became of it. `id`: of one of its rows. `state`: asked, done, declined or withdrawn. */
export interface RequestView {
  readonly id: string
  readonly what: string
  readonly ground: string
  readonly count: number
  readonly reason: string | null
  readonly state: string
  readonly askedBy: Person
  readonly askedAt: Date
  readonly answeredBy: Person | null
  readonly answeredAt: Date | null
}

export interface HoldView {
  readonly id: string
  readonly reason: string | null
  readonly setBy: Person
  readonly setAt: Date
  readonly liftedBy: Person | null
  readonly liftedAt: Date | null
  readonly liftingReason: string | null
}

/** What a report keeps and forgets. */
export interface Forgetting {
  readonly reportId: string
  readonly rules: RetentionRules
  readonly legalHold: boolean
  /** Newest first. */
  readonly holds: readonly HoldView[]
  /** What there is to destroy, and from when on a rule lets it; `from` null: no rule does. */
  readonly kept: readonly {
    readonly what: Destructible
    readonly count: number
    readonly from: Date | null
  }[]
  /** Newest first. */
  readonly requests: readonly RequestView[]
}

const PERSON = { select: { id: true, name: true } } as const
const WORDS = { select: STORED_WORDS } as const

/** @throws NotFound · NotAllowed for this role */
export async function showForgetting(db: Database, reader: Actor, reportId: string): Promise<Forgetting> {
  const report = await forgettingReport(db, reportId)
  await assertMayOnReport(db, reader, 'see retention', report)
  const rules = storedRetention(report.retention)
  const start = await retentionStart(db, reportId)
  const shown = destructibles.filter(
    (what) => what !== 'payload' && (reader.legal || what !== 'privileged comment'),
  )
  const kept = []
  for (const what of shown)
    kept.push({ what, count: await countTargets(db, reportId, what), from: mayGoFrom(rules, what, start) })
  return {
    reportId,
    rules,
    legalHold: report.legalHold,
    holds: await holdsOf(db, reportId),
    kept,
    requests: (await requestsOf(db, reportId)).filter(
      ({ what }) => reader.legal || what !== 'privileged comment',
    ),
  }
}

async function holdsOf(db: Database, reportId: string): Promise<HoldView[]> {
  const rows = await db.legalHold.findMany({
    where: { reportId },
    orderBy: [{ setAt: 'desc' }, { id: 'desc' }],
    include: { reason: WORDS, lifting: WORDS, setBy: PERSON, liftedBy: PERSON },
  })
  return rows.map(({ id, reason, lifting, setBy, setAt, liftedBy, liftedAt }) => ({
    id,
    reason: shownWords(reason),
    setBy,
    setAt,
    liftedBy,
    liftedAt,
    liftingReason: shownWords(lifting),
  }))
}

/** The rows of one request share its reason. */
async function requestsOf(db: Database, reportId: string): Promise<RequestView[]> {
  const rows = await db.destruction.findMany({
    where: { reportId },
    orderBy: [{ askedAt: 'desc' }, { id: 'asc' }],
    include: { reason: WORDS, askedBy: PERSON, answeredBy: PERSON },
  })
  return [...groupBy(rows, ({ reasonId }) => reasonId).values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const { id, what, ground, reason, state, askedBy, askedAt, answeredBy, answeredAt } = first
    return [
      {
        id,
        what,
        ground,
        count: group.length,
        reason: shownWords(reason),
        state,
        askedBy,
        askedAt,
        answeredBy,
        answeredAt,
      },
    ]
  })
}
