import type { Span } from './span.ts'

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
  const cuts = [...bulletCuts(text, paragraph), ...enumeratorCuts(text, paragraph)].sort((a, b) => a - b)
  return spansBetween(paragraph, cuts)
}

function spansBetween(paragraph: Span, cuts: readonly number[]): Span[] {
  const edges = [paragraph.start, ...cuts, paragraph.end]
  return edges.slice(1).map((end, index) => ({ start: edges[index] ?? end, end }))
}

function bulletCuts(text: string, paragraph: Span): number[] {
  const cuts: number[] = []
  const bullets = /[•⁃▪◦‣●■◆]/g
  bullets.lastIndex = paragraph.start
  for (let hit = bullets.exec(text); hit && hit.index < paragraph.end; hit = bullets.exec(text))
    if (hit.index > paragraph.start && /\s/.test(text.charAt(hit.index - 1))) cuts.push(hit.index)
  return cuts
}

const ENUMERATOR = /(?<=\s)(\d{1,3}|[a-z])(\.\)|\)|\.)\s+(?=[\p{L}\d"“‘'(])/gu

function enumeratorCuts(text: string, paragraph: Span): number[] {
  const first = firstEnumerator(text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + HEAD)))
  if (!first) return []
  const cuts: number[] = []
  let wanted = first.value + 1
  for (const hit of text.slice(paragraph.start, paragraph.end).matchAll(ENUMERATOR)) {
    const found = enumeratorOf(hit[1], hit[2])
    if (found.letters !== first.letters || found.style !== first.style || found.value !== wanted) continue
    cuts.push(paragraph.start + hit.index)
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
