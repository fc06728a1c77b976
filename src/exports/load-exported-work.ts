import { fileShown, verdictsShown, type Hidden } from '../claims/hidden.ts'
import type { GivenVerdict } from '../claims/ruled.ts'
import { standingEvidence } from '../claims/standing-evidence.ts'
import type { Database, Transaction } from '../db/database.ts'
import { unnamed } from '../review/contacts/contact-sight.ts'
import { newestPerChecker, standingVerdicts, verdictsInForce } from '../review/settlement.ts'
import { groupBy } from '../text/group-by.ts'
import type { ExportedEvidence, ExportedVerdict } from './exported-report.ts'
import type { Inclusion } from './formats.ts'
import type { ExportedSources } from './load-exported-sources.ts'

interface EvidenceRow extends Omit<ExportedEvidence, 'about'> {
  readonly id: string
  readonly claimId: string
  readonly citationId: string | null
  readonly contactId: string | null
  readonly supersedesId: string | null
  readonly withdraws: string | null
  readonly judgedById: string
  readonly terms: string | null
  readonly person: string | null
  readonly contactSourceId: string | null
}

/** The evidence that stands and may leave, by claim id. Nothing that was said off the record is among it, ever. */
export async function loadExportedEvidence(
  db: Database,
  reportId: string,
  sources: ExportedSources,
  { hidden, include }: { readonly hidden: Hidden; readonly include: readonly Inclusion[] },
): Promise<ReadonlyMap<string, readonly ExportedEvidence[]>> {
  const rows = await db.$queryRaw<EvidenceRow[]>`
    SELECT e."id", e."claimId", e."citationId",
           COALESCE(e."sourceId", i."sourceId") AS "sourceId", e."contactId", e."judgement", e."credibility", e."locator",
           x."body" AS "excerpt", t."body" AS "translation", e."translator", e."supersedesId", e."withdraws",
           e."judgedById", a."name" AS "judgedBy", k."terms", k."person", k."sourceId" AS "contactSourceId", e."at"
    FROM "Evidence" e
    JOIN "Claim" c ON c."id" = e."claimId"
    JOIN "Account" a ON a."id" = e."judgedById"
    LEFT JOIN "SealedText" x ON x."id" = e."excerptId"
    LEFT JOIN "SealedText" t ON t."id" = e."translationId"
    LEFT JOIN "Contact" k ON k."id" = e."contactId"
    LEFT JOIN "Citation" i ON i."id" = e."citationId"
    WHERE c."reportId" = ${reportId} ORDER BY e."at", e."id"`
  const merged = rows.map((row) => ({
    ...row,
    given: row.sourceId,
    sourceId: sources.standing.get(row.sourceId ?? '')?.id ?? row.sourceId,
  }))
  const protectedContacts = await protectedAmong(db, rows)
  return new Map(
    [...groupBy(merged, ({ claimId }) => claimId)].map(([claimId, given]) => [
      claimId,
      standingEvidence(fileShown(given, claimId, hidden, ({ judgedById }) => judgedById)).flatMap((row) => {
        if (row.contactId !== null)
          return include.includes('contacts') && row.terms !== 'off the record'
            ? [heard(row, protectedContacts)]
            : []
        if (row.given === null) return [shown(row, null, null)]
        const source = sources.standing.get(row.given)
        if (source === undefined) return []
        return [source.protected ? withheld(row, source.title) : shown(row, source.id, source.title)]
      }),
    ]),
  )
}

const shown = (row: EvidenceRow, sourceId: string | null, about: string | null): ExportedEvidence => ({
  sourceId,
  about,
  judgement: row.judgement,
  credibility: row.credibility,
  locator: row.locator,
  excerpt: row.excerpt,
  translation: row.translation,
  translator: row.translator,
  judgedBy: row.judgedBy,
  at: row.at,
})

/** Of a protected source: its judgement, and nothing that it said. */
const withheld = (row: EvidenceRow, about: string): ExportedEvidence => ({
  ...shown(row, row.sourceId, about),
  ...{ locator: null, excerpt: null, translation: null, translator: null },
})

/** Of a contact: its name where it spoke on the record and is no protected source. */
function heard(row: EvidenceRow, descriptors: ReadonlyMap<string, string>): ExportedEvidence {
  const descriptor = descriptors.get(row.contactSourceId ?? '') ?? null
  const named = row.terms === 'on the record' && descriptor === null
  return shown(row, null, named ? (row.person ?? '') : unnamed(row.terms ?? '', descriptor))
}

/** What everybody may read of the protected sources among contacts, by id. */
async function protectedAmong(
  db: Database,
  rows: readonly EvidenceRow[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.flatMap(({ contactSourceId }) => contactSourceId ?? []))]
  if (ids.length === 0) return new Map()
  const found = await db.source.findMany({
    where: { id: { in: ids }, protected: true },
    select: { id: true, title: true, publicDescriptor: true },
  })
  return new Map(found.map(({ id, title, publicDescriptor }) => [id, publicDescriptor ?? title]))
}

interface VerdictRow extends GivenVerdict, Omit<ExportedVerdict, 'at'> {
  readonly claimId: string
}

/** The verdicts on a claim of this id and wording: those in force, else the newest of each checker, which are stale. */
export async function loadExportedVerdicts(
  db: Database | Transaction,
  reportId: string,
  { hidden, withRationale }: { readonly hidden: Hidden; readonly withRationale: boolean },
): Promise<(claimId: string, wordingKey: string) => readonly ExportedVerdict[]> {
  const rows = await db.$queryRaw<VerdictRow[]>`
    SELECT v."claimId", v."id", v."checkerId", v."verdict", v."wordingKey", v."withdraws", v."placementId", v."tests",
           v."confidence", v."outcome", v."fixId", v."reason", v."at", a."name" AS "checker", s."body" AS "rationale"
    FROM "Verdict" v
    JOIN "Claim" c ON c."id" = v."claimId"
    JOIN "Account" a ON a."id" = v."checkerId"
    LEFT JOIN "SealedText" s ON s."id" = v."rationaleId"
    WHERE c."reportId" = ${reportId} ORDER BY v."seenVersion"`
  const byClaim = groupBy(rows, ({ claimId }) => claimId)
  return (claimId, wordingKey) => {
    const verdicts = verdictsShown(byClaim.get(claimId) ?? [], claimId, hidden, ({ checkerId }) => checkerId)
    const inForce = verdictsInForce({ verdicts, wordingKey })
    const told =
      inForce.length > 0
        ? inForce
        : newestPerChecker(standingVerdicts(verdicts).filter(({ fixId }) => fixId === null))
    return told.map(({ verdict, tests, reason, rationale, confidence, checker, at }) => ({
      ...{ verdict, tests, reason, confidence, checker, at },
      rationale: withRationale ? rationale : null,
    }))
  }
}
