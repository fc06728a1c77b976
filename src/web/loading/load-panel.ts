import { asShown, fileShown, verdictsShown, type Hidden } from '../../claims/hidden.ts'
import type { Outcome, Status, VerdictValue } from '../../claims/vocabulary.ts'
import type { Database } from '../../db/database.ts'
import { NotFound } from '../../errors.ts'
import type { Attribution, Booster, ConfidenceLevel, Cue, Tests } from '../../reading/document.ts'
import type { Reason } from '../../review/verdict.ts'
import type { PanelClaim, PanelDecision, PanelVerdict } from '../pages/desk-rows.ts'
import { loadPanelNotes } from './load-panel-notes.ts'

interface ClaimRow {
  readonly id: string
  readonly number: number
  readonly version: number
  readonly status: Status
  readonly stale: boolean
  readonly differs: boolean
  readonly settled: boolean
  readonly setAside: string | null
  readonly outcome: Outcome | null
  readonly assessed: ConfidenceLevel | null
  readonly risk: string
  readonly groupName: string | null
  readonly checkers: number
  readonly needsSecond: boolean
  readonly objections: number
  readonly rechecks: number
  readonly reviewAfter: Date | null
  readonly placementId: string
  readonly state: string
  readonly start: number | null
  readonly end: number | null
  readonly page: number | null
  readonly quote: string
  readonly level: ConfidenceLevel
  readonly score: number
  readonly cues: string
  readonly boosters: string
  readonly attribution: string | null
  readonly tests: Tests
}

/**
 * One claim as a reader is shown it: as it stands in a draft, with its notes and everything ruled on it.
 * @throws NotFound no such claim in this draft
 */
export async function loadPanelClaim(
  db: Database,
  draftId: string,
  claimId: string,
  hidden: Hidden,
): Promise<PanelClaim> {
  const [row] = await db.$queryRaw<ClaimRow[]>`
    SELECT c."id", c."number", c."version", c."status", c."stale", c."differs", c."settled", c."setAside", c."outcome", c."assessed",
           c."risk", c."groupName", c."checkers", c."needsSecond", c."objections", c."rechecks", c."reviewAfter", p."id" AS "placementId", p."state", p."start", p."end", p."page", p."quote", p."level", p."score", p."cues",
           p."boosters", p."attribution", p."tests"
    FROM "Claim" c
    JOIN "Placement" p ON p."claimId" = c."id" AND p."draftId" = ${draftId}
    WHERE c."id" = ${claimId}`
  if (row === undefined) throw new NotFound('There is no such claim in this draft.')
  const {
    placementId,
    state,
    start,
    end,
    page,
    quote,
    level,
    score,
    cues,
    boosters,
    attribution,
    tests,
    ...claim
  } = row
  const kept = hidden.ruled.has(claim.id)
  return {
    ...asShown(claim, hidden),
    ...(kept ? { outcome: null, assessed: null } : {}),
    hidden: kept,
    placementId,
    placement: {
      state,
      start,
      end,
      page,
      quote,
      level,
      score,
      tests,
      cues: JSON.parse(cues) as Cue[],
      boosters: JSON.parse(boosters) as Booster[],
      attribution: attribution === null ? null : (JSON.parse(attribution) as Attribution),
    },
    notes: await loadPanelNotes(db, placementId),
    verdicts: verdictsShown(await loadVerdicts(db, claimId), claimId, hidden, ({ checkerId }) => checkerId),
    decisions: fileShown(await loadDecisions(db, claimId), claimId, hidden, ({ decidedById }) => decidedById),
  }
}

/** The verdicts on a claim in the order they were given; a withdrawal stands on the verdict it takes back. */
function loadVerdicts(db: Database, claimId: string): Promise<PanelVerdict[]> {
  return db.$queryRaw<
    (PanelVerdict & {
      readonly verdict: VerdictValue
      readonly tests: Tests
      readonly reason: Reason | null
    })[]
  >`
    SELECT v."id", v."verdict", v."checkerId", a."name" AS "checker", v."at", v."tests", v."reason",
           COALESCE(t."body", t."destructionReason") AS "rationale", v."confidence", v."outcome", v."fixId", w."at" AS "withdrawnAt"
    FROM "Verdict" v
    JOIN "Account" a ON a."id" = v."checkerId"
    LEFT JOIN "SealedText" t ON t."id" = v."rationaleId"
    LEFT JOIN "Verdict" w ON w."withdraws" = v."id"
    WHERE v."claimId" = ${claimId} AND v."withdraws" IS NULL
    ORDER BY v."seenVersion", v."at"`
}

function loadDecisions(db: Database, claimId: string): Promise<PanelDecision[]> {
  return db.$queryRaw<PanelDecision[]>`
    SELECT o."id", o."outcome", o."decidedById", a."name" AS "decidedBy", o."at", COALESCE(t."body", t."destructionReason") AS "reason"
    FROM "OutcomeDecision" o
    JOIN "Account" a ON a."id" = o."decidedById"
    LEFT JOIN "SealedText" t ON t."id" = o."reasonId"
    LEFT JOIN "OutcomeDecision" w ON w."withdraws" = o."id"
    WHERE o."claimId" = ${claimId} AND COALESCE(o."withdraws", '') = '' AND w."id" IS NULL
    ORDER BY o."at"`
}
