import type { Actor } from '../accounts/account.ts'
import { assertMayOnReport } from '../claims/load-claim.ts'
import type { Database } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { NotFound } from '../errors.ts'
import { takeChain } from '../history/append-event.ts'
import { assertCaptured, evidenceAbout, type EvidenceNamed } from './evidence-about.ts'
import { completeEvidence, type JudgedEvidence } from './evidence.ts'
import { type Judged, writeEvidence } from './write-evidence.ts'

export { insertEvidence } from './insert-evidence.ts'

/** Evidence on a claim: of a citation in its notes, or of a source that the report may not cite. One of the two. */
export interface NewEvidence extends JudgedEvidence, EvidenceNamed {
  readonly claimId: string
  readonly judgedBy: Actor
  readonly at: Date
}

/**
 * Records what one source says of one claim, and its event. Never updated: a later judgement by the same person supersedes it.
 * The claim's version stays: its words and its verdict are as they were.
 * @throws NotFound no such claim, citation or source · NotAllowed for this role, or suspended meanwhile · Invalid of another report, or does not fit
 */
export function judgeEvidence(db: Database, input: NewEvidence): Promise<Judged> {
  const given = completeEvidence(input)
  return inTransaction(db, async (tx) => {
    const claim = await tx.claim.findUnique({
      where: { id: input.claimId },
      include: { report: { select: { id: true, closed: true, sample: true } } },
    })
    if (claim === null) throw new NotFound('There is no such claim.')
    await assertMayOnReport(tx, input.judgedBy, 'give evidence', claim.report)
    const about = await evidenceAbout(tx, input, { by: input.judgedBy, at: input.at, report: claim.report })
    await assertCaptured(tx, input.judgedBy, given, about)
    const head = await takeChain(tx, claim.reportId)
    const [judged] = await writeEvidence(tx, head, [{ claim, about, given }], {
      by: input.judgedBy,
      at: input.at,
    })
    if (judged === undefined) throw new Error('A judgement was asked for and none was written')
    return judged
  })
}
