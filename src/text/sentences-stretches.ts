import type { Span } from './span.ts'
import { isEastAsian, isSpace } from './sentences-characters.ts'
import { enumeratedItems } from './sentences-lists.ts'

/** Code units. Shorter lines without a terminator are items of a list, not wrapped prose. */
const SHORT_LINE = 30

/**
 * The stretches of a text that no sentence crosses: paragraphs (a blank line between), list items on their own
 * lines or after bullets, runs of short lines. A single line break inside prose is white space.
 */
export function stretchesOf(text: string): Span[] {
  return paragraphsOf(text).flatMap((paragraph) => enumeratedItems(text, paragraph))
}

function paragraphsOf(text: string): Span[] {
  if (!text.includes('\n') && !text.includes('\r')) return [{ start: 0, end: text.length }]
  const spans: Span[] = []
  let start = 0
  const lines = linesOf(text)
  const listed = shortLines(text, lines)
  lines.forEach((line, index) => {
    const next = lines[index + 1]
    if (next && !breaksAfter(text, line, next, listed)) return
    if (line.end > start) spans.push({ start, end: line.end })
    start = next?.start ?? text.length
  })
  return spans
}

function linesOf(text: string): Span[] {
  const lines: Span[] = []
  let start = 0
  for (const { 0: mark, index } of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) {
    lines.push({ start, end: index })
    start = index + mark.length
  }
  return [...lines, { start, end: text.length }]
}

function breaksAfter(text: string, line: Span, next: Span, listed: ReadonlySet<Span>): boolean {
  if (isEmpty(text, line) || isEmpty(text, next)) return true
  if (listed.has(line) && listed.has(next)) return true
  if (startsItem(text.slice(next.start, Math.min(next.end, next.start + 12)))) return true
  return endsEastAsianLine(text, line)
}

/** Chinese and Japanese print no space at a wrapped line's end: one that stands there was meant. */
const endsEastAsianLine = (text: string, line: Span): boolean =>
  isSpace(text.charCodeAt(line.end - 1)) &&
  /[\u3040-\u30ff\u3400-\u9fff）」』]\s+$/.test(text.slice(Math.max(line.start, line.end - 6), line.end)) &&
  isEastAsian(text.charCodeAt(line.start + 1))

const startsItem = (head: string): boolean =>
  /^\s*(?:[•⁃▪◦‣●■◆*–-]\s|(?:\d{1,3}|[a-zA-Z])(?:\.\)|\)|\.)\s|\(\w{1,3}\)\s|[①-⑳])/.test(head)

const isEmpty = (text: string, line: Span): boolean => text.slice(line.start, line.end).trim() === ''

/** The lines of paragraphs that are nothing but three or more short lines without any terminator: lists without marks. */
function shortLines(text: string, lines: readonly Span[]): ReadonlySet<Span> {
  const found = new Set<Span>()
  let paragraph: Span[] = []
  const close = (): void => {
    if (paragraph.length >= 3 && paragraph.every((line) => isShortLine(text, line)))
      for (const line of paragraph) found.add(line)
    paragraph = []
  }
  for (const line of lines) {
    if (isEmpty(text, line)) close()
    else paragraph.push(line)
  }
  close()
  return found
}

function isShortLine(text: string, line: Span): boolean {
  if (line.end - line.start > SHORT_LINE) return false
  const words = text.slice(line.start, line.end).trim()
  return !/[.!?…。！？;:]|[,\-–—]$/.test(words) && !startsItem(words) && words.split(/\s+/).length <= 4
}
