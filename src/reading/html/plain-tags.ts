import type { Attribute, Attributes } from './attributes.ts'

/** A tag whose meaning its characters tell alone. `end`: the index behind its `>`. */
export interface PlainTag {
  readonly name: string
  readonly attributes: Attributes
  readonly isEnd: boolean
  readonly selfClosing: boolean
  readonly end: number
}

const NAME = /[a-zA-Z][a-zA-Z0-9]{0,30}(?=[ \n\t\f/>])/y
const SPACE = /[ \n\t\f]*/y
const ATTRIBUTE =
  /([a-zA-Z][a-zA-Z0-9_:.-]{0,60})(?:=(?:"([^"&<]*)"|'([^'&<]*)'|([^ \n\t\f"'<>=`&]+)(?=[ \n\t\f>]))|(?=[ \n\t\f/>]))/y
const CLOSE = /\/?>/y
const NONE: Attributes = []
/** Tags with more attributes than this are left to the standard's tokenizer, which knows doubled ones. */
const MOST = 12

/**
 * Reads the tag at the `<` at this index, if it is written plainly: ASCII letters, no references. Null for all else,
 * which the tokenizer of the HTML standard must read.
 */
export function plainTag(html: string, at: number): PlainTag | null {
  const isEnd = html.charCodeAt(at + 1) === SLASH
  const written = match(NAME, html, isEnd ? at + 2 : at + 1)
  if (written === null) return null
  const name = written.toLowerCase()
  const afterName = NAME.lastIndex
  if (html.charCodeAt(afterName) === CLOSING)
    return { name, attributes: NONE, isEnd, selfClosing: false, end: afterName + 1 }
  const attributes: Attribute[] = []
  const after = readAttributes(html, afterName, attributes)
  const close = after < 0 ? null : match(CLOSE, html, after)
  if (close === null) return null
  return { name, attributes, isEnd, selfClosing: close.length > 1, end: CLOSE.lastIndex }
}

/** Index behind the attributes and the white space after them; -1 when one is not plain. */
function readAttributes(html: string, from: number, attributes: Attribute[]): number {
  let at = from
  for (;;) {
    match(SPACE, html, at)
    const start = SPACE.lastIndex
    ATTRIBUTE.lastIndex = start
    const found = ATTRIBUTE.exec(html)
    if (found === null) return start
    const name = (found[1] ?? '').toLowerCase()
    const isKnown = attributes.some((other) => other.name === name)
    if (start === at || isKnown || attributes.length === MOST) return -1
    attributes.push({ name, value: found[2] ?? found[3] ?? found[4] ?? '' })
    at = ATTRIBUTE.lastIndex
  }
}

function match(pattern: RegExp, html: string, at: number): string | null {
  pattern.lastIndex = at
  return pattern.exec(html)?.[0] ?? null
}

const SLASH = 47
const CLOSING = 62
