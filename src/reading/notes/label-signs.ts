import type { Span } from '../../text/span.ts'
import type { FlowBlock } from '../flow.ts'
import type { NoteStart } from './label-note-starts.ts'

/** A bare sign at a word's end (`word*`, `1,200†`) that calls the note which starts with that sign. */
export interface SignCall extends Span {
  readonly block: number
}

export interface SignedNote {
  readonly start: NoteStart
  readonly calls: readonly SignCall[]
}

/** A note after a sign stands at most so many blocks below its call; only one on the authors stands at the end. */
const FARTHEST = 60

/** The notes that start with a sign and are called by it above, each with all its calls since the last such note. */
export function signedNotes(
  body: readonly FlowBlock[],
  starts: ReadonlyMap<number, NoteStart>,
): SignedNote[] {
  const last = new Map<string, number>()
  const notes: SignedNote[] = []
  for (const start of starts.values()) {
    if (start.style !== 'sign') continue
    const from = last.get(start.label) ?? 0
    const calls = body.slice(from, start.block).flatMap((block, i) => {
      const isNear = from + i >= start.block - FARTHEST || block.role === 'byline'
      return isNear ? callsIn(block, start.label, from + i) : []
    })
    last.set(start.label, start.block + 1)
    if (calls.length > 0) notes.push({ start, calls })
  }
  return notes
}

function callsIn(block: FlowBlock, sign: string, index: number): SignCall[] {
  if (!block.text.includes(sign) || hasEmphasis(block.text, sign)) return []
  const found: SignCall[] = []
  for (let at = block.text.indexOf(sign, 1); at >= 0; at = block.text.indexOf(sign, at + sign.length)) {
    const end = at + sign.length
    if (endsWord(block.text, at, end, sign) && !inCode(block, at))
      found.push({ block: index, start: at, end })
  }
  return found
}

/** Tight to the word before, and nothing but an end behind; not part of a longer sign. */
function endsWord(text: string, at: number, end: number, sign: string): boolean {
  const before = text[at - 1] ?? ' '
  const after = text[end] ?? ' '
  return /\S/.test(before) && before !== sign[0] && after !== sign[0] && /[\s.,;:!?)\]"'”’—–-]/.test(after)
}

/** `*so*` sets words off; there the signs call nothing. */
const hasEmphasis = (text: string, sign: string): boolean =>
  sign.startsWith('*') && /(?:^|[\s("“])\*{1,3}[\w["“'(]/.test(text)

const inCode = ({ marks }: FlowBlock, at: number): boolean =>
  marks.some((mark) => mark.kind === 'code' && mark.start <= at && at < mark.end)
