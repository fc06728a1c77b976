import type { Span } from '../../text/span.ts'
import type { FlowBlock } from '../flow.ts'
import { LONGEST_LABEL } from './label-words.ts'
import { afterCuts, slice, withoutCuts } from './label-slices.ts'

/** A note that stands in brackets where it is called or near it: `[Footnote 3: …]`. */
export interface InlineNote {
  /** Null when the bracket gives none. */
  readonly label: string | null
  readonly blocks: readonly FlowBlock[]
  /** The block it was taken out of, and the offset there once all such notes are out. */
  readonly block: number
  readonly offset: number
}

export interface WithoutInlineNotes {
  /** As many blocks as before; one that was a note altogether has an empty text. */
  readonly blocks: readonly FlowBlock[]
  readonly notes: readonly InlineNote[]
  /** What was taken out of which block, for calls that were found before. */
  readonly cuts: ReadonlyMap<number, readonly Span[]>
}

const OPENING = /\[\s?(?:foot|end)?note(?:\s([^\s:\][]{1,40}))?\s?(:|\.\s|\]\s)\s?/giy
const SQUARE = 91
/** What of ASCII stands behind the bracket: white space, or the first letter of "note", "footnote" or "endnote". */
const FIRST_LETTERS: ReadonlySet<number> = new Set(
  Array.from('nfeNFE \t\n\v\f\r', (each) => each.charCodeAt(0)),
)
/** Blocks that a note in brackets may run over. */
const MOST_BLOCKS = 60

/** A note's bracket: where it opens, where its body begins, and where the bracket closes. */
interface Bracket {
  readonly label: string | null
  readonly block: number
  readonly start: number
  readonly bodyStart: number
}

interface ClosedBracket extends Bracket {
  readonly endBlock: number
  /** The end of the body in the last block, and of the bracket. */
  readonly bodyEnd: number
  readonly end: number
}

/** Takes every `[Footnote 3: …]` out of the text, also one that runs over several blocks. */
export function takeInlineNotesOut(blocks: readonly FlowBlock[]): WithoutInlineNotes {
  const brackets = findBrackets(blocks)
  if (brackets.length === 0) return { blocks, notes: [], cuts: new Map() }
  const cuts = cutsOf(blocks, brackets)
  const rest = blocks.map((block, index) => {
    const own = cuts.get(index)
    return own ? withoutCuts(block, own) : block
  })
  const notes = brackets.map((bracket) => ({
    label: bracket.label,
    blocks: bodyOf(blocks, bracket),
    block: bracket.block,
    offset: afterCuts(bracket.start, cuts.get(bracket.block) ?? []),
  }))
  return { blocks: rest, notes, cuts }
}

/** One pass with a stack of open brackets, of which those of notes may stay open over blocks. */
function findBrackets(blocks: readonly FlowBlock[]): ClosedBracket[] {
  const closed: ClosedBracket[] = []
  let open: (Bracket | null)[] = []
  for (const [index, block] of blocks.entries()) {
    open =
      block.kind === 'heading'
        ? []
        : open.filter((bracket) => bracket !== null && index - bracket.block <= MOST_BLOCKS)
    if (block.role === 'contents' || !/[[\]]/.test(block.text)) continue
    const whole = wholeBlockNote(block, index)
    if (whole) closed.push(whole)
    else scanBlock(block, index, open, closed)
  }
  return closed.sort((a, b) => a.block - b.block || a.start - b.start)
}

/** `[Footnote 3] …`: the bracket closes before the body, which is the rest of the block. */
function wholeBlockNote(block: FlowBlock, index: number): ClosedBracket | null {
  const found = openingAt(block.text, 0)
  if (!found?.closed) return null
  const end = block.text.length
  return {
    label: found.label,
    block: index,
    start: 0,
    bodyStart: found.bodyStart,
    endBlock: index,
    bodyEnd: end,
    end,
  }
}

function scanBlock(
  { text, marks }: FlowBlock,
  index: number,
  open: (Bracket | null)[],
  closed: ClosedBracket[],
): void {
  const code = marks.filter((mark) => mark.kind === 'code')
  let next = 0
  for (const { 0: sign, index: at } of text.matchAll(/[[\]]/g)) {
    while ((code[next]?.end ?? Infinity) <= at) next++
    if ((code[next]?.start ?? Infinity) <= at) continue
    if (sign === '[') {
      const found = openingAt(text, at)
      open.push(
        found && !found.closed
          ? { label: found.label, block: index, start: at, bodyStart: found.bodyStart }
          : null,
      )
      continue
    }
    const bracket = open.pop()
    if (bracket && !holdsLast(bracket, closed))
      closed.push({ ...bracket, endBlock: index, bodyEnd: at, end: at + 1 })
  }
}

/** A bracket round a note that was found already is none: somebody forgot to close it. */
const holdsLast = (bracket: Bracket, closed: readonly ClosedBracket[]): boolean => {
  const last = closed.at(-1)
  return (
    last !== undefined &&
    (last.block > bracket.block || (last.block === bracket.block && last.start > bracket.start))
  )
}

function openingAt(
  text: string,
  at: number,
): { label: string | null; bodyStart: number; closed: boolean } | null {
  const second = text.charCodeAt(at + 1)
  if (text.charCodeAt(at) !== SQUARE || (second < 128 && !FIRST_LETTERS.has(second))) return null
  OPENING.lastIndex = at
  const match = OPENING.exec(text)
  if (!match || (match[1]?.length ?? 0) > LONGEST_LABEL) return null
  return {
    label: match[1] ?? null,
    bodyStart: at + match[0].length,
    closed: match[2]?.startsWith(']') ?? false,
  }
}

/** The note's body, block by block, without the brackets. */
function bodyOf(blocks: readonly FlowBlock[], bracket: ClosedBracket): FlowBlock[] {
  return blocks.slice(bracket.block, bracket.endBlock + 1).flatMap((block, i) => {
    const start = i === 0 ? bracket.bodyStart : 0
    const end = bracket.block + i === bracket.endBlock ? bracket.bodyEnd : block.text.length
    const part = slice(block, start, end)
    return part.text === '' ? [] : [part]
  })
}

function cutsOf(blocks: readonly FlowBlock[], brackets: readonly ClosedBracket[]): Map<number, Span[]> {
  const cuts = new Map<number, Span[]>()
  for (const bracket of brackets) {
    for (let at = bracket.block; at <= bracket.endBlock; at++) {
      const text = blocks[at]?.text ?? ''
      const start = at === bracket.block ? bracket.start : 0
      const end = at === bracket.endBlock ? bracket.end : text.length
      const own = cuts.get(at)
      if (own) own.push(withSpace(text, start, end, own.at(-1)?.end ?? 0))
      else cuts.set(at, [withSpace(text, start, end, 0)])
    }
  }
  return cuts
}

/** Takes the space before the stretch along where the words after it need none. */
function withSpace(text: string, start: number, end: number, from: number): Span {
  const spare =
    start > from && text[start - 1] === ' ' && (end >= text.length || /[\s.,;:]/.test(text[end] ?? ' '))
  return { start: spare ? start - 1 : start, end }
}
