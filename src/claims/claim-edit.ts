/** What a person can do to what a claim is. */
export const claimEditKinds = [
  'added',
  'split',
  'merged',
  'relinked',
  'grouped',
  'attached',
  'detached',
] as const
export type ClaimEditKind = (typeof claimEditKinds)[number]

/**
 * A claim as an edit, or its withdrawal, found it and left it. `before`: where it stood, null where the edit made it or found it nowhere. `was` and
 * `version`: its versions before and after, by which one can tell whether anything was ruled or changed since; `was` is 0 where
 * the edit made it.
 */
export interface EditedClaim {
  readonly claimId: string
  readonly number: number
  readonly was: number
  readonly version: number
  readonly before: SavedPlacement | null
  readonly risk: string
}

/**
 * Where a claim stood and how it sounded, without any of its words: those are cut out of the draft again, so that a text that two
 * people destroy is gone from here too. Marker and note: ids of their rows.
 */
export interface SavedPlacement {
  readonly state: string
  readonly start: number
  readonly end: number
  readonly page: number | null
  readonly wordingKey: string
  readonly level: string
  readonly score: number
  readonly tests: string
  readonly checkworthy: number
  /** JSON without texts. */
  readonly cues: string
  readonly boosters: string
  readonly attribution: string | null
  readonly notes: readonly SavedScope[]
}

export interface SavedScope {
  readonly markerId: string
  readonly noteId: string | null
  readonly start: number
  readonly end: number
}

/** An edit as it is kept. `claims`: every claim that it touched, the one at hand first. */
export type ClaimEdit =
  | {
      readonly kind: 'added' | 'split' | 'merged' | 'attached' | 'detached'
      readonly claims: readonly EditedClaim[]
    }
  | { readonly kind: 'relinked'; readonly marker: number; readonly claims: readonly EditedClaim[] }
  | { readonly kind: 'grouped'; readonly from: string | null; readonly to: string | null }

/** The claims whose place an edit decided, and which no reading may move from then on. */
export const shapedBy = (edit: ClaimEdit): readonly EditedClaim[] =>
  edit.kind === 'grouped' ? [] : edit.claims

/** Those that nobody took back, in their order. */
export function standingEdits<E extends { readonly id: string; readonly withdraws: string | null }>(
  rows: readonly E[],
): E[] {
  const withdrawn = new Set(rows.map((row) => row.withdraws))
  return rows.filter((row) => row.withdraws === null && !withdrawn.has(row.id))
}

/** One row of a draft's edits, in the order they were made. */
export interface EditRow {
  readonly id: string
  readonly withdraws: string | null
  readonly edit: ClaimEdit
}

/** What stands in the way of taking an edit of a claim back: a later edit that stands, or another change; null: nothing. */
export type InTheWay = { readonly by: 'edit' } | { readonly by: 'change' } | null

/**
 * Whether a claim is as an edit left it: nothing touched it since but edits that were taken back. `later`: the rows after the
 * edit, in order. `version`: that the claim has now.
 */
export function inTheWay(left: EditedClaim, later: readonly EditRow[], version: number): InTheWay {
  const touching = later.flatMap((row) =>
    shapedBy(row.edit)
      .filter(({ claimId }) => claimId === left.claimId)
      .map((claim) => ({ id: row.id, withdraws: row.withdraws, claim })),
  )
  if (standingEdits(touching).length > 0) return { by: 'edit' }
  let reached = left.version
  for (const { claim } of touching) if (claim.was === reached) reached = claim.version
  return reached === version ? null : { by: 'change' }
}

/** Longest name of a group, in UTF-16 code units. */
export const LONGEST_GROUP = 80

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** Spans with their texts left out: what the text itself says again (`withTexts`). */
export const withoutTexts = (json: string): string =>
  JSON.stringify(JSON.parse(json), (key: string, value: Json) => (key === 'text' ? undefined : value))

/** Spans with the words that they stand for, cut out of the text that they are placed in. */
export const withTexts = (json: string, text: string): string =>
  JSON.stringify(filled(JSON.parse(json) as Json, text))

function filled(value: Json, text: string): Json {
  if (Array.isArray(value)) return value.map((item: Json) => filled(item, text))
  if (value === null || typeof value !== 'object') return value
  const inner = Object.fromEntries(
    Object.entries(value as Readonly<Record<string, Json>>).map(([key, item]) => [key, filled(item, text)]),
  )
  const { start, end } = inner
  if (typeof start !== 'number' || typeof end !== 'number') return inner
  const { start: from, end: to, ...rest } = inner
  return { start: from ?? 0, end: to ?? 0, text: text.slice(start, end), ...rest }
}
