import type { Span } from '../text/span.ts'
import type { Block, CslItem, Marker, Note, NoteKind, Warning } from './document.ts'
import type { FlowBlock, LinkedCall, LinkedFlow, LinkedNote, LinkedWarning } from './flow.ts'

/** A note whose citations have not been read yet, with what the format itself says of them. */
export interface LaidNote extends Omit<Note, 'citations'> {
  readonly links?: readonly NoteLink[]
  readonly fields?: readonly NoteField[]
}

/** Words of a note that lead somewhere. Spans are into the whole text. */
export interface NoteLink extends Span {
  readonly href: string
}

/** Words of a note that a reference manager wrote, with its data. Spans are into the whole text. */
export interface NoteField extends Span {
  readonly items: readonly CslItem[]
}

/** `number` counts from 1; `start` is an offset into the text. */
export interface PageStart {
  readonly number: number
  readonly start: number
}

/** The text of a reading and what stands where in it. All spans are UTF-16 code units into `text`. */
export interface LaidDocument {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly notes: readonly LaidNote[]
  /** In order of their place. */
  readonly markers: readonly Marker[]
  /** Where each page of the file begins, in order; empty where the format has no pages. */
  readonly pages: readonly PageStart[]
  /** Where words of the body come from, in order; empty unless the reader was asked to trace them. */
  readonly sources: readonly TracedWords[]
  readonly warnings: readonly Warning[]
}

/** Words of the body and the raw content (code units `from`–`to`) of the file's part that they come from. */
export interface TracedWords extends Span {
  readonly part: string
  readonly from: number
  readonly to: number
}

/**
 * Writes a linked flow out as one text: blocks divided by a blank line, every call as `[label]` where it is called,
 * the notes at the end as `[label] body`. The spans of a note and of its block leave the label out.
 */
export function layOut(linked: LinkedFlow): LaidDocument {
  const page = new Page(linked)
  linked.body.forEach((block, index) => page.addBlock(block, index))
  linked.notes.forEach((note, index) => page.addNote(note, index))
  return page.finish()
}

/** Where a stretch of a block went: an offset into the block's text to an offset into the whole text. */
type Place = (offset: number) => number

/** The growing text. Pieces are joined once at the end, so that the work stays linear. */
class Page {
  private readonly pieces: string[] = []
  private length = 0
  private readonly blocks: Block[] = []
  private readonly notes: LaidNote[] = []
  private readonly markers: Marker[] = []
  private readonly pages: PageStart[] = []
  private readonly sources: TracedWords[] = []
  private readonly places = new Map<number, Place>()
  private readonly callsOfBody: ReadonlyMap<string, readonly LinkedCall[]>

  constructor(private readonly linked: LinkedFlow) {
    this.callsOfBody = callsByBlock(linked.calls)
  }

  addBlock(block: FlowBlock, index: number): void {
    this.openBlock()
    const start = this.length
    const place = this.writeWithCalls(block.text, this.callsOfBody.get(callKey(index)) ?? [])
    this.places.set(index, place)
    for (const mark of block.marks) {
      if (mark.kind === 'page') this.pages.push({ number: mark.number, start: place(mark.start) })
      else if (mark.kind === 'source') {
        const { part, from, to } = mark
        this.sources.push({ start: place(mark.start), end: place(mark.end), part, from, to })
      }
    }
    this.blocks.push({
      kind: block.kind,
      ...levelAndRole(block),
      ...pageAt(this.pages, start),
      start,
      end: this.length,
    })
  }

  addNote(note: LinkedNote, index: number): void {
    this.openBlock()
    this.write(`[${note.label}] `)
    const start = this.length
    const links: NoteLink[] = []
    const fields: NoteField[] = []
    note.blocks.forEach((block, at) => {
      if (at > 0) this.write('\n')
      const place = this.writeWithCalls(block.text, this.callsOfBody.get(callKey(at, index)) ?? [])
      for (const mark of block.marks) {
        const span: Span = { start: place(mark.start), end: place(mark.end) }
        if (mark.kind === 'link' && !mark.calls && !mark.back) links.push({ ...span, href: mark.href })
        else if (mark.kind === 'citation') fields.push({ ...span, items: mark.items })
      }
    })
    const span: Span = { start, end: this.length }
    this.blocks.push({ kind: 'note', ...span })
    this.notes.push({
      label: note.label,
      kind: note.kind satisfies NoteKind,
      ...span,
      ...(links.length === 0 ? {} : { links }),
      ...(fields.length === 0 ? {} : { fields }),
    })
  }

  finish(): LaidDocument {
    return {
      text: this.pieces.join(''),
      blocks: this.blocks,
      notes: this.notes,
      markers: this.markers,
      pages: this.pages,
      sources: this.sources,
      warnings: this.linked.warnings.map((warning) => this.placed(warning)),
    }
  }

  private openBlock(): void {
    if (this.length > 0) this.write('\n\n')
  }

  private write(piece: string): void {
    this.pieces.push(piece)
    this.length += piece.length
  }

  /** Writes a block's text with each call's words replaced by `[label]`; answers where each offset went. */
  private writeWithCalls(text: string, calls: readonly LinkedCall[]): Place {
    const start = this.length
    const shifts: { readonly from: number; readonly by: number }[] = []
    let read = 0
    for (const call of calls) {
      if (call.start < read) continue
      this.write(text.slice(read, call.start))
      const marker = {
        label: call.label,
        start: this.length,
        end: this.length + call.label.length + 2,
        note: call.note,
      }
      this.write(`[${call.label}]`)
      this.markers.push(marker)
      shifts.push({ from: call.start, by: marker.start - start - call.start })
      shifts.push({ from: call.end, by: this.length - start - call.end })
      read = call.end
    }
    this.write(text.slice(read))
    return (offset) => start + offset + shiftAt(shifts, offset)
  }

  private placed({ rule, message, block, note, start, end }: LinkedWarning): Warning {
    const whole = note === undefined ? undefined : this.notes[note]
    if (whole) return { rule, message, start: whole.start, end: whole.end }
    const place = block === undefined ? undefined : this.places.get(block)
    const text = block === undefined ? undefined : this.linked.body[block]?.text
    if (!place || text === undefined) return { rule, message }
    return { rule, message, start: place(start ?? 0), end: place(end ?? text.length) }
  }
}

/** The page that a place stands on, `{}` where the format has no pages or the place is before the first. `pages` ascend. */
export function pageAt(pages: readonly PageStart[], at: number): { readonly page?: number } {
  let low = 0
  let high = pages.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pages[middle]?.start ?? Infinity) <= at) low = middle + 1
    else high = middle
  }
  const page = pages[low - 1]
  return page === undefined ? {} : { page: page.number }
}

/** The shift in force at an offset: that of the last entry at or before it. `shifts` ascend. */
function shiftAt(shifts: readonly { readonly from: number; readonly by: number }[], offset: number): number {
  let low = 0
  let high = shifts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((shifts[middle]?.from ?? Infinity) <= offset) low = middle + 1
    else high = middle
  }
  return shifts[low - 1]?.by ?? 0
}

const callKey = (block: number, note?: number): string =>
  note === undefined ? `${block}` : `${note}/${block}`

function callsByBlock(calls: readonly LinkedCall[]): ReadonlyMap<string, readonly LinkedCall[]> {
  const byBlock = new Map<string, LinkedCall[]>()
  for (const call of calls) {
    const key = callKey(call.block, call.inNote)
    const list = byBlock.get(key)
    if (list) list.push(call)
    else byBlock.set(key, [call])
  }
  for (const list of byBlock.values()) list.sort((a, b) => a.start - b.start || a.end - b.end)
  return byBlock
}

function levelAndRole({ level, role }: FlowBlock): Pick<Block, 'level' | 'role'> {
  return { ...(level === undefined ? {} : { level }), ...(role === undefined ? {} : { role }) }
}
