import type { Database, Transaction } from '../db/database.ts'
import { Prisma } from '../db/generated/sqlite/client.ts'
import { Gone } from '../errors.ts'
import { Marked } from '../reading/compare/passages.ts'
import type { Said } from '../reading/compare/rewording.ts'
import { groupBy } from '../text/group-by.ts'
import { groundOf, standingLayer, type StandingLayer } from './standing-layer.ts'

/** What a claim says where it stands in one draft. */
export interface SaidThere extends Said {
  /** Number of the draft. */
  readonly draft: number
  /** Labels of the notes, in their order. */
  readonly labels: readonly string[]
}

interface PlacementRow {
  readonly id: string
  readonly draftId: string
  readonly draft: number
  readonly start: number | null
  readonly end: number | null
  readonly quote: string
}

interface ScopeRow {
  readonly placementId: string
  readonly label: string
  readonly note: number | null
}

/** Ids in one statement. */
const IDS_AT_ONCE = 500

/** What claims say, by the ids of their placements; those of a draft whose text was destroyed are missing. `texts`: of the drafts. */
export interface SaidByPlacement {
  readonly said: ReadonlyMap<string, SaidThere>
  readonly texts: readonly string[]
}

export async function loadSaid(
  db: Database | Transaction,
  placementIds: readonly string[],
): Promise<SaidByPlacement> {
  const drafts = new Map<string, DraftWords | null>()
  const said = new Map<string, SaidThere>()
  for (let from = 0; from < placementIds.length; from += IDS_AT_ONCE) {
    const ids = placementIds.slice(from, from + IDS_AT_ONCE)
    const scopes = groupBy(await scopesOf(db, ids), ({ placementId }) => placementId)
    for (const row of await placementsOf(db, ids)) {
      if (!drafts.has(row.draftId)) drafts.set(row.draftId, await draftWords(db, row.draftId))
      const words = drafts.get(row.draftId) ?? null
      if (words !== null) said.set(row.id, saidIn(words, row, scopes.get(row.id) ?? []))
    }
  }
  return { said, texts: [...drafts.values()].flatMap((words) => words?.text ?? []) }
}

interface DraftWords {
  readonly marked: Marked
  readonly notes: readonly { readonly start: number; readonly end: number }[]
  readonly text: string
}

/** Null where the draft's text was destroyed. */
async function draftWords(db: Database | Transaction, draftId: string): Promise<DraftWords | null> {
  const layer = await standingLayer(db, draftId).then(
    (standing: StandingLayer) => standing.layer,
    (error: unknown) => {
      if (error instanceof Gone) return null
      throw error
    },
  )
  return layer === null ? null : { marked: new Marked(layer), notes: groundOf(layer).notes, text: layer.text }
}

function saidIn(
  { marked, notes, text }: DraftWords,
  { draft, start, end, quote }: PlacementRow,
  scopes: readonly ScopeRow[],
): SaidThere {
  const bodyOf = (index: number | null): string | null => {
    const note = index === null ? undefined : notes[index]
    return note === undefined ? null : text.slice(note.start, note.end)
  }
  return {
    draft,
    words: start === null || end === null ? quote : marked.wordsOf({ start, end }),
    notes: scopes.map(({ note }) => bodyOf(note)),
    labels: scopes.map(({ label }) => label),
  }
}

const placementsOf = (db: Database | Transaction, ids: readonly string[]): Promise<PlacementRow[]> =>
  db.$queryRaw<PlacementRow[]>`
    SELECT p."id", p."draftId", d."number" AS "draft", p."start", p."end", p."quote"
    FROM "Placement" p JOIN "Draft" d ON d."id" = p."draftId"
    WHERE p."id" IN (${Prisma.join([...ids])})`

const scopesOf = (db: Database | Transaction, ids: readonly string[]): Promise<ScopeRow[]> =>
  db.$queryRaw<ScopeRow[]>`
    SELECT s."placementId", m."label", n."index" AS "note"
    FROM "PlacementNote" s
    JOIN "Marker" m ON m."id" = s."markerId"
    LEFT JOIN "Note" n ON n."id" = s."noteId"
    WHERE s."placementId" IN (${Prisma.join([...ids])})
    ORDER BY s."placementId", s."index"`
