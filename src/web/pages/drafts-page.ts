import type { PlacementState } from '../../claims/vocabulary.ts'
import type { DraftLine } from '../../drafts/list-drafts.ts'
import { timeWords, type TimeWords } from './time-words.ts'

export interface DraftRow {
  readonly number: number
  readonly file: string
  readonly by: string
  readonly at: TimeWords
  readonly current: boolean
  /** What stands in the place of its text and its file, where they were destroyed. */
  readonly destroyed: readonly string[]
  /** How the claims stand in it; none for what counts nothing. */
  readonly claims: readonly { readonly words: string; readonly count: number }[]
}

const WORDS: Readonly<Record<PlacementState, string>> = {
  placed: 'as they stood',
  moved: 'moved',
  edited: 'edited, or a note of theirs',
  orphaned: 'not found: cut or moved?',
}

/** The drafts of a report, newest first: the first one is at work. */
export const draftsPage = (drafts: readonly DraftLine[]): readonly DraftRow[] =>
  drafts.map(({ number, sourceName, importedAt, importedBy, claims, destroyed }, index) => ({
    number,
    file: sourceName,
    by: importedBy ?? 'the command line',
    at: timeWords(importedAt),
    current: index === 0,
    destroyed: [
      ...(destroyed.text === null ? [] : [`Its text: ${destroyed.text}`]),
      ...(destroyed.original === null ? [] : [`Its file: ${destroyed.original}`]),
    ],
    claims: (Object.keys(WORDS) as PlacementState[]).flatMap((state) =>
      claims[state] === 0 ? [] : [{ words: number === 1 ? 'claims' : WORDS[state], count: claims[state] }],
    ),
  }))
