import { withoutTypography } from '../../text/typography.ts'
import { changesBetween } from './changes.ts'
import type { Change } from './comparison.ts'
import type { IsOrdinary } from './names.ts'

/** What a claim says in one draft: its words without markers, and the notes that it leans on, null where one is missing. */
export interface Said {
  readonly words: string
  readonly notes: readonly (string | null)[]
}

/** What can make a verdict stale. */
export type Rewording = Exclude<Change, 'typography'>

/** Changes that are never confirmed in a list: each is looked at by itself. */
const GRAVE: ReadonlySet<Rewording> = new Set(['number', 'name', 'negation', 'hedge', 'note'])

/**
 * What changed from what a claim said to what it says. Empty exactly where the key of its wording is the same
 * (`claims/wording-key.ts`): typography and the labels of notes are no change.
 */
export function rewordingOf(before: Said, after: Said, isOrdinary: IsOrdinary): readonly Rewording[] {
  const told = areSame([before.words], [after.words])
    ? []
    : changesBetween(before.words, after.words, isOrdinary).filter(isRewording)
  return areSame(before.notes, after.notes) ? told : [...told, 'note']
}

/** Whether only words changed that are no numbers, names, denials, hedges or notes. */
export const isWordingOnly = (changes: readonly Rewording[]): boolean =>
  changes.length > 0 && !changes.some((change) => GRAVE.has(change))

const isRewording = (change: Change): change is Rewording => change !== 'typography'

const areSame = (olds: Said['notes'], news: Said['notes']): boolean =>
  olds.length === news.length && olds.every((old, i) => folded(old) === folded(news[i] ?? null))

const folded = (text: string | null): string | null => (text === null ? null : withoutTypography(text))
