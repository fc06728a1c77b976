import type { FlowBlock, FlowContainer } from '../flow.ts'
import { attribute, type Attributes } from './attributes.ts'
import { BlockBuilder, type BlockShape, type Mutable } from './block-builder.ts'
import { ContainerLog } from './container-log.ts'
import { describeElement, noteElement, type Element } from './element.ts'
import { BLOCK, VOID } from './elements.ts'
import { Entries } from './entries.ts'
import { crossable, HEAD_ONLY, impliedEnds } from './implied-ends.ts'
import { takeNumber } from './list-numbers.ts'
import { OpenElements } from './open-elements.ts'
import type { TagSink } from './tag-sink.ts'

/** What the tags of a page have come to. The flags run beside `blocks`. */
export interface ReadElements {
  readonly blocks: readonly FlowBlock[]
  readonly containers: readonly FlowContainer[]
  readonly furniture: readonly boolean[]
  readonly main: readonly boolean[]
  readonly preformatted: readonly boolean[]
}

const ARTICLE = ['article', 'main', 'section', 'blockquote', 'figure'] as const
/** What these elements are for depends on whether an article is around them. */
const IN_ARTICLES: ReadonlySet<string> = new Set(['header', 'footer', 'aside'])
const BLANK_LINE = /\n[ \t\r]*(?=\n)/

/**
 * Turns start tags, end tags and text into blocks with marks. It knows no more of a page than what is open, so it
 * keeps pace on any depth; tags that are missing or crossed are mended much as browsers do.
 */
export class ElementReader implements TagSink {
  readonly builder = new BlockBuilder()
  private readonly opened = new OpenElements<Element>()
  private readonly containers = new ContainerLog()
  private readonly entries = new Entries(this.containers)
  private readonly furniture: boolean[] = []
  private readonly main: boolean[] = []
  private readonly preformatted: boolean[] = []
  private ordinal: string | null = null
  private lineBroken = false
  private sidenotes = 0

  open(name: string, attributes: Attributes, selfClosing = false): void {
    if (!HEAD_ONLY.has(name)) this.closeTo(this.opened.place('head'))
    if (VOID.has(name)) {
      this.void(name, attributes)
      return
    }
    const isBlock = BLOCK.has(name)
    if (this.opened.depth > 0) this.endImplied(name, isBlock)
    if (isBlock) this.flush()
    const element = this.describe(name, attributes)
    const formula = name === 'math' ? attribute(attributes, 'alttext') : null
    if (formula !== null) this.text(formula)
    this.start(formula === null ? element : { ...element, dropped: true }, attributes)
    if (selfClosing) this.close(name)
  }

  close(name: string): void {
    const place = this.opened.place(name)
    if (place < 0) return
    if (place === this.opened.depth - 1 || place >= this.opened.innermost(crossable(name))) this.endAt(place)
  }

  text(text: string): void {
    const top = this.opened.top
    if (top?.dropped === true) return
    if (this.lineBroken && text.trim() !== '') this.lineBroken = false
    if (top?.name === 'pre') this.preformattedText(text)
    else this.builder.text(text)
  }

  /** Code inside a line: a `code` element with nothing but text in it. */
  code(text: string): void {
    this.closeTo(this.opened.place('head'))
    if (this.opened.top?.dropped === true) return
    if (this.lineBroken && text.trim() !== '') this.lineBroken = false
    this.builder.openCode()
    this.builder.text(text)
    this.builder.closeCode()
  }

  /** True while an element of one of these names is open. */
  isOpen(names: readonly string[]): boolean {
    return this.opened.innermost(names) >= 0
  }

  /** Begins the body of a note that stands apart from the text that calls it. */
  openNote(key: string): void {
    this.flush()
    const container = { start: this.builder.blocks.length, ids: [], notes: null, item: true }
    this.opened.push({ ...noteElement('#note', key, true, this.opened.top, this.opened.depth), container })
  }

  closeNote(): void {
    this.closeTo(this.opened.place('#note'))
  }

  /** Begins a note in the middle of the line that calls it; the call is written as `label`. */
  openInlineNote(key: string, label: string): void {
    this.builder.call(key, label)
    this.builder.beginNote()
    const place = this.opened.top?.blockPlace ?? -1
    this.opened.push(noteElement('#inline-note', key, false, this.opened.top, place))
  }

  closeInlineNote(): void {
    this.closeTo(this.opened.place('#inline-note'))
  }

  /** Ends all that is open and gives the blocks. */
  end(): ReadElements {
    this.closeTo(0)
    this.flush()
    const { furniture, main, preformatted } = this
    return { blocks: this.builder.blocks, containers: this.containers.all(), furniture, main, preformatted }
  }

  private describe(name: string, attributes: Attributes): Element {
    return describeElement(name, attributes, {
      parent: this.opened.top,
      place: this.opened.depth,
      nextBlock: this.builder.blocks.length,
      inArticle: IN_ARTICLES.has(name) && this.opened.innermost(ARTICLE) >= 0,
    })
  }

  private endImplied(name: string, isBlock: boolean): void {
    for (const { ends, within } of impliedEnds(name, isBlock)) {
      const place = this.opened.innermost(ends)
      if (place >= 0 && place > this.opened.innermost(within)) this.endAt(place)
    }
  }

  /** Ends the element at this place. One inside a line, with blocks open within, ends alone: `<b><p></b></p>`. */
  private endAt(place: number): void {
    const element = this.opened.at(place)
    const top = this.opened.top
    if (element && top && !element.isBlock && place < top.blockPlace) {
      this.finish(element)
      this.opened.forget(element.name)
    } else this.closeTo(place)
  }

  private closeTo(place: number): void {
    if (place < 0) return
    while (this.opened.depth > place) {
      const top = this.opened.top
      if (!top) return
      if (top.isBlock) this.flush()
      const crossed = this.opened.place(top.name) !== this.opened.depth - 1
      if (!crossed) this.finish(top)
      this.opened.pop()
    }
  }

  private void(name: string, attributes: Attributes): void {
    if (name === 'hr') this.endImplied(name, true)
    if (name === 'hr') this.flush()
    if (name !== 'br' || this.opened.top?.dropped === true) return
    if (this.lineBroken && this.opened.top?.kind !== 'heading') this.flush()
    this.lineBroken = true
    this.builder.text(' ')
    const id = attribute(attributes, 'id')
    if (id !== null) this.builder.anchor(id)
  }

  private start(element: Element, attributes: Attributes): void {
    if (element.inlineNote && !element.dropped) {
      this.startSidenote(element)
      return
    }
    this.opened.push(element)
    if (element.dropped) return
    if (element.name === 'dl') this.entries.openList()
    if (element.name === 'dt') this.entries.term(element.container?.ids ?? [], this.builder.blocks.length)
    if (element.name === 'dd')
      this.entries.definition(element.container?.ids ?? [], this.builder.blocks.length)
    if (element.name === 'li') this.startItem(attributes)
    if (element.isBlock) {
      if (element.code) this.builder.openCode()
      return
    }
    this.startInline(element, attributes)
  }

  /** A note beside the line that calls it, numbered by the page's style sheet. Source: Tufte CSS. */
  private startSidenote(element: Element): void {
    const label = String(++this.sidenotes)
    this.builder.call(`sidenote ${label}`, label)
    this.builder.beginNote()
    this.opened.push({ ...element, kind: 'paragraph', noteKey: `sidenote ${label}` })
  }

  private startItem(attributes: Attributes): void {
    const list = this.opened.at(this.opened.innermost(['ol', 'ul']))
    this.ordinal = list?.numbers ? takeNumber(list.numbers, attributes) : null
  }

  private startInline(element: Element, attributes: Attributes): void {
    for (const name of ['id', 'name'] as const) {
      if (name === 'id' || element.name === 'a') this.builder.anchor(attribute(attributes, name) ?? '')
    }
    if (element.raised) this.builder.raise()
    if (element.code) this.builder.openCode()
    if (element.name === 'q') this.builder.text('“')
    if (element.href === null) return
    const { href, calls, back } = element
    this.builder.openLink({
      kind: 'link',
      href,
      ...(calls ? { calls: true } : {}),
      ...(back ? { back: true } : {}),
    })
  }

  /** What the end of an element does to the line and to what is noted of its blocks. */
  private finish(element: Element): void {
    if (element.dropped) return
    if (element.name === '#inline-note' || element.inlineNote) this.builder.endNote(this.shape(element))
    if (element.href !== null) this.builder.closeLink()
    if (element.raised) this.builder.lower()
    if (element.code) this.builder.closeCode()
    if (element.name === 'q') this.builder.text('”')
    if (element.name === 'li') this.ordinal = null
    if (element.name === 'dl') this.entries.closeList(this.builder.blocks.length)
    if (element.container)
      this.builder.carry(this.containers.close(element.container, this.builder.blocks.length))
  }

  /** Ends the block being written. It is what the innermost open element says. */
  private flush(): void {
    const top = this.opened.top
    const before = this.builder.blocks.length
    if (this.builder.isEmpty) {
      if (before === 0) this.lineBroken = false
      this.builder.skip()
      return
    }
    this.lineBroken = false
    this.builder.flush(this.shape(top))
    for (let i = before; i < this.builder.blocks.length; i++) {
      this.furniture.push(top?.furniture ?? false)
      this.main.push(top?.main ?? false)
      this.preformatted.push(this.opened.place('pre') >= 0)
      this.ordinal = null
    }
  }

  private shape(element: Element | undefined): BlockShape {
    const { kind, level, noteKey } = element ?? { kind: 'paragraph' as const, level: 0, noteKey: null }
    const shape: Mutable<BlockShape> = { kind }
    if (level > 0 && (kind === 'heading' || kind === 'list-item')) shape.level = level
    if (noteKey !== null) shape.noteKey = noteKey
    else if (this.ordinal !== null) shape.ordinal = this.ordinal
    return shape
  }

  /** A blank line ends a block where line breaks are kept. */
  private preformattedText(text: string): void {
    const parts = text.split(BLANK_LINE)
    parts.forEach((part, i) => {
      if (i > 0) this.flush()
      this.builder.text(part)
    })
  }
}
