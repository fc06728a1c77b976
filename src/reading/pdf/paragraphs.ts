import type { BodyType } from './body-type.ts'
import { type ColumnShape, indentOf, roomBehind } from './column-shape.ts'
import { endsSentence, opensItem, opensWithBracket } from './line-words.ts'
import { openingOf } from './labels.ts'
import type { Line } from './line.ts'

/** Lines that belong together. */
export interface LineGroup {
  readonly lines: Line[]
  readonly shape: ColumnShape
}

/** A gap wider than this many usual distances of lines ends a paragraph. */
const GAP = 1.28
/** Sizes of type that differ more are different. */
const SIZE = 0.06
/** Indents that differ more, in ems, are different. */
const INDENT = 0.7
/** A line that leaves this share of its column empty ends its paragraph, whatever comes next. */
const VERY_SHORT = 0.3

/** Whether a paragraph begins with `line`, which stands below `above` in one column. `first`: `above` opens its paragraph. */
export function beginsParagraph(
  above: Line,
  line: Line,
  shape: ColumnShape,
  body: BodyType,
  first: Line,
): boolean {
  if (Math.abs(line.size - above.size) > SIZE * above.size) return true
  if (isFarBelow(above, line, body)) return true
  if (isLabelAlone(above.text)) return false
  if (opensWithBracket(line.text) && opensWithBracket(first.text)) return true
  if (openingOf(line)?.raised === true && (isShort(above, line, shape) || endsSentence(above.text)))
    return true
  if (
    opensItem(line.text) &&
    (opensItem(above.text) || isShort(above, line, shape) || endsSentence(above.text))
  )
    return true
  if (line.font !== above.font && isShort(above, line, shape) && line.size <= body.size * 1.05) return true
  if (line.size > body.size * 1.08) return false
  return beginsByIndent(above, line, shape, first) ?? endsShort(above, line, shape)
}

/** A gap parts two lines. */
export const isFarBelow = (above: Line, line: Line, body: BodyType): boolean =>
  line.base - above.base > GAP * body.leadingOf(line.size)

/** A label in brackets on a line of its own, with its entry below. */
const isLabelAlone = (text: string): boolean => /^\[[^[\]\s]{1,24}\]$/.test(text)

/** What the indents say, null when the lines begin alike. */
function beginsByIndent(above: Line, line: Line, shape: ColumnShape, first: Line): boolean | null {
  const change = indentOf(line, shape) - indentOf(above, shape)
  if (change > INDENT * line.size) {
    if (above === first && hangs(above, line)) return false
    return endsSentence(above.text) || isShort(above, line, shape)
  }
  if (change < -INDENT * line.size) return above !== first || isShort(above, line, shape)
  return null
}

/** The text behind an item's label begins where the next line does. */
function hangs(above: Line, line: Line): boolean {
  if (!opensItem(above.text)) return false
  return above.spans.slice(0, 3).some(({ piece }) => Math.abs(piece.x - line.x) < 0.5 * line.size)
}

function endsShort(above: Line, line: Line, shape: ColumnShape): boolean {
  if (!isShort(above, line, shape)) return false
  return (
    endsSentence(above.text) ||
    roomBehind(above, shape) > VERY_SHORT * (shape.right - shape.left) ||
    /^[\p{Lu}\p{N}•–—-]/u.test(line.text)
  )
}

/** The next line's first word would have found room in it. */
export function isShort(above: Line, line: Line, shape: ColumnShape): boolean {
  const [word = ''] = /^\S+/.exec(line.text) ?? []
  const perLetter = (line.right - line.x) / Math.max(1, line.text.length)
  return roomBehind(above, shape) > word.length * perLetter + 1.2 * line.size
}

/**
 * Whether a paragraph that ends a column goes on with the first line of a later one. A column rarely ends with a full line
 * where a paragraph does: behind one, what begins without an indent goes on.
 */
export function goesOn(last: LineGroup, next: LineGroup, indentsParagraphs: boolean): boolean {
  const above = last.lines.at(-1)
  const [line] = next.lines
  if (!above || !line || Math.abs(above.size - line.size) > SIZE * above.size) return false
  if (opensItem(line.text) || isShort(above, line, last.shape)) return false
  if (/^\p{Ll}/u.test(line.text)) return true
  if (opensWithBracket(line.text) && opensWithBracket(last.lines[0]?.text ?? '')) return false
  const indent = indentOf(line, next.shape)
  if (indent > INDENT * line.size && indent > indentOf(above, last.shape) + INDENT * line.size) return false
  if (!endsSentence(above.text)) return true
  return line.font === above.font && (indentsParagraphs || last.lines.length > 1)
}
