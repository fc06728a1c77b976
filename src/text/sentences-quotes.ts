import type { Span } from './span.ts'
import { isBlank, isDash, isDigit, isLetter } from './sentences-characters.ts'

/** Spans include their marks. `unclosed` runs from an opening mark that never closes to the end of the text. */
export interface Quotes {
  readonly closed: readonly Span[]
  readonly unclosed: Span | null
}

/** What closes a quotation that each mark opens, in all traditions: “…”, „…“, ”…”, «…», »…«, 「…」. */
const CLOSERS: Readonly<Record<string, string>> = {
  '"': '"“”',
  '“': '”"',
  '”': '”',
  '„': '“”"',
  '‟': '”"',
  '«': '»',
  '»': '«',
  '「': '」',
  '『': '』',
  '``': "''",
}
const ALWAYS_OPEN = '„‟「『``'

/**
 * The outermost double quotations of one paragraph, in order. A mark that can only open while one is already open
 * gives up the earlier one: it was a stray. Linear.
 */
export function doubleQuotesIn(text: string): Quotes {
  const closed: Span[] = []
  let open: { readonly mark: string; readonly start: number } | null = null
  for (let end = endOfDouble(text, 0); end > 0; end = endOfDouble(text, end)) {
    const index = end - (isTyped(text.charCodeAt(end - 1)) ? 2 : 1)
    const mark = text.slice(index, end)
    const opens = mayOpen(text, mark, index, end)
    if (open && closes(text, open.mark, mark, index, end)) {
      closed.push({ start: open.start, end })
      open = null
    } else if (opens && (open === null || sameFamily(open.mark, mark))) open = { mark, start: index }
  }
  return { closed, unclosed: open && { start: open.start, end: text.length } }
}

const DOUBLE = /["“”„‟«»「」『』]|``|''/g
const SINGLE = /['‘’‚‹›](?!')(?<!'')/g

/** Where the first double mark that stands from `at` on ends, or 0. */
function endOfDouble(text: string, at: number): number {
  DOUBLE.lastIndex = at
  return DOUBLE.test(text) ? DOUBLE.lastIndex : 0
}

/** Where the first single mark that stands from `at` on ends, or 0. */
function endOfSingle(text: string, at: number): number {
  SINGLE.lastIndex = at
  return SINGLE.test(text) ? SINGLE.lastIndex : 0
}

/** The halves of the marks that are typed as two characters, `` and ''. */
const isTyped = (code: number): boolean => code === 39 || code === 96

const sameFamily = (open: string, mark: string): boolean => open === mark

function mayOpen(text: string, mark: string, start: number, end: number): boolean {
  if (CLOSERS[mark] === undefined) return false
  if (ALWAYS_OPEN.includes(mark)) return true
  const free = leavesRoomBefore(text, start)
  if (mark === '“') return free || !leavesRoomAfter(text, end)
  if (mark === '«') return free || isBlank(text.charCodeAt(end)) || isLetter(text, end)
  return free && end < text.length && !isBlank(text.charCodeAt(end))
}

function closes(text: string, open: string, mark: string, start: number, end: number): boolean {
  if (CLOSERS[open]?.includes(mark) !== true) return false
  if (mark !== '"' && mark !== '”') return true
  return !(isBlankOrEdge(text, start - 1) && isLetter(text, end))
}

/** Whether what stands before lets a mark open: the edge, white space, an opening mark, a dash or a colon. */
function leavesRoomBefore(text: string, at: number): boolean {
  const code = text.charCodeAt(at - 1)
  return (
    isBlankOrEdge(text, at - 1) || '([{（:：,，、>/“‘«„"\''.includes(text[at - 1] ?? '') || isLongDash(code)
  )
}

const isLongDash = (code: number): boolean =>
  isDash(code) && code !== 45 && code !== 0x2010 && code !== 0x2011

const leavesRoomAfter = (text: string, at: number): boolean =>
  isBlankOrEdge(text, at) || '.,;:!?)]}'.includes(text[at] ?? '')

const isBlankOrEdge = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return Number.isNaN(code) || isBlank(code)
}

/** Words that begin with an apostrophe. Source: common English elisions. */
const ELISION = /^['’‘](?:\d\ds?|tis|twas|twere|em|til|cause|bout|round|n|cos|cuz)(?![\p{L}\d])/iu

interface OpenSingle {
  readonly start: number
  /** End of a mark that may as well be a plural's apostrophe ("the teachers' room"): used when no surer one comes. */
  readonly tentative: number | null
}

/** Single quotations ('…', ‘…’, ‚…‘, ‹…›) of one paragraph, apostrophes left alone. A quotation that does not close is none. */
export function singleQuotesIn(text: string): Span[] {
  const closed: Span[] = []
  let open: OpenSingle | null = null
  for (let end = endOfSingle(text, 0); end > 0; end = endOfSingle(text, end)) {
    const index = end - 1
    const mark = text.charAt(index)
    if (open && closesSingle(text, mark, index)) {
      if (mayBePlural(text, index)) open = { start: open.start, tentative: index + 1 }
      else {
        closed.push({ start: open.start, end: index + 1 })
        open = null
      }
    } else if (opensSingle(text, mark, index)) {
      if (open?.tentative) closed.push({ start: open.start, end: open.tentative })
      open = { start: index, tentative: null }
    }
  }
  if (open?.tentative) closed.push({ start: open.start, end: open.tentative })
  return closed
}

const opensSingle = (text: string, mark: string, at: number): boolean =>
  mark !== '’' &&
  mark !== '›' &&
  leavesRoomBefore(text, at) &&
  !isBlankOrEdge(text, at + 1) &&
  !ELISION.test(text.slice(at, at + 8))

const closesSingle = (text: string, mark: string, at: number): boolean =>
  mark !== '‚' &&
  mark !== '‹' &&
  !isBlankOrEdge(text, at - 1) &&
  !isLetter(text, at + 1) &&
  !isDigit(text.charCodeAt(at + 1))

const mayBePlural = (text: string, at: number): boolean =>
  /[szx]/i.test(text[at - 1] ?? '') && text[at + 1] === ' ' && isLetter(text, at + 2)
