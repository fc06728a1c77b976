import type { Span } from './span.ts'

const CLOSER_OF: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '{': '}',
  '（': '）',
  '［': '］',
  '【': '】',
  '〔': '〕',
  '《': '》',
  '〈': '〉',
}
/** Code units. A longer parenthesis is prose of its own, and a stray bracket does not hide half a page. */
const LONGEST = 600

/** The closed brackets of a text with what they hold, marks included, in order of their closing; they may nest. */
export function bracketsIn(text: string): Span[] {
  const open: { readonly closer: string; readonly start: number }[] = []
  const closed: Span[] = []
  for (let index = nextBracket(text, 0); index >= 0; index = nextBracket(text, index + 1)) {
    const mark = text.charAt(index)
    const closer = CLOSER_OF[mark]
    if (closer !== undefined) open.push({ closer, start: index })
    else if (open.at(-1)?.closer === mark) {
      const start = open.pop()?.start ?? index
      if (index - start < LONGEST) closed.push({ start, end: index + 1 })
    }
  }
  return closed
}

const BRACKET = /[()[\]{}（）［］【】〔〕《》〈〉]/g

/** Where the first bracket stands from `at` on, or -1. */
function nextBracket(text: string, at: number): number {
  BRACKET.lastIndex = at
  return BRACKET.test(text) ? BRACKET.lastIndex - 1 : -1
}
