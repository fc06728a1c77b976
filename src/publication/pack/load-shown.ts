import { auditLoaded } from '../../audit/audit-report.ts'
import { loadAuditedReport } from '../../audit/load-audited-report.ts'
import type { Hidden } from '../../claims/hidden.ts'
import type { Database } from '../../db/database.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { Conflict } from '../../errors.ts'
import { canonicalJson, type Json } from '../../history/canonical.ts'
import { seal } from '../../history/sealed-text.ts'
import { keptSnapshot, type Snapshot, storedSnapshot } from '../snapshot.ts'
import { takeSnapshot } from '../take-snapshot.ts'
import { type NamedText, told } from './load-texts.ts'

/** What a pack shows of a report: a publication, or how it stands. */
export interface Shown {
  /** Canonical JSON. */
  readonly json: string
  readonly snapshot: Snapshot
  readonly audit: NamedText
  /** Of the publication, within the report; null: it is not published. */
  readonly number: number | null
}

/** The newest publication of a report that nobody withdrew, else the newest; null where there is none. */
export async function loadPublished(db: Database, reportId: string): Promise<Shown | null> {
  const rows = await db.publication.findMany({
    where: { reportId },
    orderBy: { number: 'desc' },
    select: { id: true, withdrawnAt: true },
  })
  const newest = rows.find(({ withdrawnAt }) => withdrawnAt === null) ?? rows[0]
  if (newest === undefined) return null
  const {
    snapshot: json,
    audit,
    number,
  } = await db.publication.findUniqueOrThrow({
    where: { id: newest.id },
    include: { audit: true },
  })
  const sealed = told(audit, null, null)
  if (sealed === null) throw new Error('A publication without its audit')
  return { json, snapshot: storedSnapshot(json), audit: sealed, number }
}

/**
 * How a report stands now, as it would be frozen. Nothing of it is kept.
 * @throws NotFound no such report, or its text was destroyed · Conflict whoever asks is not to see what a first checker found
 */
export async function loadPresent(
  db: Database,
  reportId: string,
  { hidden, at }: { readonly hidden: Hidden; readonly at: Date },
): Promise<Shown> {
  const kept = hidden.ruled.size
  if (kept > 0)
    throw new Conflict(
      `${kept === 1 ? 'One claim waits' : `${kept} claims wait`} for a second person who is not to see what the first found, and a pack would show it. Rule on ${kept === 1 ? 'it' : 'them'}, or have somebody export who has. Nothing was exported.`,
    )
  return inTransaction(db, async (tx) => {
    const audited = await loadAuditedReport(tx, reportId, { hidden, at })
    const { findings, ...audit } = await auditLoaded(tx, reportId, audited)
    const sealed = seal(canonicalJson({ ...audit, findings } as unknown as Json))
    const waived = new Set(findings.flatMap((one) => (one.waived === null ? [] : [one.fingerprint])))
    const { document } = audited.draft
    const snapshot = await takeSnapshot(tx, { reportId, audit: sealed.hash, document, waived, at })
    const { json } = keptSnapshot(snapshot)
    return { json, snapshot: storedSnapshot(json), audit: { ...sealed, why: null }, number: null }
  })
}
