import { styleUse, type StyleUse } from '../office/style-use.ts'
import type { XmlCursor } from '../office/xml-cursor.ts'
import { readListStyle, type ListStyle } from './list-styles.ts'

/** What a style says itself; `null`: its parent decides. */
interface Style {
  readonly use: StyleUse | null
  readonly parent: string | null
  readonly raised: boolean | null
  readonly hidden: boolean | null
  readonly language: string | null
  /** The language of Arabic, Hebrew and other scripts that are laid out in a complex way. */
  readonly complexLanguage: string | null
  readonly outline: number | null
  readonly newPage: boolean
  readonly list: string | null
  /** Margins. Centimetres. */
  readonly left: number | null
  readonly right: number | null
}

export type ResolvedStyle = Omit<Style, 'parent' | 'raised' | 'hidden'> & {
  readonly raised: boolean
  readonly hidden: boolean
  readonly isCode: boolean
}

const PLAIN: Style = {
  use: null,
  parent: null,
  raised: null,
  hidden: null,
  language: null,
  complexLanguage: null,
  outline: null,
  newPage: false,
  list: null,
  left: null,
  right: null,
}

/** Styles based on each other. */
const LONGEST_CHAIN = 40
const DEFAULT = 'default'

/** The styles of an OpenDocument file: those of the writer and those that the program made for single places. */
export class OdtStyles {
  readonly lists = new Map<string, ListStyle>()
  private readonly styles = new Map<string, Style>()
  private readonly resolved = new Map<string, ResolvedStyle>()

  /** Reads `style:style` and its like, on which the cursor stands; false for an element that is none. */
  read(cursor: XmlCursor): boolean {
    if (cursor.name === 'text:list-style' || cursor.name === 'text:outline-style')
      this.lists.set(cursor.attribute('style:name') ?? '', readListStyle(cursor))
    else if (cursor.name === 'style:style') this.readStyle(cursor, cursor.attribute('style:name') ?? '')
    else if (cursor.name === 'style:default-style') this.readStyle(cursor, DEFAULT)
    else return false
    return true
  }

  /** `family`: "paragraph" or "text". Unknown styles say nothing. */
  style(family: string, name: string | null): ResolvedStyle {
    const key = `${family} ${name ?? DEFAULT}`
    const known = this.resolved.get(key)
    if (known) return known
    const style = this.resolve(family, name ?? DEFAULT)
    this.resolved.set(key, style)
    return style
  }

  private resolve(family: string, name: string): ResolvedStyle {
    const chain = this.chain(family, name)
    const first = <Key extends keyof Style>(key: Key): Style[Key] | null =>
      chain.find((style) => style[key] !== null)?.[key] ?? null
    return {
      use: first('use'),
      raised: first('raised') ?? false,
      hidden: first('hidden') ?? false,
      language: first('language'),
      complexLanguage: first('complexLanguage'),
      outline: first('outline'),
      newPage: chain[0]?.newPage === true,
      list: first('list'),
      left: first('left'),
      right: first('right'),
      isCode: chain.some((style) => style.use === 'code'),
    }
  }

  private chain(family: string, name: string): Style[] {
    const seen = new Set<string>()
    const chain: Style[] = []
    for (let at: string | null = name; at !== null && !seen.has(at) && chain.length < LONGEST_CHAIN;) {
      seen.add(at)
      const style = this.styles.get(`${family} ${at}`)
      if (!style) break
      chain.push(style)
      at = style.parent
    }
    const base = this.styles.get(`${family} ${DEFAULT}`)
    return base && !seen.has(DEFAULT) ? [...chain, base] : chain
  }

  private readStyle(cursor: XmlCursor, name: string): void {
    const family = cursor.attribute('style:family') ?? 'paragraph'
    const outline = Number(cursor.attribute('style:default-outline-level') ?? '')
    const style = {
      ...PLAIN,
      use: styleUse((cursor.attribute('style:display-name') ?? plainName(name)).toLowerCase()),
      parent: cursor.attribute('style:parent-style-name'),
      list:
        cursor.attribute('style:list-style-name') === '' ? null : cursor.attribute('style:list-style-name'),
      outline: outline >= 1 ? outline : null,
      newPage: (cursor.attribute('style:master-page-name') ?? '') !== '',
    }
    this.styles.set(`${family} ${name}`, withProperties(style, cursor))
  }
}

/** Names encode what XML does not allow in them: `Text_20_body`. */
const plainName = (name: string): string =>
  name.replace(/_([0-9a-f]{2,4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

function withProperties(style: Style, cursor: XmlCursor): Style {
  let read = style
  const depth = cursor.depth
  while (cursor.next() !== 'end' && cursor.depth >= depth) {
    if (cursor.kind !== 'open') continue
    if (cursor.name === 'style:text-properties') read = { ...read, ...textProperties(cursor) }
    else if (cursor.name === 'style:paragraph-properties')
      read = { ...read, ...paragraphProperties(cursor, read) }
  }
  return read
}

function textProperties(cursor: XmlCursor): Partial<Style> {
  const position = cursor.attribute('style:text-position')
  const display = cursor.attribute('text:display')
  return {
    raised: position === null ? null : isRaised(position),
    hidden: display === null ? null : display === 'none',
    language: languageOf(cursor.attribute('fo:language'), cursor.attribute('fo:country')),
    complexLanguage: languageOf(
      cursor.attribute('style:language-complex'),
      cursor.attribute('style:country-complex'),
    ),
  }
}

/** `super 58%`, or a rise in percent of the line. */
const isRaised = (position: string): boolean =>
  position.startsWith('super') || Number.parseFloat(position) >= 20

function languageOf(language: string | null, country: string | null): string | null {
  if (language === null || language === 'none' || language === 'zxx' || language === '') return null
  return country === null || country === 'none' || country === '' ? language : `${language}-${country}`
}

function paragraphProperties(cursor: XmlCursor, { newPage }: Style): Partial<Style> {
  return {
    newPage: newPage || cursor.attribute('fo:break-before') === 'page',
    left: centimetres(cursor.attribute('fo:margin-left')),
    right: centimetres(cursor.attribute('fo:margin-right')),
  }
}

const UNITS: Readonly<Record<string, number>> = { cm: 1, mm: 0.1, in: 2.54, pt: 2.54 / 72, pc: 2.54 / 6 }

function centimetres(length: string | null): number | null {
  const match = /^(-?[\d.]{1,12})(cm|mm|in|pt|pc)$/.exec(length ?? '')
  return match ? Number(match[1]) * (UNITS[match[2] ?? ''] ?? 1) : null
}
