import { randomBytes } from 'node:crypto'
import type { Actor } from '../accounts/account.ts'
import { auditLoaded, type ReportAudit } from '../audit/audit-report.ts'
import type { AuditedReport } from '../audit/audited-report.ts'
import { loadAuditedReport } from '../audit/load-audited-report.ts'
import { auditedReport, type ReportAtAudit } from '../audit/report-at-audit.ts'
import { nothingHidden } from '../claims/hidden.ts'
import { assertMayOnReport } from '../claims/load-claim.ts'
import type { Database, Transaction } from '../db/database.ts'
import { insertRows } from '../db/insert-rows.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { newId } from '../db/new-id.ts'
import { Conflict } from '../errors.ts'
import { appendEvent, takeChain } from '../history/append-event.ts'
import { canonicalJson, type Json } from '../history/canonical.ts'
import { currentHead } from '../history/tree/sign-head.ts'
import { sealWords } from '../review/seal-words.ts'
import { keptSnapshot } from './snapshot.ts'
import { takeSnapshot } from './take-snapshot.ts'

export interface NewPublication {
  readonly reportId: string
  /** The draft that they saw the audit of. */
  readonly draftId: string
  readonly publishedBy: Actor
  readonly at: Date
}

/** `number`: of the publication, within the report. `hash`: of its snapshot. */
export interface MadePublication {
  readonly id: string
  readonly number: number
  readonly slug: string
  readonly hash: string
}

/**
 * Publishes the draft at work: audits it in this very transaction, and freezes what is known of it where nothing blocks.
 * @throws NotFound · NotAllowed for this role, or a sample · Conflict another draft came meanwhile, this one is out already, or the
 * audit blocks it
 */
export function publish(db: Database, input: NewPublication): Promise<MadePublication> {
  return keptBelowHead(db, input.at, async (tx) => {
    const gate = await openGate(tx, input)
    const { blocker } = gate.audit.counts
    if (blocker > 0)
      throw new Conflict(
        `The audit keeps draft ${gate.report.draft} back: ${blocker === 1 ? 'one point blocks' : `${blocker} points block`}. Settle or waive them, or ask a second person to publish over them. Nothing was published.`,
      )
    return publishWithin(tx, gate, input)
  })
}

/**
 * Publishes in one transaction, then signs a head over it. The signing has turns of its own: on a desk with a long history and no
 * head it takes a while, and nobody else is to wait for it.
 */
export async function keptBelowHead(
  db: Database,
  at: Date,
  work: (tx: Transaction) => Promise<MadePublication>,
): Promise<MadePublication> {
  const made = await inTransaction(db, work)
  await currentHead(db, at)
  return made
}

/** What the gate decides on: read and audited in the transaction that publishes. */
export interface Gate {
  readonly report: ReportAtAudit
  readonly audited: AuditedReport
  readonly audit: ReportAudit
}

/** @throws NotFound · NotAllowed · Conflict another draft came meanwhile, or this one is out already */
export async function openGate(tx: Transaction, input: NewPublication): Promise<Gate> {
  const { reportId, draftId, publishedBy, at } = input
  const report = await auditedReport(tx, reportId)
  await assertMayOnReport(tx, publishedBy, 'publish', report)
  if (report.draftId !== draftId)
    throw new Conflict(
      `Draft ${report.draft} has come since you saw the audit: look at it as it is now. Nothing was published.`,
    )
  const out = await tx.publication.findFirst({
    where: { draftId, withdrawnAt: null },
    select: { number: true },
  })
  if (out !== null)
    throw new Conflict(
      `Draft ${report.draft} is out already, as publication ${out.number}. Nothing was published.`,
    )
  const audited = await loadAuditedReport(tx, reportId, { hidden: nothingHidden(publishedBy.id), at })
  return { report, audited, audit: await auditLoaded(tx, reportId, audited) }
}

/** Somebody asked for a publication over open points, and a second person does it. */
export interface OverOpenPoints {
  readonly askedById: string
  readonly askedByName: string
}

/** Freezes and keeps what the gate let through. */
export async function publishWithin(
  tx: Transaction,
  { report, audited, audit }: Gate,
  input: NewPublication,
  over: OverOpenPoints | null = null,
): Promise<MadePublication> {
  const { reportId, draftId, publishedBy, at } = input
  const sealed = await sealWords(tx, canonicalJson(audit as unknown as Json))
  const waived = new Set(audit.findings.flatMap((one) => (one.waived === null ? [] : [one.fingerprint])))
  const snapshot = await takeSnapshot(tx, {
    ...{ reportId, waived, at, audit: sealed.hash },
    document: audited.draft.document,
    publishers: [publishedBy.id, ...(over === null ? [] : [over.askedById])],
  })
  const { json, hash } = keptSnapshot(snapshot)
  const { _max } = await tx.publication.aggregate({ where: { reportId }, _max: { number: true } })
  const made = { id: newId(), number: (_max.number ?? 0) + 1, slug: randomBytes(12).toString('base64url') }
  const openPoints = audit.counts.blocker
  await insertRows(tx, 'Publication', [
    {
      ...{ ...made, reportId, draftId, snapshot: json, hash, auditId: sealed.id, openPoints },
      ...{ publishedById: over?.askedById ?? publishedBy.id, publishedAt: at },
      confirmedById: over === null ? null : publishedBy.id,
    },
  ])
  await appendEvent(tx, await takeChain(tx, reportId), {
    kind: 'report.published',
    actor: publishedBy.id,
    at,
    payload: {
      ...{ draft: report.draft, publicationId: made.id, publication: made.number },
      ...{ snapshot: hash, auditHash: sealed.hash, openPoints, waivers: snapshot.waivers.length },
      ...(over === null ? {} : { confirms: over.askedById, confirmsName: over.askedByName }),
    },
  })
  return { ...made, hash }
}
