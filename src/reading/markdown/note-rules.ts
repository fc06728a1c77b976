import type MarkdownIt from 'markdown-it'
import { matchBrackets } from './brackets.ts'

type BlockRule = Parameters<MarkdownIt['block']['ruler']['before']>[2]
type InlineRule = Parameters<MarkdownIt['inline']['ruler']['before']>[2]
type InlineState = Parameters<InlineRule>[0]
type BlockState = Parameters<BlockRule>[0]

/** What the rules tell each other about one text, in markdown-it's `env`. */
export interface NoteEnv {
  /** Keys of the definitions found. */
  readonly defined: Set<string>
  /** True while the words of an inline note are read: it holds no other inline note. */
  insideNote: boolean
  /** The brackets of the line at hand. */
  brackets: { readonly line: string; readonly ends: ReadonlyMap<number, number> } | null
  /** Whether the line at hand may hold a bracketed span with attributes. */
  spans: { readonly line: string; readonly any: boolean } | null
}

export const newNoteEnv = (): NoteEnv => ({
  defined: new Set(),
  insideNote: false,
  brackets: null,
  spans: null,
})

/** Two ids are one note's when they differ in case only. */
export const noteKey = (id: string): string => id.toLowerCase()

const DEFINITION = /\[\^([^\s[\]^]{1,200})\]:/y
const CALL = /\[\^([^\s[\]^]{1,200})\]/y
/** Columns by which the later blocks of a note are indented. */
const INDENT = 4

/** `[^id]: …` with everything indented below it. Source: PHP Markdown Extra, GitHub, pandoc. */
export const definitionRule: BlockRule = (state, startLine, endLine, silent) => {
  if (indentOf(state, startLine) >= INDENT) return false
  const start = lineStart(state, startLine)
  if (state.src.charCodeAt(start) !== OPEN) return false
  DEFINITION.lastIndex = start
  const id = DEFINITION.exec(state.src)?.[1]
  if (id === undefined || DEFINITION.lastIndex > (state.eMarks[startLine] ?? 0)) return false
  if (silent) return true
  const env = state.env as NoteEnv
  const isDuplicate = env.defined.has(noteKey(id))
  env.defined.add(noteKey(id))
  const token = state.push('note_open', '', 1)
  token.meta = { id, isDuplicate }
  readIndented(state, startLine, endLine, DEFINITION.lastIndex, INDENT)
  state.push('note_close', '', -1)
  return true
}

/** How far a line is indented beyond what holds it, in columns. */
export const indentOf = (state: BlockState, line: number): number =>
  (state.sCount[line] ?? 0) - state.blkIndent

/** Index in the source of the first character of a line that is no white space. */
export const lineStart = (state: BlockState, line: number): number =>
  (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0)

/** Reads as blocks what follows `from` on the first line and every line below that is indented by `columns`. */
export function readIndented(
  state: BlockState,
  startLine: number,
  endLine: number,
  from: number,
  columns: number,
): void {
  const before = {
    indent: state.blkIndent,
    parent: state.parentType,
    b: state.bMarks[startLine],
    t: state.tShift[startLine],
    s: state.sCount[startLine],
  }
  const end = state.eMarks[startLine] ?? from
  let content = from
  while (content < end && (state.src[content] === ' ' || state.src[content] === '\t')) content++
  state.blkIndent += columns
  state.parentType = 'root'
  state.bMarks[startLine] = content
  state.tShift[startLine] = 0
  state.sCount[startLine] = state.blkIndent
  state.md.block.tokenize(state, startLine, endLine)
  state.blkIndent = before.indent
  state.parentType = before.parent
  state.bMarks[startLine] = before.b ?? 0
  state.tShift[startLine] = before.t ?? 0
  state.sCount[startLine] = before.s ?? 0
}

/** `[^id]` in a line. One that is nowhere defined is a call only where it can be nothing else. */
export const callRule: InlineRule = (state, silent) => {
  if (state.src.charCodeAt(state.pos) !== OPEN || state.src.charCodeAt(state.pos + 1) !== CARET) return false
  CALL.lastIndex = state.pos
  const id = CALL.exec(state.src)?.[1]
  if (id === undefined || CALL.lastIndex > state.posMax) return false
  const env = state.env as NoteEnv
  if (!env.defined.has(noteKey(id)) && !isPlainlyCall(id, state, env)) return false
  state.pos = CALL.lastIndex
  if (!silent) state.push('note_call', '', 0).meta = { id }
  return true
}

/** What neither a link nor the operators of a search pattern follow: a number, a word with one, a word behind a word. */
function isPlainlyCall(id: string, { src, pos }: InlineState, { defined }: NoteEnv): boolean {
  if ('(+?*{['.includes(src.charAt(pos + id.length + '[^]'.length) || ' ')) return false
  return NUMBERED.test(id) || (defined.size > 0 && KEYWORD.test(id) && WORD_END.test(src.charAt(pos - 1)))
}

const NUMBERED = /^[\p{L}_-]{0,20}[0-9]{1,4}$/u
/** A key in words calls a note only in a text with notes, directly behind a word or its punctuation. */
const KEYWORD = /^[\p{L}\p{N}_:-]{2,40}$/u
const WORD_END = /^[\p{L}\p{N}.,;:!?)"'”’]$/u

/** `^[the words of the note]`. Source: pandoc, `inline_notes`. */
export const inlineNoteRule: InlineRule = (state, silent) => {
  if (state.src.charCodeAt(state.pos) !== CARET || state.src.charCodeAt(state.pos + 1) !== OPEN) return false
  const env = state.env as NoteEnv
  const end = env.insideNote ? undefined : bracketEnd(state, state.pos + 1)
  if (end === undefined || end >= state.posMax) return false
  if (!silent) {
    const token = state.push('inline_note', '', 0)
    token.children = []
    env.insideNote = true
    state.md.inline.parse(state.src.slice(state.pos + 2, end), state.md, env, token.children)
    env.insideNote = false
  }
  state.pos = end + 1
  return true
}

/** Index of the `]` that ends the `[` at this index of the line. */
export function bracketEnd(state: InlineState, at: number): number | undefined {
  const env = state.env as NoteEnv
  if (env.brackets?.line !== state.src) env.brackets = { line: state.src, ends: matchBrackets(state.src) }
  return env.brackets.ends.get(at)
}

const CARET = 94
const OPEN = 91
