import type MarkdownIt from 'markdown-it'
import { bracketEnd, indentOf, lineStart, type NoteEnv, readIndented } from './note-rules.ts'

type BlockRule = Parameters<MarkdownIt['block']['ruler']['before']>[2]
type BlockState = Parameters<BlockRule>[0]
type InlineRule = Parameters<MarkdownIt['inline']['ruler']['before']>[2]
type InlineState = Parameters<InlineRule>[0]

const OPEN = 91

const DIVISION = /:{3,}[^\n`]{0,300}$/
const BLOCK_ATTRIBUTES = /^\{:[^{}\n]{0,300}\}$/

/** Lines that only say how a part looks: the fences of divisions (`::: note`), kramdown's attribute lists (`{: .wide}`). */
export const attributeLineRule: BlockRule = (state, startLine, _endLine, silent) => {
  if (indentOf(state, startLine) >= 4) return false
  const first = state.src.charAt(lineStart(state, startLine))
  if (first !== ':' && first !== '{') return false
  const line = state.src.slice(lineStart(state, startLine), state.eMarks[startLine]).trimEnd()
  if (
    line.length > 310 ||
    !(first === ':' ? line.startsWith(':::') && DIVISION.test(line) : BLOCK_ATTRIBUTES.test(line))
  )
    return false
  if (!silent) state.line = startLine + 1
  return true
}

const BEFORE_DEFINITION: ReadonlySet<string> = new Set(['paragraph_close', 'definition_close'])

/** `:   definition` below a line with its term. Source: PHP Markdown Extra, pandoc `definition_lists`. */
export const definitionListRule: BlockRule = (state, startLine, endLine, silent) => {
  const start = lineStart(state, startLine)
  if (state.src.charAt(start) !== ':' || indentOf(state, startLine) >= 4) return false
  const content = /[ \t]{1,8}(?=\S)/y
  content.lastIndex = start + 1
  const gap = content.exec(state.src)?.[0]
  if (gap === undefined || content.lastIndex >= (state.eMarks[startLine] ?? 0)) return false
  if (!silent && !BEFORE_DEFINITION.has(state.tokens.at(-1)?.type ?? '')) return false
  if (silent) return true
  state.push('definition_open', 'dd', 1)
  readIndented(
    state,
    startLine,
    endLine,
    content.lastIndex,
    gap.includes('\t') ? 4 : Math.min(4, 1 + gap.length),
  )
  state.push('definition_close', 'dd', -1)
  return true
}

const LETTERED =
  /(?:[a-zA-Z]|[ivxlc]{2,6}|#)[.)][ \t]{1,4}(?=\S)|\((?:[a-zA-Z]|[ivxlc]{2,6}|\d{1,3})\)[ \t]{1,4}(?=\S)/y

/** Whether a line opens with a letter or a small Roman number that labels it. */
export function opensLetteredItem(state: BlockState, line: number): boolean {
  LETTERED.lastIndex = lineStart(state, line)
  return LETTERED.test(state.src)
}

/**
 * `b.  words`: an item of a lettered list, of which the following indented blocks are part and no code. The letter
 * stays in the text: it may be an initial. Source: pandoc, `fancy_lists`.
 */
export const letteredItemRule: BlockRule = (state, startLine, endLine, silent) => {
  if (silent || indentOf(state, startLine) >= 4 || !opensLetteredItem(state, startLine)) return false
  if (state.tokens.at(-1)?.type === 'lettered_open') return false
  state.push('lettered_open', '', 1)
  readIndented(state, startLine, endLine, lineStart(state, startLine), 4)
  state.push('lettered_close', '', -1)
  return true
}

const LOOSE_REFERENCE =
  /^\[([^\][\n^]{1,200})\]:[ \t]{1,9}<?((?:https?:|mailto:|\/|\.|#)[^\s>]{0,2000})>?[ \t]{1,9}["'(][^\n]{0,500}["')]$/

/** `[label]: address "a title with "quotes" in it"`: a definition of a link to pandoc, if not to CommonMark. */
export const looseReferenceRule: BlockRule = (state, startLine, _endLine, silent) => {
  const start = lineStart(state, startLine)
  if (silent || state.src.charAt(start) !== '[' || indentOf(state, startLine) >= 4) return false
  const [, label, href] =
    LOOSE_REFERENCE.exec(state.src.slice(start, state.eMarks[startLine]).slice(0, 3000).trimEnd()) ?? []
  if (label === undefined || href === undefined) return false
  const env = state.env as { references?: Record<string, { title: string; href: string }> }
  env.references ??= {}
  env.references[state.md.utils.normalizeReference(label)] ??= { title: '', href }
  state.line = startLine + 1
  return true
}

const ATTRIBUTES = /\{:?[ \t]{0,9}[#.\w][^{}\n]{0,300}\}/y
const SPAN_ATTRIBUTES = /\{[ \t]{0,9}(?:[#.][^{}\n]{0,300}|\w[\w-]{0,40}=[^{}\n]{0,300})\}/y
const BEFORE_ATTRIBUTES: ReadonlySet<string> = new Set([
  'link_close',
  'code_inline',
  'image',
  'em_close',
  'strong_close',
])

/** `[words]{.class}`: the words without the class; an id in it is a place to link to. Source: pandoc `bracketed_spans`. */
export const spanRule: InlineRule = (state, silent) => {
  if (state.src.charCodeAt(state.pos) !== OPEN || state.src.charAt(state.pos + 1) === '^') return false
  if (!mayHoldSpans(state)) return false
  const end = bracketEnd(state, state.pos)
  if (end === undefined || end >= state.posMax || state.src.charAt(end + 1) !== '{') return false
  SPAN_ATTRIBUTES.lastIndex = end + 1
  const attributes = SPAN_ATTRIBUTES.exec(state.src)?.[0]
  const after = SPAN_ATTRIBUTES.lastIndex
  if (attributes === undefined || after > state.posMax) return false
  if (!silent) {
    const [from, max] = [state.pos + 1, state.posMax]
    state.push('span_open', 'span', 1).attrs = spanAttributes(attributes)
    state.pos = from
    state.posMax = end
    state.md.inline.tokenize(state)
    state.push('span_close', 'span', -1)
    state.posMax = max
  }
  state.pos = after
  return true
}

/** Whether a bracket of the line is closed before attributes; asked once for each line. */
function mayHoldSpans({ src, env }: InlineState): boolean {
  const known = env as NoteEnv
  if (known.spans?.line !== src) known.spans = { line: src, any: src.includes(']{') }
  return known.spans.any
}

function spanAttributes(attributes: string): [string, string][] {
  const id = /#([^\s{}]+)/.exec(attributes)?.[1]
  const classes = [...attributes.matchAll(/\.([\w-]+)/g)].map((match) => match[1] ?? '')
  return [...(id === undefined ? [] : [['id', id] as [string, string]]), ['class', classes.join(' ')]]
}

/** `{.class}` behind a link, code or emphasis is no text. */
export const attributesRule: InlineRule = (state, silent) => {
  if (state.src.charAt(state.pos) !== '{' || state.pending !== '') return false
  if (!BEFORE_ATTRIBUTES.has(state.tokens.at(-1)?.type ?? '')) return false
  ATTRIBUTES.lastIndex = state.pos
  if (!ATTRIBUTES.test(state.src) || ATTRIBUTES.lastIndex > state.posMax) return false
  if (!silent) state.pos = ATTRIBUTES.lastIndex
  return !silent
}

const RAISED = /\^([\w,]{1,12}|[*†‡§¶]{1,3})\^/y

/** `^12^`: raised text. Source: pandoc `superscript`. */
export const raisedRule: InlineRule = (state, silent) => {
  if (state.src.charAt(state.pos) !== '^') return false
  RAISED.lastIndex = state.pos
  const words = RAISED.exec(state.src)?.[1]
  if (words === undefined || RAISED.lastIndex > state.posMax) return false
  if (!silent) {
    state.push('raised_open', 'sup', 1)
    state.push('text', '', 0).content = words
    state.push('raised_close', 'sup', -1)
  }
  state.pos = RAISED.lastIndex
  return true
}

const HEADING_ATTRIBUTES = /[ \t]\{:?[ \t]{0,9}(?:[#.\w-][^{}\n]{0,300})\}[ \t]{0,9}#{0,6}$/

/** The words of a heading without the attributes at its end (`# Words {#id .class}`), and the id in them. */
export function withoutAttributes(heading: string): { readonly words: string; readonly id: string | null } {
  if (!heading.includes('{')) return { words: heading, id: null }
  const tail = heading.slice(-320)
  const found = HEADING_ATTRIBUTES.exec(tail)
  if (!found) return { words: heading, id: null }
  return {
    words: heading.slice(0, heading.length - tail.length + found.index),
    id: /#([^\s{}]+)/.exec(found[0])?.[1] ?? null,
  }
}
