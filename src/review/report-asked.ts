import type { Transaction } from '../db/database.ts'
import { NotFound } from '../errors.ts'

/** A report as the policy asks for it, with its present draft. */
export interface ReportAsked {
  readonly id: string
  readonly closed: boolean
  readonly sample: boolean
  readonly currentDraftId: string | null
}

/** What a comment, a notice or a presence is about: a claim, with its report. */
export interface ClaimAsked {
  readonly id: string
  readonly number: number
  readonly version: number
  readonly report: ReportAsked
}

const REPORT = { id: true, closed: true, sample: true, currentDraftId: true } as const

/** @throws NotFound */
export async function reportAsked(tx: Transaction, id: string): Promise<ReportAsked> {
  const report = await tx.report.findUnique({ where: { id }, select: REPORT })
  if (report === null) throw new NotFound('There is no such report.')
  return report
}

/** @throws NotFound */
export async function claimAsked(tx: Transaction, id: string): Promise<ClaimAsked> {
  const claim = await tx.claim.findUnique({
    where: { id },
    select: { id: true, number: true, version: true, report: { select: REPORT } },
  })
  if (claim === null) throw new NotFound('There is no such claim.')
  return claim
}
