import { diffArrays } from 'diff'
import type { Span } from '../../text/span.ts'

/** A word, a number or a mark, with its place in the text it was found in. */
export interface Token extends Span {
  readonly text: string
}

const TOKEN = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*|\p{N}+(?:[.,:/]\p{N}+)*|[^\s\p{L}\p{M}\p{N}]/gu

/** More changed tokens than this in one passage are not told apart: all of it counts as changed. */
const MOST_CHANGES = 600

/** The words, numbers and marks of a text, in order. */
export const tokensOf = (text: string): Token[] =>
  [...text.matchAll(TOKEN)].map(({ 0: token, index }) => ({
    text: token,
    start: index,
    end: index + token.length,
  }))

/** A stretch of tokens that both texts have, or one of them. Tokens of `same` are those of the new text. */
export interface Step {
  readonly kind: 'same' | 'removed' | 'added'
  readonly tokens: readonly Token[]
}

/** How the one run of tokens became the other: the fewest removed and added. */
export function stepsBetween(olds: readonly Token[], news: readonly Token[]): Step[] {
  const changes = diffArrays(
    olds.map(({ text }) => folded(text)),
    news.map(({ text }) => folded(text)),
    { maxEditLength: MOST_CHANGES },
  )
  if (!changes) return wholly(olds, news)
  let old = 0
  let next = 0
  return changes.map(({ count, added, removed }) => {
    if (removed) return { kind: 'removed', tokens: olds.slice(old, (old += count)) }
    const tokens = news.slice(next, (next += count))
    if (!added) old += count
    return { kind: added ? 'added' : 'same', tokens }
  })
}

const wholly = (olds: readonly Token[], news: readonly Token[]): Step[] => [
  { kind: 'removed', tokens: olds },
  { kind: 'added', tokens: news },
]

/** Indexes of the tokens that both runs have. */
export function pairTokens(
  olds: readonly Token[],
  news: readonly Token[],
): { readonly old: number; readonly new: number }[] {
  let old = 0
  let next = 0
  return stepsBetween(olds, news).flatMap(({ kind, tokens }) => {
    if (kind === 'removed') old += tokens.length
    if (kind === 'added') next += tokens.length
    return kind === 'same' ? tokens.map(() => ({ old: old++, new: next++ })) : []
  })
}

/** A token as the other text may write it: one kind of apostrophe, quotation mark and dash. */
function folded(token: string): string {
  return token
    .replace(/[‘’‚‛′`´ʼ]/g, "'")
    .replace(/[“”„‟«»″]/g, '"')
    .replace(/[‐‑‒–—―−]/g, '-')
}
