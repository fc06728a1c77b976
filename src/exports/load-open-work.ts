import { fileShown, verdictsShown, type Hidden } from '../claims/hidden.ts'
import type { Database } from '../db/database.ts'
import type { OpenClaim } from './open-claim.ts'
import type { ProposedChange } from './word/annotate-word.ts'

const NAMED = { select: { name: true } } as const
const WORDS = { select: { body: true } } as const

/**
 * The claims of a draft that were ruled on or asked about and are not settled, in order of position. What a first checker found
 * stays in the house for as long as it is hidden from whoever takes the report out of it.
 */
export async function loadOpenClaims(db: Database, draftId: string, hidden: Hidden): Promise<OpenClaim[]> {
  const placements = await db.placement.findMany({
    where: {
      draftId,
      start: { not: null },
      claim: {
        settled: false,
        setAside: null,
        OR: [{ status: { not: 'unreviewed' } }, { outcome: { not: null } }],
      },
    },
    orderBy: { start: 'asc' },
    select: {
      start: true,
      end: true,
      wordingKey: true,
      claim: {
        include: {
          verdicts: { orderBy: { seenVersion: 'asc' }, include: { checker: NAMED, rationale: WORDS } },
          fixes: { where: { state: 'withdrawn' }, select: { id: true } },
          queries: { select: { id: true, state: true, words: WORDS } },
          outcomes: {
            orderBy: { at: 'asc' },
            include: { decidedBy: { select: { id: true, name: true } }, reason: WORDS },
          },
        },
      },
    },
  })
  const open = placements.map(({ start, end, wordingKey, claim }) => ({
    id: claim.id,
    number: claim.number,
    start: start ?? 0,
    end: end ?? 0,
    stale: claim.stale,
    differs: claim.differs,
    outcome: claim.outcome,
    wordingKey,
    verdicts: claim.verdicts.map((verdict) => ({
      ...verdict,
      checker: verdict.checker.name,
      rationale: verdict.rationale?.body ?? null,
    })),
    decisions: standingDecisions(claim).map(({ id, decidedBy, outcome, reason, at }) => ({
      by: decidedBy.name,
      byId: decidedBy.id,
      outcome,
      words: reason?.body ?? claim.queries.find((query) => query.id === id)?.words.body ?? null,
      at,
    })),
  }))
  return open.map((claim) => openShown(claim, hidden)).filter(hasSomething)
}

function openShown(claim: OpenClaim & { readonly id: string }, hidden: Hidden): OpenClaim {
  if (!hidden.ruled.has(claim.id)) return claim
  const decisions = fileShown(claim.decisions, claim.id, hidden, ({ byId }) => byId)
  return {
    ...claim,
    stale: false,
    differs: false,
    outcome: decisions.at(-1)?.outcome ?? null,
    verdicts: verdictsShown(claim.verdicts, claim.id, hidden, ({ checkerId }) => checkerId),
    decisions,
  }
}

const hasSomething = ({ verdicts, decisions, outcome }: OpenClaim): boolean =>
  verdicts.length > 0 || decisions.length > 0 || outcome !== null

/** Without those that were taken back, and those that came with a fix or a query (whose id they bear) that was withdrawn or closed since. */
function standingDecisions<
  Decision extends { readonly id: string; readonly withdraws: string | null },
>(claim: {
  readonly outcomes: readonly Decision[]
  readonly fixes: readonly { readonly id: string }[]
  readonly queries: readonly { readonly id: string; readonly state: string }[]
}): Decision[] {
  const over = [...claim.fixes, ...claim.queries.filter(({ state }) => state === 'closed')]
  const ended = new Set([...over.map(({ id }) => id), ...claim.outcomes.map(({ withdraws }) => withdraws)])
  return claim.outcomes.filter(({ id, withdraws }) => withdraws === null && !ended.has(id))
}

/** The fixes that wait to be taken into the draft, in order of position. */
export async function loadFixes(db: Database, draftId: string): Promise<ProposedChange[]> {
  const fixes = await db.fix.findMany({
    where: { placement: { draftId }, state: { in: ['asked', 'accepted'] } },
    orderBy: [{ start: 'asc' }, { askedAt: 'asc' }],
    include: { askedBy: NAMED },
  })
  return fixes.map(({ start, end, proposed, askedBy, askedAt }) => ({
    start,
    end,
    words: proposed,
    author: askedBy.name,
    at: askedAt,
  }))
}
