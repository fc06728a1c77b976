import type { Database } from '../db/database.ts'
import type { OpenClaim } from './open-claim.ts'
import type { ProposedChange } from './word/annotate-word.ts'

const NAMED = { select: { name: true } } as const
const WORDS = { select: { body: true } } as const

/** The claims of a draft that were ruled on or asked about and are not settled, in order of position. */
export async function loadOpenClaims(db: Database, draftId: string): Promise<OpenClaim[]> {
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
          outcomes: { orderBy: { at: 'asc' }, include: { decidedBy: NAMED, reason: WORDS } },
        },
      },
    },
  })
  return placements.map(({ start, end, wordingKey, claim }) => ({
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
    decisions: claim.outcomes.map(({ decidedBy, outcome, reason, at }) => ({
      by: decidedBy.name,
      outcome,
      words: reason?.body ?? null,
      at,
    })),
  }))
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
