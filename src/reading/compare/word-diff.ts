import { type Step, stepsBetween, type Token, tokensOf } from './tokens.ts'

/** A stretch of words that both texts have, or one of them, with the space before it. */
export interface DiffPiece {
  readonly kind: Step['kind']
  readonly text: string
  readonly spaced: boolean
}

/** Two wordings of a passage as one run of words: what stayed, what went and what came. */
export function wordDiff(old: string, next: string): DiffPiece[] {
  return stepsBetween(tokensOf(old), tokensOf(next)).map(({ kind, tokens }) =>
    pieceOf(kind, tokens, kind === 'removed' ? old : next),
  )
}

function pieceOf(kind: Step['kind'], tokens: readonly Token[], text: string): DiffPiece {
  const start = tokens[0]?.start ?? 0
  const end = tokens.at(-1)?.end ?? start
  return { kind, text: text.slice(start, end), spaced: /\s/.test(text.charAt(start - 1)) }
}
