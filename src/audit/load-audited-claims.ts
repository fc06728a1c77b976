import { excerptChecker } from '../claims/excerpt/check-excerpt.ts'
import { asShown, fileShown, type Hidden } from '../claims/hidden.ts'
import { originOf } from '../claims/origin.ts'
import { standingEvidence } from '../claims/standing-evidence.ts'
import { withoutLabels } from '../claims/without-labels.ts'
import type { Database, Transaction } from '../db/database.ts'
import type { CslItem } from '../reading/document.ts'
import { selfCitation, type ReportMakers } from '../sources/self-citation.ts'
import { standingSources, type NamedSource } from '../sources/source-family.ts'
import { groupBy } from '../text/group-by.ts'
import type { AuditedClaim, AuditedEvidence } from './audited-report.ts'

export interface ClaimsAsked {
  readonly reportId: string
  readonly draftId: string
  readonly language: string
  readonly makers: ReportMakers
  readonly hidden: Hidden
  /** Ids of the claims whose caveat stands in the draft. */
  readonly caveats: ReadonlySet<string>
}

/** The claims to settle of a report with what the rules look at: six queries, however many claims there are. */
export async function loadAuditedClaims(
  db: Database | Transaction,
  asked: ClaimsAsked,
): Promise<AuditedClaim[]> {
  const rows = await db.placement.findMany({
    where: { draftId: asked.draftId, claim: { setAside: null } },
    orderBy: [{ start: { sort: 'asc', nulls: 'last' } }, { claimId: 'asc' }],
    select: {
      ...{ start: true, end: true, quote: true, level: true, claim: true },
      notes: { select: { marker: { select: { label: true } } } },
    },
  })
  const evidence = await loadEvidence(db, asked)
  const queries = await openQueries(db, asked.reportId)
  const fixes = await markedFixes(db, asked.reportId)
  return rows.map(({ start, end, quote, level, claim, notes }) => {
    const words = withoutLabels(
      quote,
      notes.map(({ marker }) => marker.label),
    )
    const check = excerptChecker(words, asked.language)
    const { id, number, status, stale, differs, outcome, settled, ...rest } = asShown(claim, asked.hidden)
    return {
      id,
      number,
      span: start === null || end === null ? null : { start, end },
      quote,
      status,
      stale,
      differs,
      outcome,
      settled,
      risk: rest.risk,
      checkers: rest.checkers,
      needsSecond: rest.needsSecond,
      rechecks: rest.rechecks,
      objections: rest.objections,
      reviewAfter: rest.reviewAfter,
      reads: level,
      assessed: rest.assessed,
      evidence: (evidence.get(id) ?? []).map((row) => evidenceOf(row, check)),
      openQueries: queries.get(id) ?? 0,
      caveat: asked.caveats.has(id),
      fix: fixes.get(id) ?? null,
    }
  })
}

interface EvidenceRow {
  readonly id: string
  readonly claimId: string
  readonly citationId: string | null
  readonly sourceId: string | null
  readonly contactId: string | null
  readonly judgement: string
  readonly supersedesId: string | null
  readonly withdraws: string | null
  readonly judgedById: string
  readonly terms: string | null
  readonly excerpt: string | null
  readonly translation: string | null
  readonly csl: string | null
}

type SourcedRow = EvidenceRow & { readonly source: NamedSource | null; readonly self: boolean }

/** The judgements that stand, by claim. */
async function loadEvidence(
  db: Database | Transaction,
  { reportId, makers, hidden }: ClaimsAsked,
): Promise<ReadonlyMap<string, readonly SourcedRow[]>> {
  const rows = await db.$queryRaw<EvidenceRow[]>`
    SELECT e."id", e."claimId", e."citationId", e."sourceId", e."contactId", e."judgement", e."supersedesId", e."withdraws",
           e."judgedById", k."terms", x."body" AS "excerpt", t."body" AS "translation", c."csl"
    FROM "Evidence" e
    JOIN "Claim" a ON a."id" = e."claimId"
    LEFT JOIN "SealedText" x ON x."id" = e."excerptId"
    LEFT JOIN "SealedText" t ON t."id" = e."translationId"
    LEFT JOIN "Contact" k ON k."id" = e."contactId"
    LEFT JOIN "Citation" c ON c."id" = e."citationId"
    WHERE a."reportId" = ${reportId} ORDER BY e."at", e."id"`
  const ids = [...new Set(rows.flatMap(({ sourceId }) => sourceId ?? []))]
  const sources = ids.length === 0 ? new Map<string, NamedSource>() : await standingSources(db, ids)
  const sourced = rows.map((row) => {
    const source = sources.get(row.sourceId ?? '') ?? null
    const self = row.csl !== null && selfCitation(JSON.parse(row.csl) as CslItem, makers) !== null
    return { ...row, sourceId: source?.id ?? row.sourceId, source, self }
  })
  return new Map(
    [...groupBy(sourced, ({ claimId }) => claimId)].map(([claimId, given]) => [
      claimId,
      standingEvidence(fileShown(given, claimId, hidden, ({ judgedById }) => judgedById)),
    ]),
  )
}

function evidenceOf(row: SourcedRow, check: ReturnType<typeof excerptChecker>): AuditedEvidence {
  const { judgement, source, self, terms, excerpt, translation } = row
  return {
    judgement,
    origin: originOf(row, source),
    self,
    unnamed: source?.protected === true || (terms !== null && terms !== 'on the record'),
    check: excerpt === null ? null : check(excerpt, translation),
  }
}

async function openQueries(
  db: Database | Transaction,
  reportId: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db.query.groupBy({
    by: ['claimId'],
    where: { reportId, state: { in: ['open', 'answered'] } },
    _count: { _all: true },
  })
  return new Map(rows.map(({ claimId, _count }) => [claimId, _count._all]))
}

/** What became of each claim's newest fix when the present draft came. */
async function markedFixes(
  db: Database | Transaction,
  reportId: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.fix.findMany({
    where: { claim: { reportId } },
    orderBy: { askedAt: 'asc' },
    select: { claimId: true, state: true },
  })
  return new Map(rows.flatMap(({ claimId, state }) => (MARKED.has(state) ? [[claimId, state]] : [])))
}

const MARKED: ReadonlySet<string> = new Set(['in', 'missed', 'changed otherwise'])
