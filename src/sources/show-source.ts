import type { Actor } from '../accounts/account.ts'
import { assertMay, mayOnSource } from '../accounts/policy.ts'
import type { Database } from '../db/database.ts'
import { Prisma } from '../db/generated/sqlite/client.ts'
import { findSource, type FoundSource } from './find-source.ts'
import { listFalls, type SourceFallView } from './list-falls.ts'
import { listLeaning, type LeaningReport } from './list-leaning.ts'
import { privatePartOf, type PrivatePart } from './protection.ts'
import { seenSourceIds } from './seen-sources.ts'
import { sourceFamily, standingSources } from './source-family.ts'

export interface SourceRef {
  readonly id: string
  readonly title: string
}

export interface Person {
  readonly id: string
  readonly name: string
}

/** One judgement of a source. `reason`: null where none was given, it was destroyed, or it is kept from this reader. */
export interface SourceJudgementView {
  readonly reliability: string
  readonly reason: string | null
  readonly judgedBy: Person
  readonly at: Date
}

/** A source with what leans on it, as this reader may see it. */
export interface SourceDetail {
  readonly id: string
  readonly kind: string
  /** Of a protected source: its public descriptor. */
  readonly title: string
  readonly url: string | null
  readonly reliability: string | null
  readonly doNotFetch: boolean
  /** retracted, downgraded or lost; null: it stands. */
  readonly fallen: string | null
  readonly fallenAt: Date | null
  readonly reviewAfter: Date | null
  readonly falls: readonly SourceFallView[]
  readonly protected: boolean
  /** Whether the reader is one of those who see what a protected source is. */
  readonly named: boolean
  /** Null for whoever is not named, and where nothing is sealed. */
  readonly private: PrivatePart | null
  readonly readers: readonly Person[] | null
  readonly originGroup: string | null
  readonly sameOrigin: readonly SourceRef[]
  readonly mergedInto: SourceRef | null
  readonly merged: readonly (SourceRef & { readonly url: string | null })[]
  readonly judgements: readonly SourceJudgementView[]
  readonly reports: readonly LeaningReport[]
}

/**
 * One source with everything that leans on it, as far as this person may know.
 * @throws NotFound there is none that they may know of
 */
export async function showSource(db: Database, actor: Actor, id: string): Promise<SourceDetail> {
  assertMay(actor, 'see sources')
  const source = await findSource(db, actor, id)
  const named = mayOnSource(actor, 'see who a source is', source.target)
  const family = await sourceFamily(db, source.id)
  const [parts, judgements, falls, reports, origin, merged, into] = await Promise.all([
    named && source.protected ? sealedParts(db, source) : { private: null, readers: null },
    judgementsOf(db, family, named),
    listFalls(db, source.id, named),
    listLeaning(db, actor, family, named),
    named ? sameOrigin(db, actor, source, family) : [],
    mergedSources(db, actor, family.slice(1)),
    source.mergedIntoId === null ? null : standingSources(db, [source.mergedIntoId]),
  ])
  const standing = into?.get(source.mergedIntoId ?? '')
  return {
    id: source.id,
    kind: source.kind,
    title: source.title,
    url: source.url,
    reliability: source.reliability,
    doNotFetch: source.doNotFetch,
    fallen: source.fallen,
    fallenAt: source.fallenAt,
    reviewAfter: source.reviewAfter,
    falls,
    protected: source.protected,
    named: source.protected && named,
    ...parts,
    originGroup: named ? source.originGroup : null,
    sameOrigin: origin,
    mergedInto: standing === undefined ? null : { id: standing.id, title: standing.title },
    merged,
    judgements,
    reports,
  }
}

async function sealedParts(db: Database, source: FoundSource) {
  const [sealed, readers] = await Promise.all([
    db.sealedText.findUnique({ where: { id: source.privateLocatorId ?? '' }, select: { body: true } }),
    db.sourceReader.findMany({
      where: { sourceId: source.id },
      orderBy: { account: { name: 'asc' } },
      select: { account: { select: { id: true, name: true } } },
    }),
  ])
  return { private: privatePartOf(sealed?.body ?? null), readers: readers.map(({ account }) => account) }
}

/** Newest first. What is said of a protected source may tell who it is. */
async function judgementsOf(
  db: Database,
  family: readonly string[],
  named: boolean,
): Promise<SourceJudgementView[]> {
  const rows = await db.sourceJudgement.findMany({
    where: { sourceId: { in: [...family] } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    include: { reason: { select: { body: true } }, judgedBy: { select: { id: true, name: true } } },
  })
  return rows.map(({ reliability, reason, judgedBy, at }) => ({
    reliability,
    reason: named ? (reason?.body ?? null) : null,
    judgedBy,
    at,
  }))
}

/** The others of its origin group that this person may know of; protected ones do not tell theirs. */
async function sameOrigin(
  db: Database,
  actor: Actor,
  { originGroup }: FoundSource,
  family: readonly string[],
): Promise<SourceRef[]> {
  if (originGroup === null) return []
  return db.$queryRaw<SourceRef[]>(Prisma.sql`
    SELECT s."id", s."title" FROM "Source" s
    WHERE s."originGroup" = ${originGroup} AND s."mergedIntoId" IS NULL AND s."protected" = FALSE
      AND s."id" NOT IN (${Prisma.join(family)})
      AND s."id" IN (${seenSourceIds(actor)})
    ORDER BY s."title", s."id"`)
}

async function mergedSources(db: Database, actor: Actor, ids: readonly string[]) {
  if (ids.length === 0) return []
  return db.$queryRaw<(SourceRef & { url: string | null })[]>(Prisma.sql`
    SELECT s."id", s."title", s."url" FROM "Source" s
    WHERE s."id" IN (${Prisma.join(ids)}) AND s."id" IN (${seenSourceIds(actor)})
    ORDER BY s."title", s."id"`)
}
