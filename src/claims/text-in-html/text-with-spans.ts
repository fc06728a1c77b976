import type { Block } from '../../reading/document.ts'
import type { Span } from '../../text/span.ts'
import { openingOfBlock, type BlockFrame } from './block-frames.ts'
import { escapeHtml } from '../../text/escape-html.ts'
import { claimElement, markerElement, type TextClaim, type TextMarker } from './span-elements.ts'
import { textPieces, type TextPiece } from './text-pieces.ts'

export interface SpannedText {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly claims: readonly TextClaim[]
  readonly markers: readonly TextMarker[]
  /** Where a claim's link leads, as an address not yet escaped. */
  readonly addressOf: (claimNumber: number) => string
}

/**
 * A report's text as HTML: its blocks as elements, its claims and markers as links, everything else escaped.
 * With its tags taken off and its entities read back, it is the text again, character by character.
 * Time is linear in the text and n·log n in its spans.
 */
export function textWithSpans(spanned: SpannedText): string {
  const { text, claims, markers } = spanned
  const writer = new Writer(spanned, textPieces(text.length, claims, markers))
  for (const frame of framesOf(text, spanned.blocks)) writer.writeFrame(frame)
  return writer.finish()
}

/** The text in order as frames: each block, and whatever stands between blocks. */
function framesOf(text: string, blocks: readonly Block[]): BlockFrame[] {
  const frames: BlockFrame[] = []
  let read = 0
  blocks.forEach((block, index) => {
    if (block.start < read || block.end > text.length || block.end < block.start) return
    const start = block.kind === 'note' ? startOfLabel(text, read, block.start) : block.start
    frames.push({ block: null, index, start: read, end: start }, { block, index, start, end: block.end })
    read = block.end
  })
  frames.push({ block: null, index: blocks.length, start: read, end: text.length })
  return frames.filter(({ start, end }) => start < end)
}

/** A note's label (`[7] `) stands before its span: it is shown with the note. */
function startOfLabel(text: string, from: number, to: number): number {
  const between = text.slice(from, to)
  const line = between.lastIndexOf('\n') + 1
  return from + line + between.slice(line).length - between.slice(line).trimStart().length
}

class Writer {
  private readonly parts: string[] = []
  private readonly named = new Set<number>()
  private next = 0
  private closing = ''
  private group = ''
  private readonly groups = new Set<string>()

  constructor(
    private readonly spanned: SpannedText,
    private readonly pieces: readonly TextPiece[],
  ) {}

  writeFrame(frame: BlockFrame): void {
    if (this.isBlank(frame)) this.parts.push(this.spanned.text.slice(frame.start, frame.end))
    else this.writeBlock(frame)
  }

  private writeBlock(frame: BlockFrame): void {
    const { group, open, close } = openingOfBlock(frame)
    this.enterGroup(group)
    this.parts.push(open)
    this.writePieces(frame)
    this.parts.push(close)
  }

  private isBlank({ block, start, end }: BlockFrame): boolean {
    return block === null && this.spanned.text.slice(start, end).trim() === ''
  }

  finish(): string {
    this.enterGroup('')
    return this.parts.join('')
  }

  /** Neighbours of one kind (list items, quotations, notes) stand in one element. */
  private enterGroup(group: string): void {
    if (group === this.group) return
    this.parts.push(this.closing, this.groups.has(group) ? group.replace(/ id="[^"]*"/, '') : group)
    this.groups.add(group)
    this.closing = group === '' ? '' : `</${group.slice(1).split(/[ >]/, 1)[0] ?? ''}>`
    this.group = group
  }

  private writePieces({ start, end }: Span): void {
    while ((this.pieces[this.next]?.end ?? Infinity) <= start) this.next += 1
    for (let at = this.next; at < this.pieces.length; at += 1) {
      const piece = this.pieces[at]
      if (piece === undefined || piece.start >= end) return
      this.writePiece(piece, Math.max(piece.start, start), Math.min(piece.end, end))
    }
  }

  private writePiece({ claim, marker }: TextPiece, start: number, end: number): void {
    const words = escapeHtml(this.spanned.text.slice(start, end))
    const called = marker === null ? undefined : this.spanned.markers[marker]
    const claimed = claim === null ? undefined : this.spanned.claims[claim]
    if (called !== undefined) this.parts.push(markerElement(called, words))
    else if (claimed !== undefined) this.parts.push(this.claimElement(claimed, words))
    else this.parts.push(words)
  }

  private claimElement(claim: TextClaim, words: string): string {
    const first = !this.named.has(claim.number)
    this.named.add(claim.number)
    return claimElement(claim, words, { first, href: this.spanned.addressOf(claim.number) })
  }
}
