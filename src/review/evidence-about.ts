import type { Actor } from '../accounts/account.ts'
import type { EvidenceAbout } from '../claims/standing-evidence.ts'
import type { Transaction } from '../db/database.ts'
import { Invalid, NotFound } from '../errors.ts'
import { findSource } from '../sources/find-source.ts'
import { standingSources } from '../sources/source-family.ts'

/** What somebody names as evidence: a citation of the report, or a source that the report may not cite. One of the two. */
export interface EvidenceNamed {
  readonly citationId?: string | undefined
  readonly sourceId?: string | undefined
}

/**
 * The citation with its source, or the source alone.
 * @throws NotFound no such citation, or no source that they may know of · Invalid both, neither, or of another report
 */
export async function evidenceAbout(
  tx: Transaction,
  actor: Pick<Actor, 'id'>,
  { citationId, sourceId }: EvidenceNamed,
  reportId: string,
): Promise<EvidenceAbout> {
  if ((citationId === undefined) === (sourceId === undefined))
    throw new Invalid('Say what the evidence is: a citation of the report, or a source. One of the two.')
  if (citationId === undefined)
    return { citationId: null, sourceId: await standingId(tx, actor, sourceId ?? ''), contactId: null }
  const citation = await tx.citation.findUnique({
    where: { id: citationId },
    select: { id: true, sourceId: true, note: { select: { draft: { select: { reportId: true } } } } },
  })
  if (citation === null) throw new NotFound('There is no such citation.')
  if (citation.note.draft.reportId !== reportId)
    throw new Invalid('This citation stands in another report. Nothing was recorded.')
  return { citationId: citation.id, sourceId: citation.sourceId, contactId: null }
}

/** The source that counts: what it was merged into, where it was. */
async function standingId(tx: Transaction, actor: Pick<Actor, 'id'>, id: string): Promise<string> {
  const found = await findSource(tx, actor, id)
  return (await standingSources(tx, [found.id])).get(found.id)?.id ?? found.id
}
