import { diffArrays } from 'diff'
import type { Word } from './words.ts'

/** A run of words that both have, that only the claim has (`gone` from the excerpt), or only the excerpt. */
export interface WordDifference {
  readonly kind: 'same' | 'claim only' | 'excerpt only'
  readonly words: string
}

/** Share of a quotation's words that a stretch of the excerpt must have, to be taken for it. */
const LEAST_LIKE = 0.6

/** Where `wanted` stands word for word in `words` from `from` on: the index after it, or null. Linear (Knuth–Morris–Pratt). */
export function endOfWords(words: readonly Word[], wanted: readonly Word[], from = 0): number | null {
  const back = fallbacks(wanted)
  let matched = 0
  for (let at = from; at < words.length; at++) {
    while (matched > 0 && wanted[matched]?.key !== words[at]?.key) matched = back[matched - 1] ?? 0
    if (wanted[matched]?.key === words[at]?.key) matched++
    if (matched === wanted.length) return at + 1
  }
  return null
}

/** For each prefix how long the longest other prefix is that it ends with. */
function fallbacks(wanted: readonly Word[]): number[] {
  const back = [0]
  let length = 0
  for (let at = 1; at < wanted.length; at++) {
    while (length > 0 && wanted[length]?.key !== wanted[at]?.key) length = back[length - 1] ?? 0
    if (wanted[length]?.key === wanted[at]?.key) length++
    back.push(length)
  }
  return back
}

/**
 * How the stretch of `words` that is most like `wanted` differs from it, null where none is like enough. The stretch is as long
 * as what is wanted, and moved over the words once.
 */
export function nearestWords(words: readonly Word[], wanted: readonly Word[]): WordDifference[] | null {
  const best = bestStretch(words, wanted)
  if (best === null) return null
  const slack = Math.ceil(wanted.length / 5)
  const stretch = words.slice(Math.max(0, best - slack), best + wanted.length + slack)
  const parts = diffArrays([...wanted], stretch, {
    comparator: (a, b) => a.key === b.key,
  })
  return trimmed(
    parts.map(({ added, removed, value }) => ({
      kind: added ? 'excerpt only' : removed ? 'claim only' : 'same',
      words: value.map(({ written }) => written).join(' '),
    })),
  )
}

/** Where the stretch starts that shares most words with what is wanted. */
function bestStretch(words: readonly Word[], wanted: readonly Word[]): number | null {
  const open = new Map<string, number>()
  for (const { key } of wanted) open.set(key, (open.get(key) ?? 0) + 1)
  let [shared, most, best] = [0, 0, 0]
  const count = (key: string | undefined, by: 1 | -1): void => {
    const left = key === undefined ? undefined : open.get(key)
    if (key === undefined || left === undefined) return
    if (by === 1 ? left > 0 : left >= 0) shared += by
    open.set(key, left - by)
  }
  for (let at = 0; at < words.length; at++) {
    count(words[at]?.key, 1)
    if (at >= wanted.length) count(words[at - wanted.length]?.key, -1)
    if (shared <= most) continue
    most = shared
    best = Math.max(0, at - wanted.length + 1)
  }
  return most >= LEAST_LIKE * wanted.length ? best : null
}

/** Without what the excerpt says before and after, but for what stands in the place of the claim's first or last words. */
function trimmed(parts: readonly WordDifference[]): WordDifference[] {
  const said = (at: number): number =>
    parts[at]?.kind === 'claim only' ? parts[at].words.split(' ').length : 0
  return parts.flatMap((part, at) => {
    const [first, last] = [at === 0 || (at === 1 && said(0) > 0), at === parts.length - 1]
    if (part.kind !== 'excerpt only' || !(first || last)) return [part]
    const words = part.words.split(' ')
    const instead = said(at - 1)
    const kept = first ? words.slice(words.length - Math.min(instead, words.length)) : words.slice(0, instead)
    return kept.length === 0 ? [] : [{ ...part, words: kept.join(' ') }]
  })
}
