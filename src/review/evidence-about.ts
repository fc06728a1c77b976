import type { Actor } from '../accounts/account.ts'
import type { EvidenceAbout } from '../claims/standing-evidence.ts'
import type { Transaction } from '../db/database.ts'
import { Invalid, NotFound } from '../errors.ts'
import { addSourceWithin, completeSource, type NamedByHand } from '../sources/add-source.ts'
import { assertCaptureOf } from '../sources/captures/load-capture.ts'
import { findSource } from '../sources/find-source.ts'
import { standingSources } from '../sources/source-family.ts'
import type { JudgedEvidence } from './evidence.ts'

/** What somebody names as evidence: a citation of the report, a source, or one that is new to the desk. One of the three. */
export interface EvidenceNamed {
  readonly citationId?: string | undefined
  readonly sourceId?: string | undefined
  readonly source?: NamedByHand | undefined
}

interface Naming {
  readonly by: Actor
  readonly at: Date
  readonly report: { readonly id: string; readonly closed: boolean }
}

/**
 * The citation with its source, or the source alone. A source that comes up at work on a closed report is known to those who
 * may read that, and to nobody else.
 * @throws NotFound no such citation, or no source that they may know of · Invalid none or several of the three, or of another report
 */
export async function evidenceAbout(
  tx: Transaction,
  named: EvidenceNamed,
  { by, at, report }: Naming,
): Promise<EvidenceAbout> {
  const { citationId, sourceId, source } = named
  if ([citationId, sourceId, source].filter((one) => one !== undefined).length !== 1)
    throw new Invalid('Say what the evidence is: a citation of the report, or a source. One of the two.')
  if (citationId !== undefined) return ofCitation(tx, citationId, report.id)
  const id =
    source === undefined
      ? (await findSource(tx, by, sourceId ?? '')).id
      : (await addSourceWithin(tx, { ...source, ...completeSource(source), by, at, onDesk: !report.closed }))
          .id
  const standing = (await standingSources(tx, [id])).get(id)
  return { citationId: null, sourceId: standing?.id ?? id, contactId: null }
}

/**
 * Makes sure that what evidence was read from, where somebody says so, is a capture of its source.
 * @throws NotFound there is none that they may see · Invalid it shows another source
 */
export async function assertCaptured(
  tx: Transaction,
  by: Actor,
  { captureId }: Pick<JudgedEvidence, 'captureId'>,
  { sourceId }: EvidenceAbout,
): Promise<void> {
  if (captureId !== undefined && captureId !== '') await assertCaptureOf(tx, by, captureId, sourceId)
}

async function ofCitation(tx: Transaction, citationId: string, reportId: string): Promise<EvidenceAbout> {
  const citation = await tx.citation.findUnique({
    where: { id: citationId },
    select: { id: true, sourceId: true, note: { select: { draft: { select: { reportId: true } } } } },
  })
  if (citation === null) throw new NotFound('There is no such citation.')
  if (citation.note.draft.reportId !== reportId)
    throw new Invalid('This citation stands in another report. Nothing was recorded.')
  return { citationId: citation.id, sourceId: citation.sourceId, contactId: null }
}
