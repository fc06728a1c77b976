import type MarkdownIt from 'markdown-it'
import { indentOf, lineStart } from './note-rules.ts'
import { opensLetteredItem } from './pandoc-rules.ts'

type BlockRule = Parameters<MarkdownIt['block']['ruler']['before']>[2]
type BlockState = Parameters<BlockRule>[0]

/**
 * A paragraph whose lines all open with a letter can be nothing else: every other block, and everything that ends a
 * paragraph but a blank line, opens with a figure or a sign (a table and an underlined heading in their second line).
 * Most paragraphs are such; told first, their lines are not asked about by twenty rules each.
 */
export const plainParagraphRule: BlockRule = (state, startLine, endLine, silent) => {
  if (silent || indentOf(state, startLine) >= 4 || !opensPlainly(state, startLine)) return false
  if (opensLetteredItem(state, startLine)) return false
  let line = startLine + 1
  for (; line < endLine && !state.isEmpty(line); line++) if (!opensPlainly(state, line)) return false
  state.line = line
  state.push('paragraph_open', 'p', 1)
  state.push('inline', '', 0).content = state.getLines(startLine, line, state.blkIndent, false).trim()
  state.push('paragraph_close', 'p', -1)
  return true
}

/** Whether a line begins with a letter, a quotation mark, an apostrophe or a round bracket. */
function opensPlainly(state: BlockState, line: number): boolean {
  const code = state.src.charCodeAt(lineStart(state, line))
  const small = code | 32
  return (small >= 97 && small <= 122) || code >= 128 || code === 34 || code === 39 || code === 40
}
