import type { Actor } from '../accounts/account.ts'
import { assertMayOnReport } from '../claims/load-claim.ts'
import type { Database, Transaction } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { Invalid, NotFound } from '../errors.ts'
import { takeChain } from '../history/append-event.ts'
import { assertCaptured, evidenceAbout, type EvidenceNamed } from './evidence-about.ts'
import { completeEvidence, type JudgedEvidence } from './evidence.ts'
import { reportAsked } from './report-asked.ts'
import { type Judged, writeEvidence } from './write-evidence.ts'

/** One source put to many claims of one report at once. What is said beside stands with each of them. */
export interface ClaimsJudged extends EvidenceNamed, Omit<JudgedEvidence, 'judgement'> {
  readonly reportId: string
  readonly claims: readonly (Pick<JudgedEvidence, 'judgement' | 'locator'> & { readonly claimId: string })[]
  readonly judgedBy: Actor
  readonly at: Date
}

/** The most claims at once: more than any report has that people check by hand. */
export const MOST_CLAIMS = 2_000

/**
 * Records what one source says of each of these claims, all or none of them, with an event each.
 * @throws NotFound no such report, claim, citation or source · NotAllowed for this role, or suspended meanwhile · Invalid a claim of another report or one named twice, or it does not fit
 */
export function judgeClaims(db: Database, input: ClaimsJudged): Promise<Judged[]> {
  const pieces = input.claims.map(({ claimId, judgement, locator }) => ({
    claimId,
    given: completeEvidence({ ...input, judgement, locator: locator ?? input.locator }),
  }))
  assertOnceEach(input)
  return inTransaction(db, async (tx) => {
    const report = await reportAsked(tx, input.reportId)
    await assertMayOnReport(tx, input.judgedBy, 'give evidence', report)
    const claims = await claimsOf(tx, input)
    const about = await evidenceAbout(tx, input, { by: input.judgedBy, at: input.at, report })
    await assertCaptured(tx, input.judgedBy, input, about)
    const head = await takeChain(tx, report.id)
    const written = pieces.flatMap(({ claimId, given }) => {
      const claim = claims.get(claimId)
      return claim === undefined ? [] : [{ claim, about, given }]
    })
    return writeEvidence(tx, head, written, { by: input.judgedBy, at: input.at })
  })
}

function assertOnceEach({ claims }: ClaimsJudged): void {
  if (claims.length === 0) throw new Invalid('Judge at least one claim.')
  if (claims.length > MOST_CLAIMS) throw new Invalid(`Judge at most ${MOST_CLAIMS} claims at once.`)
  if (new Set(claims.map(({ claimId }) => claimId)).size < claims.length)
    throw new Invalid('A claim is named twice: judge it once. Nothing was recorded.')
}

async function claimsOf(tx: Transaction, { claims, reportId }: ClaimsJudged) {
  const rows = await tx.claim.findMany({
    where: { id: { in: claims.map(({ claimId }) => claimId) } },
    select: { id: true, number: true, version: true, reportId: true },
  })
  if (rows.length < claims.length) throw new NotFound('There is no such claim. Nothing was recorded.')
  if (rows.some((row) => row.reportId !== reportId))
    throw new Invalid('A claim stands in another report. Nothing was recorded.')
  return new Map(rows.map((row) => [row.id, row]))
}
