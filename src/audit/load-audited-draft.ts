import type { Transaction, Database } from '../db/database.ts'
import { NotFound } from '../errors.ts'
import { citeNotes } from '../reading/citations/cite-notes.ts'
import { CHECKWORTHY_FROM } from '../reading/confidence/checkworthiness.ts'
import type {
  Attribution,
  Booster,
  Citation,
  ConfidenceLevel,
  CslItem,
  Cue,
  Note,
  NoteKind,
  ReadClaim,
  Tests,
  Warning,
} from '../reading/document.ts'
import { standingReading, type StandingReading } from '../drafts/standing-reading.ts'
import { groupBy } from '../text/group-by.ts'
import type { Span } from '../text/span.ts'
import type { AuditedDocument } from './audited-text.ts'

/**
 * A stored draft as the rules of a bare file look at it: its reading with the corrections laid over it, and its claims.
 * @throws NotFound its text was destroyed
 */
export async function loadAuditedDraft(
  db: Database | Transaction,
  draftId: string,
): Promise<AuditedDocument> {
  const { text, language, warnings } = await db.draft.findUniqueOrThrow({
    where: { id: draftId },
    select: { language: true, warnings: true, text: { select: { body: true } } },
  })
  if (text.body === null)
    throw new NotFound('The text of this draft was destroyed: there is nothing to audit.')
  const reading = await standingReading(db, draftId)
  const noteAt = new Map(reading.notes.map(({ index }, i) => [index, i]))
  const markerAt = new Map(reading.markers.map(({ index }, i) => [index, i]))
  return {
    text: text.body,
    language,
    blocks: reading.blocks,
    sentences: reading.sentences,
    notes: await citedNotes(db, draftId, text.body, reading),
    markers: reading.markers.map(({ label, start, end, note }) => ({
      label,
      start,
      end,
      note: note === null ? null : (noteAt.get(note) ?? null),
    })),
    claims: await readClaims(db, draftId, { noteAt, markerAt }),
    warnings: JSON.parse(warnings) as Warning[],
  }
}

/** The notes with their citations as they are stored; which of them only repeat a work follows from the notes themselves. */
async function citedNotes(
  db: Database | Transaction,
  draftId: string,
  text: string,
  { notes }: StandingReading,
): Promise<Note[]> {
  const rows = await db.$queryRaw<(Span & { readonly note: number; readonly csl: string })[]>`
    SELECT n."index" AS "note", c."start", c."end", c."csl"
    FROM "Citation" c JOIN "Note" n ON n."id" = c."noteId"
    WHERE n."draftId" = ${draftId} ORDER BY n."index", c."index"`
  const stored = groupBy(rows, ({ note }) => note)
  const laid = notes.map(({ label, kind, start, end }) => ({ label, kind: kind as NoteKind, start, end }))
  const repeated = new Map(
    citeNotes(text, laid).notes.flatMap(({ citations }) =>
      citations.flatMap(({ start, refersTo }) =>
        refersTo === undefined ? [] : [[start, refersTo] as const],
      ),
    ),
  )
  return laid.map((note, i) => ({
    ...note,
    citations: (stored.get(notes[i]?.index ?? -1) ?? []).map(({ start, end, csl }): Citation => {
      const refersTo = repeated.get(start)
      return { start, end, csl: JSON.parse(csl) as CslItem, ...(refersTo === undefined ? {} : { refersTo }) }
    }),
  }))
}

interface Places {
  readonly noteAt: ReadonlyMap<number, number>
  readonly markerAt: ReadonlyMap<number, number>
}

/** The claims to settle that stand in the draft, as reading gave them. */
async function readClaims(
  db: Database | Transaction,
  draftId: string,
  { noteAt, markerAt }: Places,
): Promise<ReadClaim[]> {
  const rows = await db.placement.findMany({
    where: { draftId, start: { not: null }, claim: { setAside: null } },
    orderBy: { start: 'asc' },
  })
  const scopes = await db.$queryRaw<(Span & { claimId: string; marker: number; note: number | null })[]>`
    SELECT p."claimId", m."index" AS "marker", n."index" AS "note", s."start", s."end"
    FROM "PlacementNote" s
    JOIN "Placement" p ON p."id" = s."placementId"
    JOIN "Marker" m ON m."id" = s."markerId"
    LEFT JOIN "Note" n ON n."id" = s."noteId"
    WHERE p."draftId" = ${draftId} ORDER BY s."placementId", s."index"`
  const byClaim = groupBy(scopes, ({ claimId }) => claimId)
  return rows.map(
    ({ claimId, start, end, quote, level, score, cues, boosters, attribution, tests, checkworthy }) => ({
      start: start ?? 0,
      end: end ?? 0,
      quote,
      notes: (byClaim.get(claimId) ?? []).flatMap(({ marker, note, ...scope }) => {
        const at = markerAt.get(marker)
        return at === undefined
          ? []
          : [
              {
                marker: at,
                note: note === null ? null : (noteAt.get(note) ?? null),
                scope: { start: scope.start, end: scope.end },
              },
            ]
      }),
      confidence: {
        level: level as ConfidenceLevel,
        score,
        cues: JSON.parse(cues) as Cue[],
        boosters: JSON.parse(boosters) as Booster[],
      },
      attribution: attribution === null ? null : (JSON.parse(attribution) as Attribution),
      tests: tests as Tests,
      checkworthy: { score: checkworthy, label: checkworthy >= CHECKWORTHY_FROM },
    }),
  )
}
