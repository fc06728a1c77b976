import type { Span } from './span.ts'
import { isLetter } from './sentences-characters.ts'

/** Code units: an enumerator's own length is far below this. */
const HEAD = 16

interface Enumerator {
  readonly letters: boolean
  readonly value: number
  /** What stands after the number: ".", ")" or ".)". */
  readonly style: string
}

/**
 * Divides a paragraph that runs several list items together ("1. One 2. Two", "a) one b) two", "• one • two").
 * Enumerators count only in order, in the style of the one that opens the paragraph.
 */
export function enumeratedItems(text: string, paragraph: Span): Span[] {
  const words = text.slice(paragraph.start, paragraph.end)
  const bullets = bulletCuts(words)
  const enumerators = enumeratorCuts(words)
  if (bullets.length + enumerators.length === 0) return [paragraph]
  const cuts = [...bullets, ...enumerators].sort((a, b) => a - b)
  return spansBetween(paragraph, cuts)
}

function spansBetween(paragraph: Span, cuts: readonly number[]): Span[] {
  const edges = [paragraph.start, ...cuts.map((cut) => paragraph.start + cut), paragraph.end]
  return edges.slice(1).map((end, index) => ({ start: edges[index] ?? end, end }))
}

const BULLETS = /[•⁃▪◦‣●■◆]/

function bulletCuts(words: string): number[] {
  if (!BULLETS.test(words)) return []
  return Array.from(words.matchAll(/(?<=\s)[•⁃▪◦‣●■◆]/g), (hit) => hit.index)
}

const ENUMERATOR = /(?<=\s)(\d{1,3}|[a-z])(\.\)|\)|\.)\s+/g

/** What an item begins with: a letter, a digit, or a mark that opens. */
const opensItem = (words: string, at: number): boolean =>
  isLetter(words, at) || (at < words.length && /[\d"“‘'(]/.test(words.charAt(at)))

function enumeratorCuts(words: string): number[] {
  const first = firstEnumerator(words.slice(0, HEAD))
  if (!first) return []
  const cuts: number[] = []
  let wanted = first.value + 1
  for (const hit of words.matchAll(ENUMERATOR)) {
    const found = enumeratorOf(hit[1], hit[2])
    if (found.letters !== first.letters || found.style !== first.style || found.value !== wanted) continue
    if (!opensItem(words, hit.index + hit[0].length)) continue
    cuts.push(hit.index)
    wanted++
  }
  return cuts
}

function firstEnumerator(head: string): Enumerator | null {
  const hit = /^\s*(\d{1,3}|[a-z])(\.\)|\)|\.)\s/.exec(head)
  return hit ? enumeratorOf(hit[1], hit[2]) : null
}

function enumeratorOf(label = '', style = ''): Enumerator {
  const letters = !/^\d/.test(label)
  return { letters, style, value: letters ? label.charCodeAt(0) - 96 : Number(label) }
}
