import type { Actor } from '../accounts/account.ts'
import { claimShown, claimView, PLACEMENT_FOR_VIEW } from '../claims/claim-view.ts'
import type { Hidden } from '../claims/hidden.ts'
import { sectionsOf, type Section } from '../claims/section.ts'
import { withoutLabels } from '../claims/without-labels.ts'
import type { Database } from '../db/database.ts'
import { around } from '../text/around.ts'
import { foldedForSearch } from '../text/typography.ts'
import type { ExportedClaim, ExportedReport, ExportingDesk } from './exported-report.ts'
import type { Inclusion } from './formats.ts'
import { loadDraftFile } from './load-draft-file.ts'
import { loadExportedSources, type ExportedSources } from './load-exported-sources.ts'
import { loadExportedTalk, type ExportedTalk } from './load-exported-talk.ts'
import { loadExportedEvidence, loadExportedVerdicts } from './load-exported-work.ts'

export interface ReportToExport {
  readonly id: string
  readonly title: string
  readonly series: string | null
  readonly authors: string | null
  readonly publisher: string | null
  readonly currentDraftId: string | null
}

export interface ExportAsked {
  readonly include: readonly Inclusion[]
  /** What is hidden from whoever takes it out. */
  readonly hidden: Hidden
  /** Null: from the command line. */
  readonly by: Actor | null
  readonly desk: ExportingDesk
  /** Whether it is by others; undefined: told by its publisher. */
  readonly byOthers?: boolean | undefined
  readonly at: Date
}

/**
 * A report's present draft with what is known of its claims, as far as it may leave: a fixed number of queries, however many claims.
 * @throws NotFound it has no draft, or its text was destroyed
 */
export async function loadExportedReport(
  db: Database,
  report: ReportToExport,
  asked: ExportAsked,
): Promise<ExportedReport> {
  const draft = await loadDraftFile(db, report)
  const sources = await loadExportedSources(db, { reportId: report.id, draftId: draft.id, ...asked })
  const talk = await loadExportedTalk(db, { reportId: report.id, ...asked })
  const { id, title, series, authors, publisher } = report
  const { text, language, blocks, notes, markers } = draft.text
  return {
    ...{ id, title, series, authors, publisher, language },
    url: `${asked.desk.url}/reports/${id}`,
    desk: asked.desk,
    byOthers: asked.byOthers ?? isByOthers(publisher, asked.desk.name),
    included: asked.include,
    at: asked.at,
    draft: {
      id: draft.id,
      number: draft.number,
      importedAt: draft.importedAt,
      text,
      blocks,
      notes: notes.map(({ label, kind, start, end }) => ({ label, kind, start, end })),
      markers: markers.map(({ label, start, end, note }) => ({ label, start, end, note })),
    },
    claims: await loadClaims(
      db,
      { reportId: id, draftId: draft.id, text, sections: sectionsOf(text, blocks) },
      asked,
      {
        sources,
        talk,
        places: draft.notePlaces,
      },
    ),
    sources: sources.list,
  }
}

/** Known to have come out under another name than the desk's own. */
export const isByOthers = (publisher: string | null, house: string | null): boolean =>
  publisher !== null && house !== null && foldedForSearch(publisher) !== foldedForSearch(house)

async function loadClaims(
  db: Database,
  where: {
    readonly reportId: string
    readonly draftId: string
    readonly text: string
    readonly sections: readonly Section[]
  },
  { hidden, include }: ExportAsked,
  known: {
    readonly sources: ExportedSources
    readonly talk: ExportedTalk
    /** The place among the draft's notes that stand, by a note's index. */
    readonly places: ReadonlyMap<number, number>
  },
): Promise<ExportedClaim[]> {
  const rows = await db.placement.findMany({
    where: { draftId: where.draftId, claim: { setAside: null } },
    orderBy: [{ start: { sort: 'asc', nulls: 'last' } }, { claimId: 'asc' }],
    include: PLACEMENT_FOR_VIEW,
  })
  const evidence = await loadExportedEvidence(db, where.reportId, known.sources, { hidden, include })
  const verdicts = await loadExportedVerdicts(db, where.reportId, {
    hidden,
    withRationale: include.includes('rationale'),
  })
  return rows.map((row) => {
    const view = claimShown(claimView(row), hidden)
    const { start, end, confidence, attribution, notes } = view
    const span = start === null || end === null ? null : { start, end }
    const labels = notes.map(({ label }) => label)
    return {
      id: view.id,
      number: view.number,
      version: view.version,
      quote: view.quote,
      words: withoutLabels(view.quote, labels).replace(/\s+/g, ' ').trim(),
      span,
      ...(span === null ? { prefix: row.prefix, suffix: row.suffix } : around(where.text, span)),
      page: view.page,
      section: span === null ? null : (sectionAt(where.sections, span.start)?.title ?? null),
      placement: view.placement,
      status: view.status,
      stale: view.stale,
      differs: view.differs,
      outcome: view.outcome,
      settled: view.settled,
      risk: view.risk,
      confidence: { asWritten: confidence.asWritten, asAssessed: confidence.asAssessed },
      scores: include.includes('scores')
        ? { confidence: confidence.score, checkworthy: row.checkworthy }
        : null,
      attribution: attribution === null ? null : { text: attribution.text, named: attribution.named },
      tests: view.tests,
      notes: notes.map(({ label, note }) => ({
        label,
        note: note === null ? null : (known.places.get(note) ?? null),
      })),
      cites: [...new Set(notes.flatMap(({ note }) => known.sources.citedBy.get(note ?? -1) ?? []))],
      evidence: evidence.get(view.id) ?? [],
      verdicts: verdicts(view.id, row.wordingKey),
      assignee: known.talk.assignees.get(view.id) ?? null,
      said: known.talk.said.get(view.number) ?? [],
      comments: known.talk.comments.get(view.id) ?? [],
    }
  })
}

/** The innermost section that holds a place. */
const sectionAt = (sections: readonly Section[], at: number): Section | undefined =>
  sections.findLast(({ start, end }) => start <= at && at < end)
