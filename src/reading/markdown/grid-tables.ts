import type MarkdownIt from 'markdown-it'
import { indentOf, lineStart } from './note-rules.ts'

type BlockRule = Parameters<MarkdownIt['block']['ruler']['before']>[2]
type BlockState = Parameters<BlockRule>[0]

const BORDER = /^\+(?:[-=:]{1,500}\+){1,200}$/
/** A table in a cell of a table in a cell is text. */
const DEEPEST = 2

/**
 * A table drawn with `+---+` and `|`, its cells read as blocks of their own. A cell that reaches over several columns is
 * read as one cell for each. Source: pandoc, `grid_tables`.
 */
export const gridTableRule: BlockRule = (state, startLine, endLine, silent) => {
  if (state.src.charAt(lineStart(state, startLine)) !== '+' || indentOf(state, startLine) >= 4) return false
  const border = lineAt(state, startLine)
  if (border.length > 20_000 || !BORDER.test(border) || !/^[|+]/.test(lineAt(state, startLine + 1)))
    return false
  if (silent) return true
  const depth = (state.env as { gridDepth?: number }).gridDepth ?? 0
  if (depth >= DEEPEST) return false
  const columns = columnsOf(border)
  let line = startLine + 1
  let row: string[] = []
  for (; line < endLine && /^[|+]/.test(lineAt(state, line)); line++) {
    const text = lineAt(state, line)
    if (text.startsWith('|')) row.push(text)
    else {
      writeRow(state, row, columns, depth)
      row = []
    }
  }
  writeRow(state, row, columns, depth)
  state.line = line
  return true
}

function lineAt(state: BlockState, line: number): string {
  return line < state.lineMax ? state.src.slice(lineStart(state, line), state.eMarks[line]).trimEnd() : ''
}

/** Where each column's text begins and ends in a line of the table. */
function columnsOf(border: string): readonly (readonly [number, number])[] {
  const posts = [...border.matchAll(/\+/g)].map((post) => post.index)
  return posts.slice(1).map((post, i) => [(posts[i] ?? 0) + 1, post])
}

function writeRow(
  state: BlockState,
  lines: readonly string[],
  columns: ReturnType<typeof columnsOf>,
  depth: number,
): void {
  if (lines.length === 0) return
  const env = state.env as { gridDepth?: number }
  state.push('tr_open', 'tr', 1)
  for (const [from, to] of columns) {
    state.push('td_open', 'td', 1)
    env.gridDepth = depth + 1
    state.md.block.parse(
      lines.map((line) => line.slice(from, to).replace(/^ | +$/g, '')).join('\n'),
      state.md,
      state.env,
      state.tokens,
    )
    env.gridDepth = depth
    state.push('td_close', 'td', -1)
  }
  state.push('tr_close', 'tr', -1)
}
