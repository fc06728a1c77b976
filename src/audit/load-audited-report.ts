import { coverageOf, standingClassifications } from '../claims/coverage.ts'
import type { Hidden } from '../claims/hidden.ts'
import { tickCache } from '../claims/ticks/draft-ticks.ts'
import { offeredTicks, standingTicks } from '../drafts/list-ticks.ts'
import type { Database, Transaction } from '../db/database.ts'
import { NotFound } from '../errors.ts'
import { storedPolicy } from '../review/report-policy.ts'
import { readingState } from '../review/reading-state.ts'
import type { Span } from '../text/span.ts'
import type { AuditedReport, AuditedSource } from './audited-report.ts'
import { AuditedText } from './audited-text.ts'
import { loadCaveats } from './caveats/load-caveats.ts'
import { loadSignOffs } from './sign-offs/load-sign-offs.ts'
import { missingSignOffs } from './sign-offs/sign-off.ts'
import { loadAuditedClaims } from './load-audited-claims.ts'
import { loadAuditedDraft } from './load-audited-draft.ts'

/**
 * Everything that the rules look at of a report's present draft, as it stands now and as `hidden` lets it be seen.
 * @throws NotFound no such report, or its text was destroyed
 */
export async function loadAuditedReport(
  db: Database | Transaction,
  reportId: string,
  { hidden, at }: { readonly hidden: Hidden; readonly at: Date },
): Promise<AuditedReport> {
  const report = await db.report.findUnique({
    where: { id: reportId },
    select: { currentDraftId: true, language: true, publisher: true, authors: true, policy: true },
  })
  if (report?.currentDraftId == null) throw new NotFound('There is no such report.')
  const { currentDraftId: draftId, language, publisher, authors } = report
  const policy = storedPolicy(report.policy)
  const document = await loadAuditedDraft(db, draftId)
  const { revision, confirmed } = await readingState(db, draftId)
  const ticks = await tickCache.of(draftId, revision, () => Promise.resolve(document))
  const today = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()] as const
  const draft = new AuditedText(document, today, ticks)
  const caveats = await loadCaveats(db, reportId, document)
  const signOffs = await loadSignOffs(db, { id: draftId, reportId })
  return {
    text: document.text,
    draft,
    claims: await loadAuditedClaims(db, {
      reportId,
      draftId,
      language,
      makers: { publisher, authors },
      hidden,
      caveats: new Set(
        [...caveats.values()].flatMap(({ claimId, span }) => (span === null ? [] : [claimId])),
      ),
    }),
    sources: await citedSources(db, draftId),
    readingConfirmed: confirmed,
    ...(await loadUnclassified(db, reportId, draftId, draft)),
    ...(await loadUnticked(db, draftId, draft)),
    policy,
    signOffs,
    missingSignOffs: missingSignOffs(policy.signOffs, signOffs),
    at,
  }
}

/** The sources that a draft cites; of a protected one, what is public of it. */
async function citedSources(db: Database | Transaction, draftId: string): Promise<AuditedSource[]> {
  const rows = await db.citation.findMany({
    where: { note: { draftId }, sourceId: { not: null } },
    orderBy: [{ note: { index: 'asc' } }, { index: 'asc' }],
    select: { start: true, end: true, note: { select: { label: true } }, source: true },
  })
  const sources = new Map<
    string,
    AuditedSource & { readonly places: (Span & { readonly label: string })[] }
  >()
  for (const { start, end, note, source } of rows) {
    if (source === null) continue
    const known = sources.get(source.id)
    const place = { start, end, label: note.label }
    if (known !== undefined) known.places.push(place)
    else
      sources.set(source.id, {
        title: source.protected ? (source.publicDescriptor ?? 'a protected source') : source.title,
        url: source.protected ? null : source.url,
        reliability: source.reliability,
        fallen: source.fallen,
        linkState: source.linkState,
        places: [place],
      })
  }
  return [...sources.values()]
}

async function loadUnclassified(
  db: Database | Transaction,
  reportId: string,
  draftId: string,
  { document }: AuditedText,
): Promise<Pick<AuditedReport, 'unclassified' | 'sentences'>> {
  const claims = await db.$queryRaw<
    (Span & { id: string; number: number; version: number; status: string; setAside: string | null })[]
  >`
    SELECT c."id", c."number", c."version", c."status", c."setAside", p."start", p."end"
    FROM "Placement" p JOIN "Claim" c ON c."id" = p."claimId"
    WHERE p."draftId" = ${draftId} AND p."start" IS NOT NULL ORDER BY p."start"`
  const rows = await db.classification.findMany({
    where: { OR: [{ draftId }, { claim: { reportId } }] },
    orderBy: { seq: 'asc' },
  })
  const classified = standingClassifications(rows).map((row) => ({ ...row, words: null, by: '' }))
  const body = coverageOf(document.sentences, claims, classified).filter(({ display }) => !display)
  // A claim that nobody ruled on is a finding of its own.
  const open = body.filter(({ byHand, as, because }) => !byHand && as !== 'claim' && because !== 'contents')
  return { unclassified: open.map(({ start, end }) => ({ start, end })), sentences: body.length }
}

async function loadUnticked(
  db: Database | Transaction,
  draftId: string,
  draft: AuditedText,
): Promise<Pick<AuditedReport, 'unticked' | 'tickable'>> {
  const ticks = await standingTicks(db, draftId)
  const spans = draft.body
    .filter(({ kind }) => kind === 'heading' || kind === 'caption')
    .flatMap((block) => {
      const inside = ticks.filter(({ start, end }) => start >= block.start && end <= block.end)
      return offeredTicks(draft.text, draft.ticksWithin(block), inside).spans
    })
  return { unticked: spans.filter((span) => span.ticks.length === 0), tickable: spans.length }
}
