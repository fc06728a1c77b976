import type { Flow, FlowBlock } from '../flow.ts'
import { carryMarks } from './carry-marks.ts'
import { readText } from '../text/read-text.ts'

/** The share of a text above which preformatted paragraphs are the text itself, no pieces of code in it. */
const SHARE = 0.5

/**
 * What an office file made from plain text holds: its paragraphs are the lines of that text, all in a style for
 * preformatted text, and only a reader of plain text can tell what they are. Other texts come back as they are; where most
 * of them is preformatted, that style means no code.
 *
 * `lines`: the text of every paragraph, empty ones included. `isBare`: the file has no notes of its own.
 */
export function fromPreformatted(
  blocks: readonly FlowBlock[],
  lines: readonly string[],
  isBare: boolean,
): Pick<Flow, 'blocks' | 'title' | 'warnings'> {
  const given = { title: null, warnings: [] }
  if (codeShare(blocks) <= SHARE) return { ...given, blocks }
  if (isBare && blocks.every(isLine)) {
    const read = readText(lines.join('\n'))
    return { ...read, blocks: carryMarks(blocks, read.blocks) }
  }
  return { ...given, blocks: blocks.map(withoutCode) }
}

function codeShare(blocks: readonly FlowBlock[]): number {
  let all = 0
  let code = 0
  for (const { text, marks } of blocks) {
    all += text.length
    for (const mark of marks) if (mark.kind === 'code') code += mark.end - mark.start
  }
  return all === 0 ? 0 : code / all
}

const HARMLESS: ReadonlySet<string> = new Set(['code', 'anchor', 'page', 'source'])

/** Nothing but characters: no heading, no raised number, no link. */
const isLine = ({ kind, marks }: FlowBlock): boolean =>
  kind === 'paragraph' && marks.every((mark) => HARMLESS.has(mark.kind))

const withoutCode = (block: FlowBlock): FlowBlock => ({
  ...block,
  marks: block.marks.filter((mark) => mark.kind !== 'code'),
})
