import type { Transaction } from '../db/database.ts'
import { Conflict } from '../errors.ts'
import type { Span } from '../text/span.ts'

/** What the key of a claim's wording follows from, as it stands in one draft. Spans are into `text`. */
export interface Wording {
  readonly text: string
  readonly claim: Span
  readonly quote: string
  readonly markers: readonly Span[]
  readonly notes: readonly (string | null)[]
}

interface ScopeRow extends Span {
  readonly noteIndex: number | null
  readonly noteStart: number | null
  readonly noteEnd: number | null
}

/** @throws Conflict the claim stands nowhere in the draft, or the draft's text was destroyed */
export async function loadWording(tx: Transaction, placementId: string): Promise<Wording> {
  const { start, end, quote, draft } = await tx.placement.findUniqueOrThrow({
    where: { id: placementId },
    select: {
      start: true,
      end: true,
      quote: true,
      draft: { select: { text: { select: { body: true } }, corrected: { select: { notes: true } } } },
    },
  })
  const text = draft.text.body
  if (text === null) throw new Conflict('The text of this draft was destroyed. Nothing was recorded.')
  if (start === null || end === null)
    throw new Conflict('This claim stands nowhere in the present draft: there are no words to change.')
  const scopes = await scopesOf(tx, placementId)
  const moved = draft.corrected === null ? null : notesByIndex(draft.corrected.notes)
  return {
    text,
    claim: { start, end },
    quote,
    markers: scopes.map((scope) => ({ start: scope.start, end: scope.end })),
    notes: scopes.map((scope) => wordsOf(text, moved?.get(scope.noteIndex ?? -1) ?? noteOf(scope))),
  }
}

const scopesOf = (tx: Transaction, placementId: string): Promise<ScopeRow[]> =>
  tx.$queryRaw<ScopeRow[]>`
    SELECT m."start", m."end", n."index" AS "noteIndex", n."start" AS "noteStart", n."end" AS "noteEnd"
    FROM "PlacementNote" s
    JOIN "Marker" m ON m."id" = s."markerId"
    LEFT JOIN "Note" n ON n."id" = s."noteId"
    WHERE s."placementId" = ${placementId}
    ORDER BY s."index"`

/** The notes of a corrected reading, which can be longer or shorter than their rows. */
const notesByIndex = (notes: string): ReadonlyMap<number, Span> =>
  new Map((JSON.parse(notes) as (Span & { index: number })[]).map((note) => [note.index, note]))

const noteOf = ({ noteStart, noteEnd }: ScopeRow): Span | null =>
  noteStart === null || noteEnd === null ? null : { start: noteStart, end: noteEnd }

const wordsOf = (text: string, span: Span | null): string | null =>
  span === null ? null : text.slice(span.start, span.end)
