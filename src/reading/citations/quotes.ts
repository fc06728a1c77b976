import type { Span } from '../../text/span.ts'
import { matchesOf } from './matches.ts'

/** Longer than this, a pair of quotation marks encloses no title: the first was left open. */
const LONGEST = 600
const closers: Readonly<Record<string, string>> = { '“': '”', '"': '"', '«': '»', '„': '“', '‘': '’' }

/** Stretches between paired quotation marks, marks included, outermost only. Single marks count only when they are curly. */
export function findQuotes(text: string): Span[] {
  const quotes: Span[] = []
  let open: { mark: string; at: number } | null = null
  for (const match of matchesOf(/["“”„«»‘’]/g, text)) {
    const at = match.index
    if (open !== null && (at - open.at > LONGEST || text.slice(open.at, at).includes('\n\n'))) open = null
    if (open === null) {
      if (opens(text, at)) open = { mark: match[0], at }
    } else if (match[0] === closers[open.mark] && closes(text, at)) {
      quotes.push({ start: open.at, end: at + 1 })
      open = null
    }
  }
  return quotes
}

const opens = (text: string, at: number): boolean =>
  closers[text[at] ?? ''] !== undefined &&
  /^$|[\s([,:—–-]/.test(text[at - 1] ?? '') &&
  /\S/.test(text[at + 1] ?? '')

/** A single closing mark is an apostrophe unless the title ends there: punctuation or the end follows. */
const closes = (text: string, at: number): boolean =>
  text[at] === '’' ? /^$|[,.;:)]/.test(text[at + 1] ?? '') : true
