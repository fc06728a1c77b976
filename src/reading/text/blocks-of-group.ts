import type { FlowBlock, FlowMark } from '../flow.ts'
import { bracketAtStart, bulletAtStart, numberAtStart } from './label-at-start.ts'
import { leastIndent, type Line } from './lines.ts'
import type { LineGroup, Setting } from './paragraph-lines.ts'
import { headingLevel, isCaption } from './shapes.ts'

export interface GroupContext {
  readonly setting: Setting
  /** The group stands right below the heading of a table of contents or below such a line. */
  readonly inContents: boolean
  /** The lines of contents read so far, without their pages: a line that returns is the heading itself. */
  readonly listed: ReadonlySet<string>
  readonly previous: FlowBlock | undefined
  /** The group after it, which tells a note after an asterisk from a list of bullets. */
  readonly next: LineGroup | undefined
}

/** A numbered paragraph longer than this is no list item. Code units. */
const LONGEST_NUMBERED_ITEM = 300

/** The blocks that a group of lines makes: one, or one per line for a table and a table of contents. */
export function blocksOfGroup(group: LineGroup, context: GroupContext): FlowBlock[] {
  if (context.inContents && !isListedAlready(group, context) && looksLikeContents(group, context))
    return contentsLines(group.lines)
  if (isRuledTable(group.lines)) return tableRows(group.lines)
  if (isDrawing(group.lines)) return [drawing(group.lines)]
  if (isTable(group.lines)) return tableRows(group.lines)
  return [blockOf(group, context)]
}

const fold = (text: string): string => (/ {2}|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ').trim() : text)

/** Words of wrapped lines with one space between; a hyphen between digits or small letters at a line's end stays. */
const joined = (lines: readonly Line[]): string => fold(lines.map((line) => line.text).join(' '))

function blockOf(group: LineGroup, { setting, previous, next }: GroupContext): FlowBlock {
  const text = joined(group.lines)
  const indent = leastIndent(group.lines) - setting.margin
  const bullet = bulletAtStart(group.lines[0]?.text ?? '')
  if (bullet?.trim() === '*' && !isAmongBullets(previous, next)) return paragraph(text)
  if (bullet !== null)
    return { kind: 'list-item', level: 1, text: text.slice(fold(bullet).length).trimStart(), marks: [] }
  if (bracketAtStart(text) !== null) return paragraph(text)
  const standing = { gap: group.gap, lines: group.lines.length, wrapped: setting.width !== Infinity, indent }
  const picture = /^\[(?:illustration|picture|figure)\s?:\s?([^[\]]{1,600})\]$/i.exec(text)
  if (picture) return { kind: 'caption', text: picture[1]?.trim() ?? text, marks: [] }
  if (isCaption(text)) return { kind: 'caption', text, marks: [] }
  const level = headingLevel(text, standing)
  if (level !== null) return { kind: 'heading', level, text, marks: [] }
  if (numberAtStart(text) !== null && text.length <= LONGEST_NUMBERED_ITEM)
    return { kind: 'list-item', level: 1, text, marks: [] }
  return isSetIn(group, indent, previous, setting) ? { kind: 'quotation', text, marks: [] } : paragraph(text)
}

const isAmongBullets = (previous: FlowBlock | undefined, next: LineGroup | undefined): boolean =>
  previous?.kind === 'list-item' || bulletAtStart(next?.lines[0]?.text ?? '')?.trim() === '*'

const paragraph = (text: string): FlowBlock => ({ kind: 'paragraph', text, marks: [] })

/** Two lines or more, all indented, that do not go on with a list. */
function isSetIn(
  group: LineGroup,
  indent: number,
  previous: FlowBlock | undefined,
  { width }: Setting,
): boolean {
  return width !== Infinity && group.lines.length >= 2 && indent >= 2 && previous?.kind !== 'list-item'
}

/** The words of a line of contents, without leaders and page. */
export const withoutPage = (text: string): string => fold(text).replace(/[\s.…]{1,200}\d{1,4}$/, '')

const isListedAlready = ({ lines }: LineGroup, { listed }: GroupContext): boolean =>
  listed.has(withoutPage(joined(lines)))

const ROMAN = /^[IVXLC]{1,7}\.\s/
const PAGE_AT_END = /(?:\.{2,}|\. \.|\s{2,}|[\p{L})?”"’]\s)\s?\d{1,4}$/u

function looksLikeContents({ lines }: LineGroup, { setting }: GroupContext): boolean {
  const full = lines.filter((line) => line.text.length > 0.85 * setting.width && !PAGE_AT_END.test(line.text))
  const marked = lines.filter(
    ({ text }) =>
      PAGE_AT_END.test(text) ||
      numberAtStart(text) !== null ||
      bulletAtStart(text) !== null ||
      ROMAN.test(text),
  )
  if (marked.length * 2 >= lines.length) return true
  return (
    full.length === 0 &&
    lines.length >= 3 &&
    lines.every(({ text }) => text.length < 80 && !/[.!?]$/.test(text))
  )
}

/** One item per line; a line without number and page that is set deeper goes on with the one above. */
function contentsLines(lines: readonly Line[]): FlowBlock[] {
  const items: Line[][] = []
  for (const line of lines) {
    const above = items.at(-1)
    const open = above && !PAGE_AT_END.test(above.at(-1)?.text ?? '')
    const fresh =
      numberAtStart(line.text) !== null || bulletAtStart(line.text) !== null || ROMAN.test(line.text)
    if (above && open && !fresh && line.indent > (above[0]?.indent ?? 0)) above.push(line)
    else items.push([line])
  }
  return items.map((item) => {
    const text = joined(item)
    return {
      kind: 'list-item',
      level: 1,
      role: 'contents',
      text: text.slice(bulletAtStart(text)?.length ?? 0),
      marks: [],
    }
  })
}

/** Rows whose bars stand in the same columns, with words or numbers in every second row at least. */
function isRuledTable(lines: readonly Line[]): boolean {
  const columns = lines.flatMap(({ text, indent }) => {
    const bars = [...text.matchAll(/[|+]/g)].map(({ index }) => index + indent)
    return bars.length === 0 ? [] : [bars.join()]
  })
  if (columns.length < 3 || columns.length * 2 < lines.length) return false
  const counts = new Map<string, number>()
  for (const bars of columns) counts.set(bars, (counts.get(bars) ?? 0) + 1)
  const worded = lines.filter(({ text }) => /[\p{L}\p{N}]/u.test(text)).length
  const commonest = [...counts.values()].reduce((most, count) => Math.max(most, count), 0)
  return commonest >= columns.length * 0.5 && worded * 2 >= lines.length
}

/** Mostly lines of signs: a diagram or a ruled table. */
function isDrawing(lines: readonly Line[]): boolean {
  const signed = lines.filter(({ text }) => /[|+=_/\\<>^~#]|--/.test(text))
  if (lines.length < 2 || signed.length * 3 < lines.length) return false
  let signs = 0
  let inked = 0
  for (const { text } of lines) {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (code !== 32) inked++
      if (DRAWN.has(code)) signs++
    }
  }
  return signs > 0.3 * inked
}

/** The signs that diagrams are drawn with. */
const DRAWN = new Set(Array.from('-+|=_/\\<>^~#', (sign) => sign.charCodeAt(0)))

function drawing(lines: readonly Line[]): FlowBlock {
  const text = joined(lines)
  const marks: FlowMark[] = [{ kind: 'code', start: 0, end: text.length }]
  return { kind: 'table-cell', text, marks }
}

/** Short lines of words with wide gaps between, in most lines. */
function isTable(lines: readonly Line[]): boolean {
  const rows = lines.filter(
    ({ text }) => /\S(?: {3,}|\t|\s\|\s\S[^|]*\s\|\s)\S/.test(text) && text.split(/\s+/).length <= 12,
  )
  return rows.length >= 2
    ? rows.length * 2 > lines.length
    : lines.length === 1 && rows.length === 1 && !startsNote(lines) && !startsItem(lines)
}

const startsNote = (lines: readonly Line[]): boolean => bracketAtStart(lines[0]?.text ?? '') !== null

/** `3.   Words` is an item with a wide gap after its number, no row of a table. */
const startsItem = (lines: readonly Line[]): boolean =>
  numberAtStart(lines[0]?.text ?? '') !== null || bulletAtStart(lines[0]?.text ?? '') !== null

/** A table that a note opens with stays in one piece, so that the note keeps it. */
function tableRows(lines: readonly Line[]): FlowBlock[] {
  const rows = startsNote(lines)
    ? [joined(lines)]
    : lines.map(({ text }) => fold(text)).filter((row) => /[\p{L}\p{N}]/u.test(row))
  return rows.map((text) => ({ kind: 'table-cell', text, marks: [] }))
}
