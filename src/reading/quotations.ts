import type { Span } from '../text/span.ts'
import { quotesIn } from '../text/sentences-enclosures.ts'
import type { Block } from './document.ts'

/** Spans are into the document's text, sorted and disjoint. */
export interface Quotations {
  /** Each quotation from its opening to its closing mark, however many paragraphs it runs over. */
  readonly runs: readonly Span[]
  /** What stands inside quotation marks, the marks left out: one span for each paragraph of a run. */
  readonly quoted: readonly Span[]
}

/**
 * Finds the quotations of a document's body.
 *
 * A quotation that is not closed in its paragraph goes on in the next one if that opens with a quotation mark too;
 * otherwise it ends with its paragraph. Neighbouring blocks of kind `quotation` are one run.
 */
export function quotationsIn(text: string, blocks: readonly Block[]): Quotations {
  const found = new Runs()
  for (const block of blocks) {
    if (block.kind === 'note' || block.role !== undefined) found.breakOff()
    else if (block.kind === 'quotation') found.addBlockQuotation(block)
    else found.addParagraph(text.slice(block.start, block.end), block)
  }
  return found.finish()
}

class Runs {
  private readonly runs: Span[] = []
  private readonly quoted: Span[] = []
  /** Start of the quotation that the last paragraph left open, and where that paragraph ends. */
  private open: Span | null = null
  private wasBlockQuotation = false

  addBlockQuotation(block: Block): void {
    this.endOpen()
    const last = this.wasBlockQuotation ? this.runs.pop() : undefined
    this.runs.push({ start: last?.start ?? block.start, end: block.end })
    this.quoted.push({ start: block.start, end: block.end })
    this.wasBlockQuotation = true
  }

  addParagraph(words: string, block: Block): void {
    const carriesOn =
      block.kind === 'paragraph' && this.open !== null && /^\s*(?:["“”„«»「『]|``)/.test(words)
    if (!carriesOn) this.endOpen()
    this.wasBlockQuotation = false
    const { closed, unclosed } = quotesIn(words)
    for (const span of closed) this.addClosed(words, span, block.start)
    if (unclosed) this.leaveOpen(words, unclosed, block)
  }

  private addClosed(words: string, span: Span, offset: number): void {
    const mark = markLength(words, span.start)
    const start = this.open?.start ?? offset + span.start
    this.open = null
    this.runs.push({ start, end: offset + span.end })
    this.quoted.push({ start: offset + span.start + mark, end: offset + span.end - mark })
  }

  private leaveOpen(words: string, span: Span, block: Block): void {
    const start = this.open?.start ?? block.start + span.start
    this.open = { start, end: block.end }
    this.quoted.push({ start: block.start + span.start + markLength(words, span.start), end: block.end })
  }

  breakOff(): void {
    this.endOpen()
    this.wasBlockQuotation = false
  }

  finish(): Quotations {
    this.endOpen()
    return { runs: this.runs, quoted: this.quoted.filter((span) => span.end > span.start) }
  }

  private endOpen(): void {
    if (this.open) this.runs.push(this.open)
    this.open = null
  }
}

const markLength = (words: string, at: number): number => (words.startsWith('``', at) ? 2 : 1)
