import type { Actor } from '../accounts/account.ts'
import type { Transaction } from '../db/database.ts'
import { Invalid, NotFound } from '../errors.ts'
import { findSource } from '../sources/find-source.ts'
import { standingSources } from '../sources/source-family.ts'
import type { Span } from '../text/span.ts'

/** A citation with its source, where it has one, or a source alone. */
export interface TickedAgainst {
  readonly citationId: string | null
  readonly sourceId: string | null
}

interface Asked extends Span {
  readonly citationId?: string | undefined
  readonly sourceId?: string | undefined
  readonly tickedBy: Actor
}

/**
 * What a span is ticked against: what was named, else the first work that is cited by the marker whose scope holds the span, else
 * the first one that the claim cites at all.
 * @throws NotFound no such citation, or no source that they may know of · Invalid both were named, the citation is of another report, or there is nothing
 */
export async function tickedAgainst(
  tx: Transaction,
  reportId: string,
  placementId: string | null,
  asked: Asked,
): Promise<TickedAgainst> {
  const { citationId, sourceId } = asked
  if (citationId !== undefined && sourceId !== undefined)
    throw new Invalid('Tick against a citation or a source: one of the two.')
  if (citationId !== undefined) return namedCitation(tx, reportId, citationId)
  if (sourceId !== undefined) return namedSource(tx, asked.tickedBy, sourceId)
  const cited = placementId === null ? null : await nearestCitation(tx, placementId, asked)
  if (cited === null)
    throw new Invalid(
      'Nothing is cited here to tick against: choose a source, or judge one as evidence for the claim first.',
    )
  return cited
}

async function namedCitation(tx: Transaction, reportId: string, id: string): Promise<TickedAgainst> {
  const citation = await tx.citation.findUnique({
    where: { id },
    select: { id: true, sourceId: true, note: { select: { draft: { select: { reportId: true } } } } },
  })
  if (citation === null) throw new NotFound('There is no such citation.')
  if (citation.note.draft.reportId !== reportId)
    throw new Invalid('This citation stands in another report. Nothing was ticked.')
  return { citationId: citation.id, sourceId: citation.sourceId }
}

/** The source that counts: what it was merged into, where it was. */
async function namedSource(tx: Transaction, actor: Actor, id: string): Promise<TickedAgainst> {
  const source = await findSource(tx, actor, id)
  const standing = (await standingSources(tx, [source.id])).get(source.id)?.id
  return { citationId: null, sourceId: standing ?? source.id }
}

interface CitedRow extends Span {
  readonly citationId: string
  readonly sourceId: string | null
}

async function nearestCitation(
  tx: Transaction,
  placementId: string,
  span: Span,
): Promise<TickedAgainst | null> {
  const cited = await tx.$queryRaw<CitedRow[]>`
    SELECT s."start", s."end", i."id" AS "citationId", i."sourceId"
    FROM "PlacementNote" s JOIN "Citation" i ON i."noteId" = s."noteId"
    WHERE s."placementId" = ${placementId}
    ORDER BY s."index", i."index"`
  const nearest = cited.find(({ start, end }) => start <= span.start && span.start < end) ?? cited[0]
  return nearest === undefined ? null : { citationId: nearest.citationId, sourceId: nearest.sourceId }
}
