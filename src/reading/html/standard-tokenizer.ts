import { type Token, Tokenizer, TokenizerMode } from 'parse5'
import type { TagSink } from './tag-sink.ts'

const RAW = new Map<string, (typeof TokenizerMode)[keyof typeof TokenizerMode]>([
  ['script', TokenizerMode.SCRIPT_DATA],
  ['style', TokenizerMode.RAWTEXT],
  ['xmp', TokenizerMode.RAWTEXT],
  ['iframe', TokenizerMode.RAWTEXT],
  ['noembed', TokenizerMode.RAWTEXT],
  ['noframes', TokenizerMode.RAWTEXT],
  ['textarea', TokenizerMode.RCDATA],
  ['title', TokenizerMode.RCDATA],
])

/** Elements whose start changes how what follows is read: their text is no mark-up, or is that of XML. */
export const CHANGES_READING: ReadonlySet<string> = new Set([...RAW.keys(), 'svg', 'math'])

/** The tokenizer of the HTML standard, fed piece by piece. `xml`: `<a/>` ends itself, as in XHTML. */
export class StandardTokenizer {
  private readonly tokenizer: Tokenizer
  private readonly xml: boolean

  constructor(sink: TagSink, xml: boolean) {
    const nothing = (): void => undefined
    const write = (token: Token.CharacterToken): void => sink.text(token.chars)
    const tokenizer = new Tokenizer(
      { sourceCodeLocationInfo: false },
      {
        onStartTag: (tag) => {
          const raw = RAW.get(tag.tagName)
          const ended = tag.selfClosing && (xml || tokenizer.inForeignNode)
          if (raw !== undefined && !ended) tokenizer.state = raw
          if (!xml && isForeign(tag.tagName)) tokenizer.inForeignNode = !tag.selfClosing
          sink.open(tag.tagName, tag.attrs, ended)
        },
        onEndTag: (tag) => {
          if (!xml && isForeign(tag.tagName)) tokenizer.inForeignNode = false
          sink.close(tag.tagName)
        },
        onCharacter: write,
        onWhitespaceCharacter: write,
        onNullCharacter: nothing,
        onComment: nothing,
        onDoctype: nothing,
        onEof: nothing,
      },
    )
    tokenizer.inForeignNode = xml
    this.tokenizer = tokenizer
    this.xml = xml
  }

  /** True between tags of ordinary mark-up: nothing is half read, and what comes next means what it seems to. */
  get isBetweenTags(): boolean {
    return this.tokenizer.state === TokenizerMode.DATA && (this.xml || !this.tokenizer.inForeignNode)
  }

  /** Reads on; text that cannot change any more is handed on at once. */
  feed(piece: string): void {
    this.tokenizer.write(piece, false)
    this.tokenizer.flushCharacters()
  }

  end(): void {
    this.tokenizer.write('', true)
  }
}

const isForeign = (name: string): boolean => name === 'svg' || name === 'math'
