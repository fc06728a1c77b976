import type { XmlCursor } from '../office/xml-cursor.ts'
import { NO_PARAGRAPH_PROPS, readParagraphProps, type ParagraphProps } from './paragraph-props.ts'
import { NO_RUN_PROPS, readRunProps, type RunProps } from './run-props.ts'
import { isTrue } from './switches.ts'
import { styleUse, type StyleUse } from '../office/style-use.ts'

/** A style as the file defines it, without what it inherits. */
interface Style {
  readonly name: string
  readonly basedOn: string | null
  readonly paragraph: ParagraphProps
  readonly run: RunProps
}

/** A style with what it inherits. */
export interface ResolvedStyle {
  readonly use: StyleUse | null
  /** 1–6 for a heading. */
  readonly heading: number | null
  readonly list: string | null
  readonly listLevel: number | null
  readonly left: number
  readonly right: number
  readonly newPage: boolean
  readonly raised: boolean
  readonly hidden: boolean
  readonly rightToLeft: boolean
  readonly language: string | null
  readonly bidiLanguage: string | null
}

const PLAIN: ResolvedStyle = {
  use: null,
  heading: null,
  list: null,
  listLevel: null,
  left: 0,
  right: 0,
  newPage: false,
  raised: false,
  hidden: false,
  rightToLeft: false,
  language: null,
  bidiLanguage: null,
}

/** Styles based on each other. Word stops at eleven. */
const LONGEST_CHAIN = 40

/** The styles of a Word file. A style that is based on itself, by however many steps, inherits up to where the circle closes. */
export class Styles {
  private readonly styles = new Map<string, Style>()
  private readonly resolved = new Map<string, ResolvedStyle>()
  private defaults = PLAIN
  private defaultParagraph: string | null = null

  constructor(cursor: XmlCursor | null) {
    while (cursor && cursor.next() !== 'end') {
      if (cursor.kind !== 'open') continue
      if (cursor.name === 'w:rPrDefault') this.readDefaults(cursor)
      else if (cursor.name === 'w:style') this.readStyle(cursor)
    }
  }

  /** The language that text has where nothing else is said. */
  get language(): string | null {
    return this.paragraph(null).language
  }

  paragraph(id: string | null): ResolvedStyle {
    const known = id !== null && this.styles.has(id) ? id : this.defaultParagraph
    return known === null ? this.defaults : this.resolve(known)
  }

  /** What a character style adds, null for an unknown one. */
  run(id: string): { readonly props: RunProps; readonly isCode: boolean } | null {
    if (!this.styles.has(id)) return null
    const chain = this.chain(id)
    const first = <Key extends keyof RunProps>(key: Key): RunProps[Key] | null =>
      chain.find((style) => style.run[key] !== null)?.run[key] ?? null
    return {
      props: {
        ...NO_RUN_PROPS,
        raised: first('raised'),
        hidden: first('hidden'),
        rightToLeft: first('rightToLeft'),
        language: first('language'),
        bidiLanguage: first('bidiLanguage'),
      },
      isCode: chain.some((style) => styleUse(style.name) === 'code'),
    }
  }

  private readDefaults(cursor: XmlCursor): void {
    const depth = cursor.depth
    while (cursor.next() !== 'end' && cursor.depth >= depth)
      if (cursor.kind === 'open' && cursor.name === 'w:rPr') {
        const { language, bidiLanguage, hidden } = readRunProps(cursor)
        this.defaults = { ...PLAIN, language, bidiLanguage, hidden: hidden ?? false }
      }
  }

  private readStyle(cursor: XmlCursor): void {
    const id = cursor.attribute('w:styleId') ?? ''
    if (isTrue(cursor.attribute('w:default')) && cursor.attribute('w:type') === 'paragraph')
      this.defaultParagraph ??= id
    let style: Style = { name: '', basedOn: null, paragraph: NO_PARAGRAPH_PROPS, run: NO_RUN_PROPS }
    const depth = cursor.depth
    while (cursor.next() !== 'end' && cursor.depth >= depth) {
      if (cursor.kind !== 'open') continue
      if (cursor.name === 'w:name')
        style = { ...style, name: (cursor.attribute('w:val') ?? '').toLowerCase() }
      else if (cursor.name === 'w:basedOn') style = { ...style, basedOn: cursor.attribute('w:val') }
      else if (cursor.name === 'w:pPr') style = { ...style, paragraph: readParagraphProps(cursor) }
      else if (cursor.name === 'w:rPr') style = { ...style, run: readRunProps(cursor) }
      else if (cursor.name === 'w:tblStylePr') cursor.skip()
    }
    this.styles.set(id, style)
  }

  private resolve(id: string): ResolvedStyle {
    const known = this.resolved.get(id)
    if (known) return known
    const resolved = this.chain(id).reduceRight((under, style) => laidOver(under, style), this.defaults)
    this.resolved.set(id, resolved)
    return resolved
  }

  /** A style and those it is based on, the nearest first. */
  private chain(id: string): Style[] {
    const seen = new Set<string>()
    const chain: Style[] = []
    for (let at: string | null = id; at !== null && !seen.has(at) && chain.length < LONGEST_CHAIN;) {
      seen.add(at)
      const style = this.styles.get(at)
      if (!style) break
      chain.push(style)
      at = style.basedOn
    }
    return chain
  }
}

function laidOver(under: ResolvedStyle, { name, paragraph, run }: Style): ResolvedStyle {
  return {
    use: styleUse(name) ?? under.use,
    heading: headingOf(name, paragraph.outline) ?? (paragraph.outline === 9 ? null : under.heading),
    list: paragraph.list ?? under.list,
    listLevel: paragraph.listLevel ?? under.listLevel,
    left: paragraph.left ?? under.left,
    right: paragraph.right ?? under.right,
    newPage: paragraph.newPage || under.newPage,
    raised: run.raised ?? under.raised,
    hidden: run.hidden ?? under.hidden,
    rightToLeft: run.rightToLeft ?? under.rightToLeft,
    language: run.language ?? under.language,
    bidiLanguage: run.bidiLanguage ?? under.bidiLanguage,
  }
}

/** Deepest level that a block can have; Word has nine. */
const DEEPEST_HEADING = 6

/** The level of an outline, 1–6; null for text. */
export const outlineLevel = (outline: number | null): number | null =>
  outline !== null && outline >= 0 && outline < 9 ? Math.min(outline + 1, DEEPEST_HEADING) : null

function headingOf(name: string, outline: number | null): number | null {
  const named = /^heading ([1-9])$/.exec(name)?.[1]
  if (named !== undefined) return Math.min(Number(named), DEEPEST_HEADING)
  return name === 'toc heading' ? 1 : outlineLevel(outline)
}
