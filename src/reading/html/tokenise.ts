import { plainTag } from './plain-tags.ts'
import { CHANGES_READING, StandardTokenizer } from './standard-tokenizer.ts'
import type { TagSink } from './tag-sink.ts'

/**
 * Reads HTML as a flat run of tags and text. No tree is built: depth costs nothing. Runs of text and tags that are
 * written plainly are cut out as they stand; all else goes through the tokenizer of the HTML standard, which costs
 * a look-up per character. `xml`: `<a/>` ends itself, as in XHTML.
 */
export function tokenise(html: string, sink: TagSink, xml: boolean): void {
  new TagReader(html, sink, xml).read()
}

/** The standard changes or drops these wherever they stand. */
const CHANGED = /[\0\r]/
/** The characters of a reference, as far as they can be told from what follows. */
const REFERENCE = /&#?[a-zA-Z0-9]{0,40};?/y
/** The standard's tokenizer gets at least so much at once where a tag alone does not end what it is in. Code units. */
const SMALLEST_PIECE = 64

class TagReader {
  private readonly html: string
  private readonly sink: TagSink
  private readonly xml: boolean
  /** While it is in the middle of something. A new one each time, so that none keeps what it has read. */
  private standard: StandardTokenizer | null = null
  private at = 0
  private nextTag = -1
  private nextReference = -1
  private piece = SMALLEST_PIECE

  constructor(html: string, sink: TagSink, xml: boolean) {
    this.html = html
    this.sink = sink
    this.xml = xml
  }

  read(): void {
    if (CHANGED.test(this.html)) this.readByStandard(this.html.length)
    while (this.at < this.html.length) {
      if (this.standard) this.readOn()
      else this.readPlain()
    }
    this.standard?.end()
  }

  private readPlain(): void {
    if (this.nextTag < this.at) this.nextTag = this.indexOf('<', this.at)
    if (this.nextReference < this.at) this.nextReference = this.indexOf('&', this.at)
    const end = Math.min(this.nextTag, this.nextReference)
    if (end > this.at) this.readText(end)
    else if (end === this.nextTag) this.readTag()
    else this.readReference()
  }

  private readText(end: number): void {
    this.sink.text(this.html.slice(this.at, end))
    this.at = end
  }

  private readTag(): void {
    const tag = plainTag(this.html, this.at)
    if (tag === null || CHANGES_READING.has(tag.name)) {
      this.readByStandard(this.tagEnd(this.at))
      return
    }
    this.at = tag.end
    if (tag.isEnd) this.sink.close(tag.name)
    else this.sink.open(tag.name, tag.attributes, tag.selfClosing && this.xml)
  }

  private readReference(): void {
    REFERENCE.lastIndex = this.at
    REFERENCE.test(this.html)
    this.readByStandard(REFERENCE.lastIndex)
  }

  private readByStandard(end: number): void {
    this.standard ??= new StandardTokenizer(this.sink, this.xml)
    this.standard.feed(this.html.slice(this.at, end))
    this.at = end
    if (!this.standard.isBetweenTags) return
    this.standard = null
    this.piece = SMALLEST_PIECE
  }

  /** Reads on in a comment, a program, a tag with a `>` inside: each piece twice as long as the last. */
  private readOn(): void {
    this.readByStandard(this.tagEnd(this.at + this.piece))
    this.piece *= 2
  }

  /** Index behind the first `>` from here on. */
  private tagEnd(from: number): number {
    return Math.min(this.html.length, this.indexOf('>', from) + 1)
  }

  /** Index of the next such character, the length of the page when there is none. */
  private indexOf(character: string, from: number): number {
    const found = this.html.indexOf(character, from)
    return found < 0 ? this.html.length : found
  }
}
