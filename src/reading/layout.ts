import type { Span } from '../text/span.ts'
import { CallsByBlock } from './calls-by-block.ts'
import type { Block, Marker, Warning } from './document.ts'
import type { FlowBlock, LinkedCall, LinkedFlow, LinkedNote, LinkedWarning } from './flow.ts'
import {
  pageAt,
  type LaidDocument,
  type LaidNote,
  type NoteField,
  type NoteLink,
  type PageStart,
  type TracedWords,
} from './laid-document.ts'
import { writeCalls, type Place } from './write-calls.ts'

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
  private readonly calls: CallsByBlock

  constructor(private readonly linked: LinkedFlow) {
    this.calls = new CallsByBlock(linked.calls)
  }

  addBlock(block: FlowBlock, index: number): void {
    this.openBlock()
    const start = this.length
    const place = this.writeWithCalls(block.text, this.calls.in(index))
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
      const place = this.writeWithCalls(block.text, this.calls.in(at, index))
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
      kind: note.kind,
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

  private writeWithCalls(text: string, calls: readonly LinkedCall[]): Place {
    const written = writeCalls(text, calls, this.length)
    for (const marker of written.markers) this.markers.push(marker)
    this.write(written.text)
    return written.place
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

function levelAndRole({ level, role }: FlowBlock): Pick<Block, 'level' | 'role'> {
  return { ...(level === undefined ? {} : { level }), ...(role === undefined ? {} : { role }) }
}
