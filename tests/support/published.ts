import type { Actor } from '../../src/accounts/account.ts'
import { DEFAULT_POLICY } from '../../src/review/report-policy.ts'
import type { Database } from '../../src/db/database.ts'
import { newId } from '../../src/db/new-id.ts'
import { seal } from '../../src/history/sealed-text.ts'
import { keptSnapshot, type Snapshot, type SnapshotClaim } from '../../src/publication/snapshot.ts'

export interface Published {
  readonly id: string
  readonly slug: string
  readonly number: number
}

interface ToPublish {
  readonly reportId: string
  readonly by: Pick<Actor, 'id' | 'name'>
  readonly at: Date
  readonly publicPage?: boolean
}

/** Puts a report's present draft into the database as published: for tests of what comes after. */
export async function published(db: Database, input: ToPublish): Promise<Published> {
  const { reportId, by, at, publicPage = false } = input
  const number = (await db.publication.count({ where: { reportId } })) + 1
  const snapshot = await snapshotOf(db, input)
  const { json, hash } = keptSnapshot(snapshot)
  const audit = seal('{}')
  await db.sealedText.create({ data: audit })
  const id = newId()
  const made = { id, reportId, number, draftId: snapshot.draft.id, snapshot: json, hash, auditId: audit.id }
  const out = { slug: `page-${id}`, openPoints: 0, publishedById: by.id, publishedAt: at, publicPage }
  await db.publication.create({ data: { ...made, ...out } })
  return { id, slug: out.slug, number }
}

async function snapshotOf(db: Database, { reportId, by, at }: ToPublish): Promise<Snapshot> {
  const report = await db.report.findUniqueOrThrow({
    where: { id: reportId },
    include: { currentDraft: { include: { text: true } } },
  })
  const draft = report.currentDraft
  if (draft === null) throw new Error('The report has no draft.')
  const evidence = await db.evidence.findMany({
    where: { claim: { reportId }, withdraws: null, withdrawal: null, superseded: null },
    include: { source: true, contact: true, excerpt: true, citation: { include: { source: true } } },
    orderBy: { at: 'asc' },
  })
  const sourceOf = (row: (typeof evidence)[number]) => row.source ?? row.citation?.source ?? null
  const sources = [
    ...new Map(
      evidence.flatMap((row) => (sourceOf(row) === null ? [] : [[sourceOf(row)!.id, sourceOf(row)!]])),
    ).values(),
  ]
  const placements = await db.placement.findMany({
    where: { draftId: draft.id, claim: { setAside: null } },
    include: {
      claim: { include: { verdicts: true } },
      notes: { orderBy: { index: 'asc' }, include: { marker: true } },
    },
    orderBy: [{ start: 'asc' }, { claim: { number: 'asc' } }],
  })
  const people: Record<string, string> = { [by.id]: by.name }
  return {
    format: 'stet.snapshot/1',
    at: at.toISOString(),
    report: {
      id: report.id,
      title: report.title,
      series: report.series,
      authors: report.authors,
      publisher: report.publisher,
      language: report.language,
    },
    draft: {
      id: draft.id,
      number: draft.number,
      text: draft.text.hash,
      original: draft.originalId,
      sourceName: draft.sourceName,
      sourceType: draft.sourceType,
      importedAt: draft.importedAt.toISOString(),
    },
    policy: DEFAULT_POLICY,
    audit: '',
    claims: placements.map(({ claim, notes, start, end, level }): SnapshotClaim => ({
      id: claim.id,
      number: claim.number,
      version: claim.version,
      start,
      end,
      reads: level,
      assessed: claim.assessed,
      status: claim.status,
      stale: claim.stale,
      outcome: claim.outcome,
      settled: claim.settled,
      risk: claim.risk,
      checkers: claim.checkers,
      caveat: null,
      notes: notes.map(({ marker }) => marker.label),
      verdicts: [],
      evidence: evidence
        .filter(({ claimId }) => claimId === claim.id)
        .map((row) => ({
          by: by.id,
          at: row.at.toISOString(),
          judgement: row.judgement,
          source: sourceOf(row) === null ? null : sources.findIndex(({ id }) => id === sourceOf(row)!.id),
          terms: row.contact?.terms ?? null,
          credibility: row.credibility,
          locator: row.locator,
          excerpt: row.excerpt?.hash ?? null,
          translation: null,
        })),
    })),
    sources: sources.map((source) => ({
      id: source.protected ? null : source.id,
      title: source.protected ? (source.publicDescriptor ?? '') : source.title,
      kind: source.kind,
      url: source.protected ? null : source.url,
      protected: source.protected,
      reliability: source.reliability,
      fallen: source.fallen,
      captures: [],
    })),
    waivers: [],
    signOffs: [],
    people,
    chain: { seq: 1, hash: '' },
    tree: null,
  }
}
