import { standingEvidence } from '../claims/standing-evidence.ts'
import type { Transaction } from '../db/database.ts'
import { standingSources } from '../sources/source-family.ts'
import { groupBy } from '../text/group-by.ts'
import type { SnapshotEvidence, SnapshotSource } from './snapshot.ts'

/** The evidence that stands on each claim, by its id, and the sources that the draft or it names. */
export interface LoadedEvidence {
  readonly evidence: ReadonlyMap<string, readonly SnapshotEvidence[]>
  readonly sources: readonly SnapshotSource[]
}

/**
 * What people said off the record is left out: nobody outside learns that they spoke. So is the place in a protected source,
 * which may tell what it is.
 */
export async function loadSnapshotEvidence(
  tx: Transaction,
  reportId: string,
  draftId: string,
): Promise<LoadedEvidence> {
  const rows = await tx.evidence.findMany({
    where: { claim: { reportId } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    include: {
      excerpt: { select: { hash: true } },
      translation: { select: { hash: true } },
      contact: { select: { terms: true } },
      citation: { select: { sourceId: true } },
    },
  })
  const standing = [...groupBy(rows, ({ claimId }) => claimId)]
    .flatMap(([, given]) => standingEvidence(given))
    .filter(({ contact }) => contact?.terms !== 'off the record')
  const cited = await tx.citation.findMany({
    where: { note: { draftId }, sourceId: { not: null } },
    orderBy: [{ note: { index: 'asc' } }, { index: 'asc' }],
    select: { sourceId: true },
  })
  const named = [
    ...cited.map(({ sourceId }) => sourceId),
    ...standing.map((row) => row.sourceId ?? row.citation?.sourceId),
  ].flatMap((id) => id ?? [])
  const standsFor = await standingSources(tx, [...new Set(named)])
  const ids = [...new Set(named.flatMap((id) => standsFor.get(id)?.id ?? []))]
  const indexOf = new Map(ids.map((id, index) => [id, index]))
  const evidenceOf = (row: (typeof standing)[number]): SnapshotEvidence => {
    const source = standsFor.get(row.sourceId ?? row.citation?.sourceId ?? '')
    const id = source?.id
    return {
      ...{ by: row.judgedById, at: row.at.toISOString(), judgement: row.judgement },
      source: row.contact === null && id !== undefined ? (indexOf.get(id) ?? null) : null,
      terms: row.contact?.terms ?? null,
      ...{ credibility: row.credibility, locator: source?.protected === true ? null : row.locator },
      ...{ excerpt: row.excerpt?.hash ?? null, translation: row.translation?.hash ?? null },
    }
  }
  return {
    sources: await loadSources(tx, ids),
    evidence: new Map(
      [...groupBy(standing, ({ claimId }) => claimId)].map(([id, given]) => [id, given.map(evidenceOf)]),
    ),
  }
}

/** The sources in this order, each with its captures and those of what was merged into it. */
async function loadSources(tx: Transaction, ids: readonly string[]): Promise<SnapshotSource[]> {
  const rows = await tx.source.findMany({ where: { id: { in: [...ids] } } })
  const byId = new Map(rows.map((row) => [row.id, row]))
  const captures = await loadCaptures(tx, ids)
  return ids.flatMap((id): SnapshotSource[] => {
    const source = byId.get(id)
    if (source === undefined) return []
    if (source.protected) return [{ ...PROTECTED, title: source.publicDescriptor ?? 'a protected source' }]
    const { title, kind, url, reliability, fallen } = source
    const seen = captures.get(id) ?? []
    return [{ id, title, kind, url, protected: false, reliability, fallen, captures: seen }]
  })
}

const PROTECTED = {
  ...{ id: null, kind: null, url: null, protected: true, reliability: null, fallen: null },
  captures: [],
} as const

type SourceCaptures = SnapshotSource['captures']

/** By the source that they count for. */
async function loadCaptures(
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, SourceCaptures>> {
  const rows = await tx.capture.findMany({
    where: { source: { OR: [{ id: { in: [...ids] } }, { mergedIntoId: { not: null } }] } },
    orderBy: [{ seenAt: 'asc' }, { id: 'asc' }],
    select: { sourceId: true, blobId: true, seenAt: true, blob: { select: { mediaType: true } } },
  })
  const standsFor = await standingSources(tx, [...new Set(rows.map(({ sourceId }) => sourceId))])
  return new Map(
    [...groupBy(rows, ({ sourceId }) => standsFor.get(sourceId)?.id ?? sourceId)].map(([id, seen]) => [
      id,
      seen.map(({ blobId, seenAt, blob }) => ({
        ...{ sha256: blobId, mediaType: blob.mediaType, seenAt: seenAt.toISOString() },
      })),
    ]),
  )
}
