import { bracketAtStart, bulletAtStart, comesAfter, numberAtStart } from './label-at-start.ts'
import { leastIndent, type Line, widthOf } from './lines.ts'

/** Lines that belong together, none of them blank. `gap`: blank lines before the first. */
export interface LineGroup {
  readonly lines: readonly Line[]
  readonly gap: number
}

/** How a file sets its text. `width`: columns of a full line, Infinity where every line is a paragraph. */
export interface Setting {
  readonly width: number
  /** Columns that ordinary paragraphs are indented by. */
  readonly margin: number
}

/** Wider lines are paragraphs of their own: no program wraps by hand at more columns. */
const WIDEST_WRAPPED = 110

/** The top of a text counts as a wide gap. */
const TOP_GAP = 3

/** Lines between blank lines. */
export function groupLines(lines: readonly Line[]): LineGroup[] {
  const groups: LineGroup[] = []
  let current: Line[] = []
  let gap = TOP_GAP
  const close = (): void => {
    if (current.length === 0) return
    groups.push({ lines: current, gap })
    current = []
    gap = 0
  }
  for (const line of lines) {
    if (line.newPage) close()
    if (line.text !== '') current.push(line)
    else {
      close()
      gap++
    }
  }
  close()
  return groups
}

/** Measures the lines that have another line of their group below them: those the writer's program broke. */
export function settingOf(groups: readonly LineGroup[]): Setting {
  const widths = groups.flatMap(({ lines }) => lines.slice(0, -1).map(widthOf)).sort((a, b) => a - b)
  const widest = widths[Math.floor(widths.length * 0.9)] ?? Infinity
  const single = groups.filter(
    ({ lines: [only, second] }) => only && !second && widthOf(only) > WIDEST_WRAPPED,
  ).length
  const wrapped = widest <= WIDEST_WRAPPED && widest >= 30 && single * 4 <= groups.length
  return {
    width: wrapped ? widest : Infinity,
    margin: commonest(groups.flatMap(({ lines }) => lines.map((l) => l.indent))),
  }
}

function commonest(numbers: readonly number[]): number {
  const counts = new Map<number, number>()
  let best = 0
  for (const number of numbers) {
    const count = (counts.get(number) ?? 0) + 1
    counts.set(number, count)
    if (count > (counts.get(best) ?? 0)) best = number
  }
  return best
}

/** Cuts a group where a line starts a paragraph, a list item or a note of its own. */
export function splitGroup(group: LineGroup, setting: Setting): LineGroup[] {
  const starts = paragraphStarts(group.lines, setting)
  return starts.map((start, i) => ({
    lines: group.lines.slice(start, starts[i + 1] ?? group.lines.length),
    gap: i === 0 ? group.gap : 0,
  }))
}

function paragraphStarts(lines: readonly Line[], setting: Setting): number[] {
  const margin = leastIndent(lines)
  const starts = [0]
  let opening = openingOf(lines[0])
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i]
    const previous = lines[i - 1]
    if (!line || !previous) break
    const next = openingOf(line)
    if (
      startsItem(opening, next, previous) ||
      startsParagraph(previous, line, lines[i + 1], margin, setting)
    ) {
      starts.push(i)
      opening = next
    }
  }
  return starts
}

/** What a line opens with. */
interface Opening {
  readonly indent: number
  readonly number: readonly number[] | null
  readonly note: string | null
  readonly bullet: string | null
}

function openingOf(line: Line | undefined): Opening {
  const text = line?.text ?? ''
  return {
    indent: line?.indent ?? 0,
    number: numberAtStart(text),
    note: bracketAtStart(text),
    bullet: bulletAtStart(text)?.trim() ?? null,
  }
}

/** A line inside a group starts an item only where it carries on the list that the group's last item began. */
function startsItem(opening: Opening, next: Opening, previous: Line): boolean {
  if (next.bullet !== null)
    return next.bullet === opening.bullet || /[:•●▪]$/.test(previous.text) || next.bullet === '•'
  if (next.note !== null && opening.note !== null) return nextNote(opening, next)
  if (next.number === null) return false
  if (opening.number !== null) return comesAfter(opening.number, next.number)
  return previous.text.endsWith(':') && next.number.length === 1 && next.number[0] === 1
}

function nextNote(opening: Opening, next: Opening): boolean {
  const numbers = [Number(opening.note), Number(next.note)] as const
  if (numbers.every(Number.isInteger))
    return numbers[1] === numbers[0] + 1 || (opening.indent === next.indent && numbers[1] > numbers[0])
  return opening.indent === next.indent && !numbers.some(Number.isInteger)
}

function startsParagraph(
  previous: Line,
  line: Line,
  next: Line | undefined,
  margin: number,
  { width }: Setting,
): boolean {
  if (width === Infinity) return !carriesOn(previous.text, line.text)
  if (widthOf(previous) > WIDEST_WRAPPED || widthOf(line) > WIDEST_WRAPPED) return true
  const indented = line.indent >= margin + 2 && line.indent <= margin + 10
  return (
    indented &&
    previous.indent === margin &&
    (next === undefined || next.indent === margin) &&
    endsSentence(previous.text)
  )
}

/** In a file whose lines are paragraphs, only a broken sentence goes on in the next line. */
const carriesOn = (previous: string, next: string): boolean =>
  /^\p{Ll}/u.test(next) && !endsSentence(previous) && previous.length > 20

const endsSentence = (text: string): boolean => /[.!?:]["'”’)\]]{0,3}(?:\[[^\]\s]{1,6}\])?$/.test(text)

/** Whether a paragraph that a page break cut goes on after it. */
export function goesOnAfterPage(before: Line, after: Line, { width }: Setting): boolean {
  if (
    bulletAtStart(after.text) !== null ||
    numberAtStart(after.text) !== null ||
    bracketAtStart(after.text) !== null
  ) {
    return (
      !endsSentence(before.text) &&
      after.indent === before.indent &&
      bulletAtStart(after.text) === null &&
      looksFull(before, after, width)
    )
  }
  if (!endsSentence(before.text)) return /^[\p{Ll}\d(]/u.test(after.text) || looksFull(before, after, width)
  return after.indent === before.indent && looksFull(before, after, width)
}

/** The next word would not have stood on the line. */
const looksFull = (before: Line, after: Line, width: number): boolean =>
  widthOf(before) + 1 + (!after.text.includes(' ') ? after.text.length : after.text.indexOf(' ')) > width
