import type { Actor } from '../../accounts/account.ts'
import { assertMayOnReport } from '../../claims/load-claim.ts'
import type { Database, Transaction } from '../../db/database.ts'
import { insertRows } from '../../db/insert-rows.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { newId } from '../../db/new-id.ts'
import { Conflict, NotAllowed } from '../../errors.ts'
import { appendEvent, takeChain } from '../../history/append-event.ts'
import { loadHidden } from '../../review/load-hidden.ts'
import { storedPolicy } from '../../review/report-policy.ts'
import { sealWords } from '../../review/seal-words.ts'
import { writtenWords } from '../../review/written-words.ts'
import { auditReport } from '../audit-report.ts'
import { auditedReport } from '../report-at-audit.ts'
import type { MarkedFinding } from '../fingerprint.ts'
import { isWaivable, LONGEST_WAIVER_REASON, OF_CHECKERS } from './waiver.ts'

export interface NewWaiver {
  readonly reportId: string
  /** Of the finding, as the audit gave it. */
  readonly fingerprint: string
  readonly reason: string
  readonly waivedBy: Actor
  readonly at: Date
}

export interface GivenWaiver {
  readonly id: string
  readonly rule: string
}

/**
 * A named person lets one finding of the audit pass, with a reason. It holds as long as the audit says the same of the same words.
 * @throws NotFound · NotAllowed for this role, a finding that nobody can let pass, or one about their own check · Conflict the audit
 * says this no longer, or somebody let it pass already · Invalid without a reason
 */
export function waiveFinding(db: Database, input: NewWaiver): Promise<GivenWaiver> {
  const words = writtenWords(input.reason, 'why it may stand', LONGEST_WAIVER_REASON)
  return inTransaction(db, async (tx) => {
    const { reportId, waivedBy, at } = input
    const report = await auditedReport(tx, reportId)
    await assertMayOnReport(tx, waivedBy, 'waive', report)
    const hidden = await loadHidden(tx, { id: reportId, policy: storedPolicy(report.policy) }, waivedBy.id)
    const { findings } = await auditReport(tx, reportId, { hidden, at })
    const finding = findings.find(({ fingerprint }) => fingerprint === input.fingerprint)
    if (finding === undefined)
      throw new Conflict(
        'The audit does not say this any longer: look at it as it is now. Nothing was recorded.',
      )
    if (finding.waived !== null)
      throw new Conflict(`${finding.waived.by} let this finding pass already. Nothing was recorded.`)
    await assertMayWaive(tx, finding, input)
    const claimId = await claimOf(tx, reportId, finding)
    const said = await sealWords(tx, finding.message)
    const reason = await sealWords(tx, words)
    const row = { id: newId(), reportId, draftId: report.draftId, claimId, rule: finding.rule }
    await insertRows(tx, 'Waiver', [
      {
        ...row,
        ...{ fingerprint: finding.fingerprint, saidId: said.id, reasonId: reason.id },
        ...{ waivedById: waivedBy.id, at },
      },
    ])
    await appendEvent(tx, await takeChain(tx, reportId), {
      kind: 'finding.waived',
      actor: waivedBy.id,
      at,
      payload: {
        ...{ draft: report.draft, waiverId: row.id, rule: row.rule },
        ...(claimId === null || finding.claim === undefined ? {} : { claimId, number: finding.claim }),
        ...{ saidHash: said.hash, reasonHash: reason.hash },
      },
    })
    return { id: row.id, rule: row.rule }
  })
}

/** @throws NotAllowed nobody can let it pass, or not whoever checked the claim themselves */
async function assertMayWaive(
  tx: Transaction,
  { rule, claim }: MarkedFinding,
  { reportId, waivedBy }: NewWaiver,
): Promise<void> {
  if (!isWaivable({ rule }))
    throw new NotAllowed('Nobody can let this finding pass: do what it asks for, or publish over it.')
  if (!OF_CHECKERS.has(rule)) return
  const own = await tx.verdict.findFirst({
    where: {
      checkerId: waivedBy.id,
      claim: { reportId, ...(claim === undefined ? {} : { number: claim }) },
    },
    select: { id: true },
  })
  if (own !== null)
    throw new NotAllowed(
      'You checked this yourself, and nobody approves their own check: another editor has to let it pass.',
    )
}

async function claimOf(tx: Transaction, reportId: string, { claim }: MarkedFinding): Promise<string | null> {
  if (claim === undefined) return null
  const found = await tx.claim.findUnique({
    where: { reportId_number: { reportId, number: claim } },
    select: { id: true },
  })
  return found?.id ?? null
}
