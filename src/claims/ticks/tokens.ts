import type { Span } from '../../text/span.ts'
import { isApostropheAt, isDigitAt, isLetterAt, isUpperAt, straightened } from './letters.ts'
import { numberEnd, wordEnd } from './word-ends.ts'

/**
 * A word, a number in digits or a mark. `words`: with straight apostrophes; `lower`: in lower case. `capital`: it opens with
 * one. `touches`: nothing stands between it and the token before. `afterGap`: a marker or a new paragraph stands between.
 * `possessive`: an 's follows, which is outside the span. `opens`: it may have its capital from its place alone.
 */
export interface Token extends Span {
  readonly kind: 'word' | 'number' | 'mark'
  readonly words: string
  readonly lower: string
  readonly capital: boolean
  readonly touches: boolean
  readonly afterGap: boolean
  readonly possessive: boolean
  readonly opens: boolean
}

const MARKER = /\[(?:\d{1,4}[a-z]?|[*†‡§¶]{1,3}|[ivxl]{1,6}|[a-z])\]/y
const ENDS = '.!?…:'
const OPENING = '"“„«‘\'([‹'

/** The tokens of `text` from `start` to `end`, without those that stand in `markers` (sorted) or look like one ("[7]"). */
export function tokensIn(text: string, span: Span, markers: readonly Span[] = []): Token[] {
  return new Tokeniser(text, span, markers).read()
}

class Tokeniser {
  private readonly tokens: Token[] = []
  private readonly text: string
  private readonly limit: number
  private readonly markers: readonly Span[]
  private nextMarker: number
  private at: number
  private opens = true
  private gap = true
  private lastEnd = -1

  constructor(text: string, { start, end }: Span, markers: readonly Span[]) {
    this.text = text
    this.limit = Math.min(end, text.length)
    this.markers = markers
    this.nextMarker = firstEndingAfter(markers, start)
    this.at = start
  }

  read(): Token[] {
    while (this.at < this.limit) {
      const marker = this.markerEnd()
      if (marker > this.at) this.pass(marker)
      else this.take()
    }
    return this.tokens
  }

  private pass(end: number): void {
    this.gap = true
    this.at = end
  }

  /** Where the marker that stands here ends; the place itself when there is none. */
  private markerEnd(): number {
    while ((this.markers[this.nextMarker]?.end ?? Infinity) <= this.at) this.nextMarker++
    const known = this.markers[this.nextMarker]
    if (known !== undefined && known.start <= this.at) return known.end
    if (this.text.charCodeAt(this.at) !== 91) return this.at
    MARKER.lastIndex = this.at
    return this.at + (MARKER.exec(this.text)?.[0].length ?? 0)
  }

  private take(): void {
    const { text, at, limit } = this
    if (isLetterAt(text, at) || this.isInnerApostrophe(at)) this.addWord('word', wordEnd(text, at, limit))
    else if (isDigitAt(text, at)) this.addWord('number', numberEnd(text, at, limit))
    else if (/\s/.test(text.charAt(at))) this.space()
    else this.addMark()
  }

  /** "Al-'Arouri": an apostrophe that opens the part of a name behind a hyphen. */
  private isInnerApostrophe(at: number): boolean {
    return (
      isApostropheAt(this.text, at) && /[-‐]/.test(this.text.charAt(at - 1)) && isLetterAt(this.text, at + 1)
    )
  }

  private space(): void {
    if (this.text.startsWith('\n\n', this.at)) this.opens = this.gap = true
    this.at++
  }

  private addMark(): void {
    const code = this.text.codePointAt(this.at) ?? 0
    const mark = String.fromCodePoint(code)
    const touches = this.lastEnd === this.at
    this.push('mark', mark, this.at + mark.length, false)
    if (ENDS.includes(mark) || (OPENING.includes(mark) && !touches)) this.opens = true
    else if (mark === ',' || mark === ';') this.opens = false
  }

  private addWord(kind: 'word' | 'number', end: number): void {
    const words = straightened(this.text.slice(this.at, end))
    const isPossessive = kind === 'word' && (words.endsWith("'s") || words.endsWith("'S"))
    this.push(kind, isPossessive ? words.slice(0, -2) : words, end, isPossessive)
    this.opens = false
  }

  private push(kind: Token['kind'], words: string, end: number, possessive: boolean): void {
    const { text, at: start } = this
    const isWord = kind === 'word'
    this.tokens.push({
      start,
      end: possessive ? end - 2 : end,
      kind,
      words,
      lower: isWord ? words.toLowerCase() : words,
      capital: isWord && (isUpperAt(text, start) || (words.startsWith("'") && isUpperAt(text, start + 1))),
      touches: this.lastEnd === start,
      afterGap: this.gap,
      possessive,
      opens: kind !== 'mark' && this.opens,
    })
    this.gap = false
    this.lastEnd = this.at = end
  }
}

/** Index of the first span that ends after `at`; binary search in sorted spans. */
export function firstEndingAfter(spans: readonly Span[], at: number): number {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.end ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low
}
