import { Invalid } from '../../errors.ts'
import { damaged } from './damaged.ts'
import { DEEPEST } from './limits.ts'
import { decodeEntities } from './xml-entities.ts'
import { XmlNames } from './xml-names.ts'
import { isSpace, MORE, XmlTag } from './xml-tag.ts'

/** What a cursor stands on. `close` comes for empty elements too. */
export type XmlKind = 'open' | 'close' | 'text' | 'end'

/** How far an end tag is looked for. Code units. */
const FAR = 4000
const SLASH = 47
const BANG = 33
const QUESTION = 63

/**
 * Walks over the XML of a part, one piece at a time, and says where each piece stands in it. A document type definition
 * is refused, so there is nothing to expand and nothing to fetch. Time is linear, depth is bounded, nothing is built.
 *
 * Names come with the prefixes of `prefixes` (namespace to prefix), whatever prefixes the file uses.
 */
export class XmlCursor {
  kind: XmlKind = 'end'
  /** The element's name; of a text, that of the element around it. */
  name = ''
  /** Span of the tag or text in `xml`, code units. */
  start = 0
  end = 0
  private readonly names: XmlNames
  private readonly tag: XmlTag
  /** The elements that are open: their names in the file, their names by namespace, whether they declare any. */
  private readonly rawNames: string[] = []
  private readonly openNames: string[] = []
  private readonly scoped: boolean[] = []
  private isEmptyTag = false
  private isVerbatim = false

  constructor(
    readonly xml: string,
    readonly part: string,
    prefixes: ReadonlyMap<string, string>,
  ) {
    this.names = new XmlNames(prefixes)
    this.tag = new XmlTag(xml, part)
  }

  get depth(): number {
    return this.openNames.length
  }

  /** Moves to the next piece. @throws Invalid for XML that is not well-formed */
  next(): XmlKind {
    if (this.isEmptyTag) return this.closeEmpty()
    for (;;) {
      const at = this.end
      const next = this.xml.indexOf('<', at)
      if (next < 0) return this.finish(at)
      if (next !== at && this.textTo(next)) return this.kind
      const kind = this.markup(next)
      if (kind !== null) return kind
    }
  }

  /** The text that the cursor stands on, with its references resolved. */
  text(): string {
    const raw = this.xml.slice(this.start, this.end)
    return this.isVerbatim ? raw.slice(CDATA.length, -3) : decodeEntities(raw)
  }

  /** An attribute of the tag that the cursor stands on, null when it has none of this name. */
  attribute(name: string): string | null {
    return this.tag.attribute(name, this.names)
  }

  /** The table's prefix for a prefix of the file at this place, null for one that means nothing known. */
  knownPrefix(prefix: string): string | null {
    return this.names.known(prefix)
  }

  /** From an opening tag to the closing one. */
  skip(): void {
    this.leave(this.depth)
  }

  /** To the closing tag of the element at a depth around this place, from 1. */
  leave(depth: number): void {
    while (this.depth >= depth && this.next() !== 'end');
  }

  /**
   * The raw XML behind an opening tag up to the first end tag of the same name; null where that is far or the element is
   * empty. The same raw XML means the same, so that what was read of it once need not be read again.
   */
  peek(): string | null {
    if (this.isEmptyTag) return null
    const end = `</${this.rawNames.at(-1) ?? ''}>`
    const at = this.xml.slice(this.end, this.end + FAR).indexOf(end)
    return at < 0 ? null : this.xml.slice(this.end, this.end + at + end.length)
  }

  /** From an opening tag past the raw XML that {@link peek} gave, which must end the element. */
  pass(peeked: string): void {
    this.start = this.end
    this.end += peeked.length
    this.closeTop()
  }

  private textTo(end: number): boolean {
    this.start = this.end
    this.end = end
    this.isVerbatim = false
    const around = this.openNames.at(-1)
    if (around !== undefined) {
      this.name = around
      this.kind = 'text'
      return true
    }
    if (/[^\s\ufeff]/.test(this.xml.slice(this.start, Math.min(end, this.start + 1000))))
      throw damaged(`${this.part} is not well-formed XML`)
    return false
  }

  private finish(at: number): XmlKind {
    if (this.depth > 0) throw damaged(`${this.part} is cut off`)
    if (at < this.xml.length) this.textTo(this.xml.length)
    this.start = this.end = this.xml.length
    return (this.kind = 'end')
  }

  /** Reads what begins with the `<` at `at`; null for what says nothing. */
  private markup(at: number): XmlKind | null {
    const code = this.xml.charCodeAt(at + 1)
    this.start = at
    if (code === SLASH) return this.closeTag(at)
    if (code === BANG) return this.declaration(at)
    if (code !== QUESTION) return this.openTag(at)
    this.end = this.after('?>', at)
    return null
  }

  private openTag(at: number): XmlKind {
    if (this.depth >= DEEPEST)
      throw new Invalid(
        `The file nests elements more than ${DEEPEST} deep: simplify its tables and try again.`,
      )
    this.end = this.tag.read(at)
    const declared = this.tag.declared()
    if (declared) this.names.enter(declared)
    this.name = this.names.element(this.tag.name)
    this.rawNames.push(this.tag.name)
    this.openNames.push(this.name)
    this.scoped.push(declared !== null)
    this.isEmptyTag = this.tag.isEmpty
    return (this.kind = 'open')
  }

  private closeTag(at: number): XmlKind {
    const raw = this.rawNames.at(-1) ?? ''
    let end = at + 2 + raw.length
    if (raw === '' || !this.xml.startsWith(raw, at + 2)) throw damaged(`${this.part} is not well-formed XML`)
    while (isSpace(this.xml.charCodeAt(end))) end++
    if (this.xml.charCodeAt(end) !== MORE) throw damaged(`${this.part} is not well-formed XML`)
    this.end = end + 1
    return this.closeTop()
  }

  private closeEmpty(): XmlKind {
    this.isEmptyTag = false
    return this.closeTop()
  }

  private closeTop(): XmlKind {
    this.rawNames.pop()
    this.name = this.openNames.pop() ?? ''
    if (this.scoped.pop() === true) this.names.leave()
    return (this.kind = 'close')
  }

  private declaration(at: number): XmlKind | null {
    if (this.xml.startsWith('<!--', at)) {
      this.end = this.after('-->', at + 4)
      return null
    }
    if (!this.xml.startsWith(CDATA, at))
      throw damaged(`${this.part} holds a document type definition, which office files never do`)
    const end = this.after(']]>', at)
    if (this.depth === 0) throw damaged(`${this.part} is not well-formed XML`)
    this.end = end
    this.isVerbatim = true
    this.name = this.openNames.at(-1) ?? ''
    return (this.kind = 'text')
  }

  /** The place behind the next `mark`. */
  private after(mark: string, from: number): number {
    const at = this.xml.indexOf(mark, from)
    if (at < 0) throw damaged(`${this.part} is cut off`)
    return at + mark.length
  }
}

const CDATA = '<![CDATA['
