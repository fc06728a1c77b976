import type Token from 'markdown-it/lib/token.mjs'
import type { FlowWarning } from '../flow.ts'
import type { Attributes } from '../html/attributes.ts'
import type { ElementReader } from '../html/element-reader.ts'
import { tokenise } from '../html/tokenise.ts'
import { type NoteEnv, noteKey } from './note-rules.ts'
import { numberedParagraphs } from './numbered-paragraphs.ts'
import { inlineTokens, isPlain } from './parser.ts'

/** Elements that change nothing about a text's marks or blocks. */
const PLAIN: ReadonlySet<string> = new Set(['em', 'strong', 's'])

const RAW_CONTAINERS = ['ul', 'ol', 'dl', 'table', 'div', 'section', 'aside'] as const

interface NoteMeta {
  readonly id: string
  readonly isDuplicate?: boolean
}

/** Turns markdown-it's tokens into the tags and text they stand for; raw HTML among them is read as tags, too. */
export class TokenWalker {
  readonly warnings: FlowWarning[] = []
  private readonly reader: ElementReader
  private readonly tokens: readonly Token[]
  private readonly env: NoteEnv
  private readonly taken = new Set<string>()
  private readonly numbered: ReadonlySet<Token>
  /** The number of a numbered paragraph, until its words come. */
  private number = ''
  private calls = 0
  private duplicates = 0

  constructor(reader: ElementReader, tokens: readonly Token[], env: NoteEnv) {
    this.reader = reader
    this.tokens = tokens
    this.env = env
    this.numbered = numberedParagraphs(tokens)
    for (const token of tokens) if (token.type === 'note_open') this.taken.add((token.meta as NoteMeta).id)
  }

  walk(): void {
    for (const token of this.tokens) this.block(token)
  }

  private block(token: Token): void {
    switch (token.type) {
      case 'inline':
        this.words(token.content)
        return
      case 'html_block':
        tokenise(token.content, this.reader, false)
        return
      case 'fence':
        this.code(token.content)
        return
      case 'code_block':
        if (token.level === 0 && this.isRawHtml(token.content)) tokenise(token.content, this.reader, false)
        else this.code(token.content)
        return
      case 'note_open':
        this.reader.openNote(this.keyOf(token.meta as NoteMeta))
        return
      case 'note_close':
        this.reader.closeNote()
        return
      default:
        this.element(token)
    }
  }

  private words(words: string): void {
    if (this.number !== '') {
      this.reader.text(this.number)
      this.number = ''
    }
    if (isPlain(words)) this.reader.text(words)
    else for (const token of inlineTokens(words, this.env)) this.inline(token)
  }

  private inline(token: Token): void {
    switch (token.type) {
      case 'text':
      case 'text_special':
        this.reader.text(token.content)
        return
      case 'softbreak':
        this.reader.text(' ')
        return
      case 'code_inline':
        this.reader.code(token.content)
        return
      case 'html_inline':
        tokenise(token.content, this.reader, false)
        return
      case 'note_call':
        this.call(token.meta as NoteMeta)
        return
      case 'inline_note':
        this.inlineNote(token.children ?? [])
        return
      case 'image':
        return
      default:
        this.element(token)
    }
  }

  private element(token: Token): void {
    const { tag, nesting, attrs } = token
    if (tag === '' || PLAIN.has(tag)) return
    if (this.numbered.size > 0 && this.numbered.has(token)) {
      if (token.type === 'list_item_open') this.number = `${token.info}${token.markup} `
      return
    }
    if (nesting < 0) this.reader.close(tag)
    else this.reader.open(tag, attrs === null ? [] : attributesOf(attrs))
  }

  /** Indented tags after a blank line, inside a list or table begun in raw HTML, are its next items and no code. */
  private isRawHtml(content: string): boolean {
    return /^\s{0,200}<\/?[a-z]/i.test(content) && this.reader.isOpen(RAW_CONTAINERS)
  }

  private code(content: string): void {
    this.reader.open('pre', [])
    this.reader.code(content)
    this.reader.close('pre')
  }

  private call({ id }: NoteMeta): void {
    this.calls++
    this.reader.builder.call(noteKey(id), id)
  }

  /** An inline note has no label of its own: it gets the number of its call, or the next one that no other note has. */
  private inlineNote(words: readonly Token[]): void {
    this.calls++
    let number = this.calls
    while (this.taken.has(String(number))) number++
    this.taken.add(String(number))
    this.reader.openInlineNote(`inline ${number}`, String(number))
    for (const token of words) this.inline(token)
    this.reader.closeInlineNote()
  }

  /** A second definition of the same id is kept as a note of its own that nothing calls. */
  private keyOf({ id, isDuplicate }: NoteMeta): string {
    if (isDuplicate !== true) return noteKey(id)
    this.duplicates++
    this.warnings.push({
      rule: 'note-duplicate',
      message: `Note ${id} is defined more than once; its calls lead to the first.`,
    })
    return `${noteKey(id)} duplicate ${this.duplicates}`
  }
}

const attributesOf = (attrs: readonly (readonly [string, string])[]): Attributes =>
  attrs.map(([name, value]) => ({ name, value }))
