import type { Actor } from '../accounts/account.ts'
import { mayEver } from '../accounts/policy.ts'
import type { Database } from '../db/database.ts'
import { standingSources, type NamedSource } from '../sources/source-family.ts'
import { fileShown, nothingHidden, type Hidden } from './hidden.ts'
import { excerptChecker, type ExcerptCheck } from './excerpt/check-excerpt.ts'
import { originOf } from './origin.ts'
import { standingEvidence } from './standing-evidence.ts'
import { withoutLabels } from './without-labels.ts'

/** A source as everybody may see it who may see what leans on it. */
export type ShownSource = Omit<NamedSource, 'originGroup'>

/** What one source says of a claim, by one person, as this reader may see it. */
export interface EvidenceView {
  readonly id: string
  readonly citationId: string | null
  readonly sourceId: string | null
  readonly contactId: string | null
  /** As what it counts for: itself, or what it was merged into. */
  readonly source: ShownSource | null
  readonly judgement: string
  readonly credibility: number | null
  readonly locator: string | null
  readonly excerpt: string | null
  readonly translation: string | null
  readonly translator: string | null
  /** The capture that it was read from. */
  readonly captureId: string | null
  readonly judgedBy: { readonly id: string; readonly name: string }
  /** Whether it counts: nobody took it back, and the same person did not judge it again. */
  readonly standing: boolean
  readonly superseded: boolean
  readonly withdrawn: boolean
  /** The source is protected, and what is said of its words is kept from this reader. */
  readonly kept: boolean
  /** What the excerpt has of the claim; null without an excerpt. */
  readonly check: ExcerptCheck | null
  readonly at: Date
}

export interface ClaimEvidence {
  readonly evidence: readonly EvidenceView[]
  /** Distinct origins among the sources that were judged to support the claim, wholly or in part. */
  readonly origins: number
}

/** A claim's words as an excerpt is held against them; `labels`: of its markers. */
export interface ClaimWords {
  readonly id: string
  readonly quote: string
  readonly labels: readonly string[]
  /** BCP 47. */
  readonly language: string
  /** What the reader is not shown. */
  readonly hidden?: Hidden
  /** Only what had been judged by then. */
  readonly until?: Date
}

interface EvidenceRow {
  readonly id: string
  readonly citationId: string | null
  readonly sourceId: string | null
  readonly contactId: string | null
  readonly judgement: string
  readonly credibility: number | null
  readonly locator: string | null
  readonly excerpt: string | null
  readonly translation: string | null
  readonly excerptGone: string | null
  readonly translationGone: string | null
  readonly translator: string | null
  readonly captureId: string | null
  readonly supersedesId: string | null
  readonly withdraws: string | null
  readonly judgedById: string
  readonly judgedBy: string
  readonly terms: string | null
  readonly madeById: string | null
  readonly at: Date
}

/** All evidence on one claim that somebody may know of, oldest first, with what its excerpts have of the claim. */
export async function claimEvidence(db: Database, reader: Actor, claim: ClaimWords): Promise<ClaimEvidence> {
  const until = claim.until ?? null
  const given = (await loadRows(db, claim.id)).filter(
    (row) => mayKnow(reader, row) && (until === null || row.at <= until),
  )
  const hidden = claim.hidden ?? nothingHidden(reader.id)
  const rows = fileShown(given, claim.id, hidden, ({ judgedById }) => judgedById)
  const ids = [...new Set(rows.flatMap(({ sourceId }) => (sourceId === null ? [] : [sourceId])))]
  const sources = ids.length === 0 ? new Map<string, NamedSource>() : await standingSources(db, ids)
  const known = await namedOn(db, reader, [...sources.values()])
  const standing = new Set(standingEvidence(merged(rows, sources)).map(({ id }) => id))
  const withdrawn = new Set(rows.map(({ withdraws }) => withdraws))
  const check = excerptChecker(withoutLabels(claim.quote, claim.labels), claim.language)
  const evidence = rows
    .filter(({ withdraws }) => withdraws === null)
    .map((row) => {
      const source = sources.get(row.sourceId ?? '') ?? null
      const kept = source?.protected === true && !known.has(source.id) && row.judgedById !== reader.id
      return {
        id: row.id,
        citationId: row.citationId,
        sourceId: row.sourceId,
        contactId: row.contactId,
        source: source === null ? null : shownSource(source),
        judgement: row.judgement,
        credibility: row.credibility,
        ...(kept ? NOTHING_SAID : saidIn(row)),
        captureId: kept ? null : row.captureId,
        judgedBy: { id: row.judgedById, name: row.judgedBy },
        standing: standing.has(row.id),
        withdrawn: withdrawn.has(row.id),
        superseded: !standing.has(row.id) && !withdrawn.has(row.id),
        kept,
        check: kept || row.excerpt === null ? null : check(row.excerpt, row.translation),
        at: row.at,
      }
    })
  const counted = rows.filter(({ id }) => standing.has(id))
  return { evidence, origins: originsOf(counted, sources) }
}

/** Without its origin group: that of a protected source may tell who it is. */
const shownSource = ({
  id,
  title,
  url,
  reliability,
  doNotFetch,
  fallen,
  ...source
}: NamedSource): ShownSource => ({
  id,
  title,
  url,
  reliability,
  doNotFetch,
  fallen,
  protected: source.protected,
})

/** Where two people destroyed the words: what stands in their place. */
const saidIn = ({ locator, excerpt, translation, translator, ...row }: EvidenceRow) => ({
  locator,
  excerpt: excerpt ?? row.excerptGone,
  translation: translation ?? row.translationGone,
  translator,
})

const NOTHING_SAID = { locator: null, excerpt: null, translation: null, translator: null }

/** What is off the record is known to who heard it, and to editors. */
const mayKnow = (reader: Actor, { terms, madeById }: EvidenceRow): boolean =>
  terms !== 'off the record' || madeById === reader.id || mayEver(reader, 'see off the record')

/** With sources as what they count for, so that a judgement of a duplicate is one of the source. */
const merged = (rows: readonly EvidenceRow[], sources: ReadonlyMap<string, NamedSource>) =>
  rows.map((row) => ({ ...row, sourceId: sources.get(row.sourceId ?? '')?.id ?? row.sourceId }))

/** The protected ones among these sources that name this reader. */
async function namedOn(
  db: Database,
  reader: Actor,
  sources: readonly NamedSource[],
): Promise<ReadonlySet<string>> {
  const ids = sources.filter((source) => source.protected).map(({ id }) => id)
  if (ids.length === 0) return new Set()
  const rows = await db.sourceReader.findMany({ where: { accountId: reader.id, sourceId: { in: ids } } })
  return new Set(rows.map(({ sourceId }) => sourceId))
}

function originsOf(standing: readonly EvidenceRow[], sources: ReadonlyMap<string, NamedSource>): number {
  const supporting = standing.filter(
    ({ judgement }) => judgement === 'supports' || judgement === 'partly supports',
  )
  return new Set(supporting.map((row) => originOf(row, sources.get(row.sourceId ?? '') ?? null))).size
}

const loadRows = (db: Database, claimId: string): Promise<EvidenceRow[]> =>
  db.$queryRaw<EvidenceRow[]>`
    SELECT e."id", e."citationId", e."sourceId", e."contactId", e."judgement", e."credibility", e."locator",
           x."body" AS "excerpt", t."body" AS "translation", x."destructionReason" AS "excerptGone",
           t."destructionReason" AS "translationGone", e."translator", e."captureId", e."supersedesId", e."withdraws",
           e."judgedById", a."name" AS "judgedBy", k."terms", k."madeById", e."at"
    FROM "Evidence" e
    JOIN "Account" a ON a."id" = e."judgedById"
    LEFT JOIN "SealedText" x ON x."id" = e."excerptId"
    LEFT JOIN "SealedText" t ON t."id" = e."translationId"
    LEFT JOIN "Contact" k ON k."id" = e."contactId"
    WHERE e."claimId" = ${claimId}
    ORDER BY e."at", e."id"`
