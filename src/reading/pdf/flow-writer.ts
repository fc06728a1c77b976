import type { Flow, FlowBlock, FlowContainer, FlowMark, FlowWarning } from '../flow.ts'
import { markCaptions } from '../mark-captions.ts'
import { isLeftover } from '../text/phrases.ts'
import { isSeparator } from '../text/shapes.ts'
import { type BlockForm, BlockKinds } from './block-kinds.ts'
import type { BodyType } from './body-type.ts'
import { cutMarks } from './cut-marks.ts'
import type { FootNote } from './foot-notes.ts'
import type { Grouped } from './grouping.ts'
import { type JoinedText, type Joining, joinLines } from './join-lines.ts'
import { openingOf } from './labels.ts'
import type { Line } from './line.ts'
import { Vocabulary } from './vocabulary.ts'

/** A group with its lines joined. `pageBefore`: the page on which the group before it ends. */
type Joined = Grouped & JoinedText & { readonly pageBefore: number }

/** Writes groups of lines and notes as the blocks of a flow. */
export class FlowWriter {
  private readonly blocks: FlowBlock[] = []
  private readonly containers: FlowContainer[] = []
  private readonly warnings: FlowWarning[] = []
  private readonly joining: Joining
  private page = 0

  constructor(
    lines: readonly Line[],
    private readonly body: BodyType,
    calls: ReadonlyMap<Line, readonly FlowMark[]>,
  ) {
    this.joining = {
      vocabulary: new Vocabulary(lines),
      tightBrackets: isMostlyTight(lines, /(\S?)\s?\[\d{1,4}\]/g),
      tightDots: isMostlyTight(lines, /(\S?)\s?…/g),
      marksOf: (line) => calls.get(line) ?? line.marks,
    }
  }

  /** Writes the body. `endKeys`: by the line on which a note at the end begins, the note's key. */
  writeGroups(groups: readonly Grouped[], endKeys: ReadonlyMap<Line, string>): void {
    const joined = groups.map((group) => this.join(group, endKeys))
    const kinds = new BlockKinds(
      joined.flatMap((group) => (group.kind === 'text' ? [group] : [])),
      this.body,
    )
    let form: BlockForm | undefined
    let key: string | undefined
    joined.forEach((group, index) => {
      if (group.kind === 'table') {
        key = undefined
        this.writeTable(group)
        return
      }
      const [first] = group.lines
      form = kinds.formOf(group, form)
      const ownKey = first && endKeys.get(first)
      key =
        ownKey ??
        (form.kind !== 'heading' && key !== undefined && noteFollows(joined, index, endKeys)
          ? key
          : undefined)
      if (key !== undefined)
        this.addEndNote(group, key, ownKey === undefined ? null : first && openingOf(first)?.label)
      else if (!this.isLeftover(group)) this.add(cut(group, form.skip ?? 0), form)
    })
  }

  writeNote({ key, label, lines, start, bodyStart }: FootNote): void {
    const parts = lines.map((line) => ({ line, from: line === start ? bodyStart : 0 }))
    const joined = joinLines(parts, this.joining, Infinity)
    const marks = joined.marks.filter(({ kind }) => kind !== 'page')
    const text = withoutArrow(joined.text)
    if (text === '')
      this.warnings.push({
        rule: 'note-without-text',
        message: `Note ${label} on page ${start.page} has a label but no text; its words may be blacked out.`,
        block: this.blocks.length,
      })
    this.blocks.push({
      kind: 'paragraph',
      text: text === '' ? BLANK : text,
      marks: cutMarks(marks, 0, text.length),
      noteKey: key,
      ordinal: label,
    })
  }

  finish(warnings: readonly FlowWarning[]): Flow {
    return {
      title: null,
      language: null,
      blocks: markCaptions(this.blocks),
      containers: this.containers,
      warnings: [...warnings, ...this.warnings],
    }
  }

  private join(group: Grouped, endKeys: ReadonlyMap<Line, string>): Joined {
    const pageBefore = this.page
    this.page = group.lines.at(-1)?.page ?? this.page
    if (group.kind === 'table') return { ...group, text: '', marks: [], pageBefore }
    const parts = group.lines.map((line) => ({
      line,
      from: endKeys.has(line) ? (openingOf(line)?.bodyStart ?? 0) : 0,
    }))
    return { ...group, ...joinLines(parts, this.joining, pageBefore), pageBefore }
  }

  private add({ text, marks }: JoinedText, { kind, level, role }: BlockForm): void {
    if (text === '') return
    this.blocks.push({
      kind,
      ...(level === undefined ? {} : { level }),
      ...(role === undefined ? {} : { role }),
      text,
      marks,
    })
  }

  private addEndNote({ text, marks }: JoinedText, noteKey: string, label: string | null | undefined): void {
    const at = this.blocks.length
    const own = marks.filter(({ kind }) => kind !== 'page')
    const words = withoutArrow(text)
    const ordinal = label ? { ordinal: label } : {}
    this.blocks.push({
      kind: 'paragraph',
      text: words,
      marks: cutMarks(own, 0, words.length),
      noteKey,
      ...ordinal,
    })
    this.containers.push({ start: at, end: at + 1, ids: [], notes: 'endnote' })
  }

  private writeTable({ cells, lines, pageBefore }: Extract<Joined, { kind: 'table' }>): void {
    this.warnings.push({
      rule: 'table-as-cells',
      message: `A table on page ${lines[0]?.page ?? 0} was read cell by cell; check which cells belong together.`,
      block: this.blocks.length,
    })
    let page = pageBefore
    for (const cell of cells) {
      const parts = cell.map(({ line, start, end }) => ({
        line: cutLine(line, start, end, this.joining),
        from: 0,
      }))
      const joining = { ...this.joining, marksOf: (line: Line) => line.marks }
      this.add(joinLines(parts, joining, page), { kind: 'table-cell' })
      page = cell.at(-1)?.line.page ?? page
    }
  }

  /** Rules of signs, and words of a page round the text such as a call to share it. */
  private isLeftover({ text }: JoinedText): boolean {
    if (isSeparator(text)) return true
    if (!this.body.plain || !isLeftover(text)) return false
    this.warnings.push({
      rule: 'furniture-dropped',
      message: `Left out “${text}”, which belongs to the page.`,
    })
    return true
  }
}

/** A note without the sign at its end that leads back to its marker. */
const withoutArrow = (text: string): string => text.replace(/(?:\s?[↩⬑↑↵⏎]\ufe0e?){1,3}\s?$/, '').trim()

/** Stands for the words of a note that has none. */
const BLANK = '…'

/** Blocks after which a note at the end may still go on. */
const LONGEST_NOTE = 6

/** Another note begins soon, so that what stands before it belongs to the note above. */
const noteFollows = (groups: readonly Joined[], index: number, endKeys: ReadonlyMap<Line, string>): boolean =>
  groups
    .slice(index + 1, index + 1 + LONGEST_NOTE)
    .some(({ lines }) => lines[0] !== undefined && endKeys.has(lines[0]))

const cut = ({ text, marks }: JoinedText, start: number): JoinedText =>
  start === 0 ? { text, marks } : { text: text.slice(start), marks: cutMarks(marks, start, text.length) }

function cutLine(line: Line, start: number, end: number, joining: Joining): Line {
  return { ...line, text: line.text.slice(start, end), marks: cutMarks(joining.marksOf(line), start, end) }
}

/** Signs mostly stand tight behind a word. `sign` catches the character before as its first group. */
function isMostlyTight(lines: readonly Line[], sign: RegExp): boolean {
  let balance = 0
  for (const { text } of lines)
    for (const match of text.matchAll(sign))
      if (match.index > 0) balance += match[1] !== '' && !/\s/.test(match[0]) ? 1 : -1
  return balance > 0
}
