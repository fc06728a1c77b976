import { diffArrays } from 'diff'
import { tokensOf } from '../../review/fix.ts'

/** A stretch of words that stays, goes or comes. */
export interface DiffPiece {
  readonly kind: 'same' | 'out' | 'in'
  readonly words: string
}

/** Changed words beyond which the whole is shown as out and in, so that no text makes the page slow. */
const MOST_CHANGES = 400

/** What turns some words into others, word by word. */
export function wordDiff(before: string, after: string): readonly DiffPiece[] {
  const options = { maxEditLength: MOST_CHANGES }
  const parts = diffArrays([...tokensOf(before)], [...tokensOf(after)], options)
  const whole = [
    { kind: 'out', words: before },
    { kind: 'in', words: after },
  ] as const
  if (parts === undefined) return whole.filter(({ words }) => words !== '')
  return parts.map(({ value, added, removed }) => ({
    kind: added ? 'in' : removed ? 'out' : 'same',
    words: value.join(''),
  }))
}
