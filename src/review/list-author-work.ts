import { shownWords, STORED_WORDS } from '../history/destruction.ts'
import type { Database } from '../db/database.ts'

/** A fix with what became of it. `answeredBy`: null while nobody has. `quote`, `quoteStart`: of the claim where it was asked. */
export interface FixView {
  readonly id: string
  readonly claimId: string
  readonly placementId: string
  readonly start: number
  readonly end: number
  readonly original: string
  readonly proposed: string
  readonly wordingKey: string
  readonly state: string
  readonly author: NamedPerson | null
  readonly askedBy: NamedPerson
  readonly askedAt: Date
  readonly answeredBy: string | null
  readonly answeredAt: Date | null
  readonly answer: string | null
  readonly quote: string
  readonly quoteStart: number | null
}

/** A query with its answer. `words` and `answer` are null where two people destroyed them. */
export interface QueryView {
  readonly id: string
  readonly claimId: string
  readonly words: string | null
  readonly state: string
  readonly author: NamedPerson | null
  readonly askedBy: NamedPerson
  readonly askedAt: Date
  readonly deadline: Date | null
  readonly answerKind: string | null
  readonly answer: string | null
  readonly answeredBy: string | null
  readonly answeredAt: Date | null
  readonly closedBy: string | null
  readonly closedAt: Date | null
}

interface NamedPerson {
  readonly id: string
  readonly name: string
}

const PERSON = { select: { id: true, name: true } } as const
const WORDS = { select: STORED_WORDS } as const

const FIX = {
  ...{ author: PERSON, askedBy: PERSON, answeredBy: PERSON, answer: WORDS },
  placement: { select: { quote: true, start: true } },
} as const

/** The fixes of some claims, oldest first. */
export async function listFixes(db: Database, claimIds: readonly string[]): Promise<FixView[]> {
  const rows = await db.fix.findMany({
    where: { claimId: { in: [...claimIds] } },
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
    include: FIX,
  })
  return rows.map(({ placement, answer, answeredBy, ...fix }) => ({
    ...{ id: fix.id, claimId: fix.claimId, placementId: fix.placementId, state: fix.state },
    ...{ start: fix.start, end: fix.end, original: fix.original, proposed: fix.proposed },
    ...{ wordingKey: fix.wordingKey, author: fix.author, askedBy: fix.askedBy, askedAt: fix.askedAt },
    answeredBy: fix.answeredAt === null ? null : (answeredBy?.name ?? fix.author?.name ?? 'The author'),
    ...{ answeredAt: fix.answeredAt, answer: shownWords(answer) },
    ...{ quote: placement.quote, quoteStart: placement.start },
  }))
}

/** The queries of some claims, oldest first. */
export async function listQueries(db: Database, claimIds: readonly string[]): Promise<QueryView[]> {
  const rows = await db.query.findMany({
    where: { claimId: { in: [...claimIds] } },
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
    include: { author: PERSON, askedBy: PERSON, closedBy: PERSON, words: WORDS, answered: WORDS },
  })
  const names = await namesOf(db, new Set(rows.flatMap(({ answeredById }) => answeredById ?? [])))
  return rows.map((row) => ({
    ...{ id: row.id, claimId: row.claimId, words: shownWords(row.words), state: row.state },
    ...{ author: row.author, askedBy: row.askedBy, askedAt: row.askedAt, deadline: row.deadline },
    ...{ answerKind: row.answer, answer: shownWords(row.answered), answeredAt: row.answeredAt },
    answeredBy:
      row.answeredAt === null
        ? null
        : (names.get(row.answeredById ?? '') ?? row.author?.name ?? 'The author'),
    ...{ closedBy: row.closedBy?.name ?? null, closedAt: row.closedAt },
  }))
}

async function namesOf(db: Database, ids: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
  if (ids.size === 0) return new Map()
  const people = await db.account.findMany({ where: { id: { in: [...ids] } }, ...PERSON })
  return new Map(people.map(({ id, name }) => [id, name]))
}
