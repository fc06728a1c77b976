import type { FlowBlock } from '../flow.ts'
import { labelsIn, LONGEST_LABEL, numberOf, plainDigits } from './label-words.ts'

/** How a note's own label is written: `[12] …`, `{12} …`, `12. …`, `(12) …`, a raised 12, a sign such as †. */
export type StartStyle = 'bracket' | 'brace' | 'dot' | 'paren' | 'raised' | 'sign'

/** A block that opens like a note. */
export interface NoteStart {
  readonly block: number
  readonly label: string
  readonly style: StartStyle
  /** Where the note's body begins in the block's text. */
  readonly bodyStart: number
}

/** How the block `block` opens when it opens like a note, else null. */
export function noteStartOf(content: FlowBlock, block: number): NoteStart | null {
  if (content.kind === 'heading' || content.role === 'contents') return null
  const found = raisedStart(content) ?? bracketStart(content.text) ?? listStart(content) ?? signStart(content)
  return found && { block, ...found }
}

type Found = Omit<NoteStart, 'block'>

function bracketStart(text: string): Found | null {
  if (!text.startsWith('[') && !text.startsWith('{')) return null
  const match = /^(?:\[([^[\]]{1,60})\]|\{([^{}]{1,60})\})[:.]?\s*/.exec(text)
  const inner = match?.[1] ?? match?.[2]
  if (!match || inner === undefined) return null
  const labels = labelsIn(inner)
  const label = labels.length === 1 ? labels[0]?.label : keyWithSpaces(inner)
  return label
    ? { label, style: match[1] === undefined ? 'brace' : 'bracket', bodyStart: match[0].length }
    : null
}

/** `[Knuth 1997]`: a key of some words, of which one holds a digit. */
const keyWithSpaces = (inner: string): string | null =>
  inner.length <= LONGEST_LABEL && /^\p{Lu}[\p{L}\p{N} .,&'’+-]*\d{2}[a-z]?$/u.test(inner) ? inner : null

function listStart({ text, ordinal }: FlowBlock): Found | null {
  if (ordinal !== undefined) return { label: ordinal, style: 'dot', bodyStart: 0 }
  const match = /^(?:\((\d{1,5})\)|(\d{1,5})(?:[.)]|(?=\s)|:))\s+(?=\S)/.exec(text)
  const label = match?.[1] ?? match?.[2]
  if (!match || label === undefined || numberOf(label) === null) return null
  return { label, style: match[1] === undefined ? 'dot' : 'paren', bodyStart: match[0].length }
}

function raisedStart({ text, marks }: FlowBlock): Found | null {
  const mark = marks.find(({ kind, start }) => kind === 'raised' && start === 0)
  const end = mark?.end ?? /^[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,5}/.exec(text)?.[0].length ?? 0
  if (end === 0 || end > LONGEST_LABEL) return null
  const label = plainDigits(text.slice(0, end))
    .replace(/^[[(]|[\])]$/g, '')
    .trim()
  if (numberOf(label) === null && !/^(?:[a-z]|[*†‡§¶‖#]{1,4})$/i.test(label)) return null
  return {
    label,
    style: 'raised',
    bodyStart: end + (/^[\s.:)]{0,3}/.exec(text.slice(end, end + 3))?.[0].length ?? 0),
  }
}

/** `* Revised in May.`: a sign, then a capital or a digit, in a block that is no bullet. */
function signStart({ kind, text }: FlowBlock): Found | null {
  const match =
    kind === 'list-item' ? null : /^(\*{1,4}|†{1,3}|‡{1,3}|[§¶‖])\s?(?=["“'‘([]?[\p{Lu}\d])/u.exec(text)
  return match?.[1] ? { label: match[1], style: 'sign', bodyStart: match[0].length } : null
}
