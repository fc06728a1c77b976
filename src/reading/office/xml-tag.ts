import { damaged } from './damaged.ts'
import { decodeEntities } from './xml-entities.ts'
import type { XmlNames } from './xml-names.ts'

const TAB = 9
const LF = 10
const CR = 13
const SPACE = 32
const DOUBLE = 34
const SINGLE = 39
const SLASH = 47
const LESS = 60
const EQUALS = 61
export const MORE = 62
const LETTER_X = 120

/** White space as XML has it. */
export const isSpace = (code: number): boolean => code === SPACE || code === LF || code === CR || code === TAB

/** The opening tag read last. Attributes are noted by their places and looked at when asked for. */
export class XmlTag {
  name = ''
  isEmpty = false
  /** Four numbers an attribute: where its name and its value start and end. */
  private readonly places: number[] = []
  private count = 0
  private declares = false
  /** Where the next of what {@link glance} cannot read stands. */
  private nextSingle = -1
  private nextXmlns = -1
  /** Where attributes stand that nobody asked for yet, and where their tag ends. */
  private unread: { readonly from: number; readonly end: number } | null = null

  constructor(
    private readonly xml: string,
    private readonly part: string,
  ) {}

  /** Reads the tag whose `<` stands at `at`; returns the place behind its `>`. */
  read(at: number): number {
    const { xml } = this
    let i = at + 1
    let code = xml.charCodeAt(i)
    while (code !== MORE && code !== SLASH && !isSpace(code)) {
      if (code === LESS || Number.isNaN(code)) throw this.broken()
      code = xml.charCodeAt(++i)
    }
    if (i === at + 1) throw this.broken()
    this.name = xml.slice(at + 1, i)
    this.count = 0
    this.declares = false
    return this.glance(i) ?? this.readAttributes(i)
  }

  /**
   * Finds the end of a tag of the usual shape, from behind its name, and leaves its attributes until they are asked for.
   * Null for other shapes: single quotes, `>` in a value, namespaces.
   */
  private glance(from: number): number | null {
    const { xml } = this
    const end = xml.indexOf('>', from)
    if (end < 0) throw this.broken()
    this.isEmpty = xml.charCodeAt(end - 1) === SLASH
    const last = this.isEmpty ? end - 1 : end
    this.unread = null
    if (last === from) return end + 1
    if (this.nextSingle < from) this.nextSingle = placeOf(xml, "'", from)
    if (this.nextXmlns < from) this.nextXmlns = placeOf(xml, 'xmlns', from)
    if (xml.charCodeAt(last - 1) !== DOUBLE || this.nextSingle < last || this.nextXmlns < last) return null
    this.unread = { from, end: end + 1 }
    return end + 1
  }

  /** The namespaces that the tag declares, by prefix; null when it declares none. */
  declared(): ReadonlyMap<string, string> | null {
    if (!this.declares) return null
    const bindings = new Map<string, string>()
    for (let i = 0; i < this.count; i += 4) {
      const name = this.piece(i)
      if (name === 'xmlns') bindings.set('', decodeEntities(this.piece(i + 2)))
      else if (name.startsWith('xmlns:')) bindings.set(name.slice(6), decodeEntities(this.piece(i + 2)))
    }
    return bindings
  }

  attribute(name: string, names: XmlNames): string | null {
    if (this.unread) {
      const { from, end } = this.unread
      this.unread = null
      if (this.readAttributes(from) !== end) throw this.broken()
    }
    for (let i = 0; i < this.count; i += 4)
      if (names.attribute(this.piece(i)) === name) return decodeEntities(this.piece(i + 2))
    return null
  }

  private readAttributes(from: number): number {
    const { xml } = this
    let i = from
    for (;;) {
      let code = xml.charCodeAt(i)
      while (isSpace(code)) code = xml.charCodeAt(++i)
      if (code === MORE) {
        this.isEmpty = false
        return i + 1
      }
      if (code === SLASH) {
        if (xml.charCodeAt(i + 1) !== MORE) throw this.broken()
        this.isEmpty = true
        return i + 2
      }
      i = this.readAttribute(i)
    }
  }

  private readAttribute(start: number): number {
    const { xml } = this
    let i = start
    let code = xml.charCodeAt(i)
    while (code !== EQUALS && !isSpace(code)) {
      if (code === LESS || code === MORE || Number.isNaN(code)) throw this.broken()
      code = xml.charCodeAt(++i)
    }
    const nameEnd = i
    while (isSpace(code)) code = xml.charCodeAt(++i)
    if (code !== EQUALS || nameEnd === start) throw this.broken()
    code = xml.charCodeAt(++i)
    while (isSpace(code)) code = xml.charCodeAt(++i)
    if (code !== DOUBLE && code !== SINGLE) throw this.broken()
    const end = xml.indexOf(code === DOUBLE ? '"' : "'", i + 1)
    if (end < 0) throw this.broken()
    this.note(start, nameEnd, i + 1, end)
    return end + 1
  }

  private note(nameStart: number, nameEnd: number, start: number, end: number): void {
    const { places, count } = this
    places[count] = nameStart
    places[count + 1] = nameEnd
    places[count + 2] = start
    places[count + 3] = end
    this.count = count + 4
    if (this.xml.charCodeAt(nameStart) === LETTER_X && this.xml.startsWith('xmlns', nameStart))
      this.declares = true
  }

  private piece(at: number): string {
    return this.xml.slice(this.places[at], this.places[at + 1])
  }

  private broken(): Error {
    return damaged(`${this.part} is not well-formed XML`)
  }
}

/** The next place of a sign, the end of the text where there is none. */
function placeOf(xml: string, sign: string, from: number): number {
  const at = xml.indexOf(sign, from)
  return at < 0 ? xml.length : at
}
