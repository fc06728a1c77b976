import type { NoteKind } from '../document.ts'
import type { FlowBlock } from '../flow.ts'
import type { NoteStart } from './label-note-starts.ts'
import type { LabelText } from './label-text.ts'
import { numberOf } from './label-words.ts'

/** A note that a label at the start of a block tells. */
export interface ListedNote extends NoteStart {
  readonly kind: NoteKind
  /** The last block of its body; the first is `block`. */
  readonly lastBlock: number
}

/** Blocks and code units that may stand between the starts of two notes of one list outside a section of notes. */
const MOST_BLOCKS_BETWEEN = 30

/**
 * The notes that stand in lists: below a heading such as Notes, or where something elsewhere in the text calls them.
 * A list whose labels only its own blocks name is a text with numbered paragraphs, and no list of notes.
 */
export function listedNotes(found: LabelText): ListedNotes {
  const runs = runsOf(found)
  const lists = runs.filter((run) => isListOfNotes(run, found))
  const others = runs.filter((run) => !lists.includes(run) && run.length > 1 && run[0]?.style === 'bracket')
  return {
    notes: lists.flatMap((run) => run.map((start, i) => listed(start, run[i + 1], found))),
    paragraphs: new Set(others.flatMap((run) => run.map(({ label }) => label))),
  }
}

export interface ListedNotes {
  readonly notes: readonly ListedNote[]
  /** Labels that number the paragraphs of the text itself, as in a judgment; words in brackets refer to those. */
  readonly paragraphs: ReadonlySet<string>
}

function runsOf(found: LabelText): NoteStart[][] {
  const runs: NoteStart[][] = []
  const inSections = labelsInSections(found)
  let high = 0
  for (const start of found.starts.values()) {
    if (!isEligible(start, found, inSections)) continue
    const run = runs.at(-1)
    const previous = run?.at(-1)
    const number = numberOf(start.label)
    if (run && previous && goesOn(previous, start, high, found)) run.push(start)
    else {
      runs.push([start])
      high = 0
    }
    high = number ?? high
  }
  return runs
}

function labelsInSections({ starts, sections }: LabelText): ReadonlySet<string> {
  const labels = new Set<string>()
  for (const start of starts.values()) if (sections[start.block]) labels.add(start.label)
  return labels
}

function isEligible(start: NoteStart, { sections }: LabelText, inSections: ReadonlySet<string>): boolean {
  if (start.style === 'sign') return false
  if (sections[start.block]) return start.style !== 'bracket' || isKeyOrLetter(start.label)
  if (inSections.has(start.label)) return false
  return start.style !== 'bracket' || isPlainLabel(start.label)
}

/** Below a heading for notes any key may stand, but no plain word in small letters. */
const isKeyOrLetter = (label: string): boolean =>
  isPlainLabel(label) || /^(?:\p{Ll}|\p{Lu}.*|.*\d.*|[^\p{L}\d]+)$/u.test(label)

/** A number, one capital, or a key with a digit or capitals only: no word that an editor put in brackets. */
const isPlainLabel = (label: string): boolean =>
  numberOf(label) !== null || /^(?:[A-Z]|(?=[^\d]*\d)\p{Lu}\S*|\p{Lu}[\p{Lu}\d-]+)$/u.test(label)

function goesOn(previous: NoteStart, start: NoteStart, high: number, found: LabelText): boolean {
  if (previous.style !== start.style) return false
  const number = numberOf(start.label)
  const [before, after] = [found.sections[previous.block], found.sections[start.block]]
  if (
    before?.id !== after?.id ||
    (!before && isWeak(start) && number !== high + 1) ||
    (number !== null && number <= high)
  )
    return false
  for (let block = previous.block + 1; block < start.block; block++) {
    if (found.linked.body[block]?.kind === 'heading') return false
    if (!before && callsFrom(found, block, number)) return false
  }
  return before !== null || start.block - previous.block <= MOST_BLOCKS_BETWEEN
}

/** Whether a block calls the note `number` or a later one for what may be the first time: it is the text, then. */
const callsFrom = ({ calls }: LabelText, block: number, number: number | null): boolean =>
  (calls[block] ?? []).some(({ labels }) =>
    labels.some(({ label }) => number === null || (numberOf(label) ?? -1) >= number),
  )

function isListOfNotes(run: readonly NoteStart[], found: LabelText): boolean {
  const [first] = run
  if (!first) return false
  const weak = isWeak(first)
  if (found.sections[first.block] && !weak) return true
  if (!found.sections[first.block] && weak) return isTailOfNotes(run, found)
  return run.some(({ label }) =>
    (found.callers.get(label) ?? []).some((block) => weak || found.starts.get(block)?.style !== first.style),
  )
}

/** `3. …` and `(3) …` open all sorts of lists. */
const isWeak = ({ style }: NoteStart): boolean => style === 'dot' || style === 'paren'

/** A plain numbered list without a heading is notes only where it ends the text and each of its numbers is called above. */
function isTailOfNotes(run: readonly NoteStart[], { linked, callers, starts }: LabelText): boolean {
  const [first] = run
  const last = run.at(-1)
  if (!first || !last || run.length < 2 || lastBlockOf(last, linked.body, starts) !== linked.body.length - 1)
    return false
  return run.every(
    ({ label }, i) =>
      numberOf(label) === i + 1 && (callers.get(label) ?? []).some((block) => block < first.block),
  )
}

function listed(start: NoteStart, next: NoteStart | undefined, found: LabelText): ListedNote {
  const lastBlock = next ? next.block - 1 : lastBlockOf(start, found.linked.body, found.starts)
  return { ...start, kind: kindOf(start, found), lastBlock }
}

/** A list's last note goes on only where its words break off or the next block starts in mid-sentence. */
function lastBlockOf(
  { block }: NoteStart,
  body: readonly FlowBlock[],
  starts: ReadonlyMap<number, NoteStart>,
): number {
  let last = block
  for (let next = body[last + 1]; next && !starts.has(last + 1); next = body[last + 1]) {
    if (next.kind === 'heading' || !goesOnIn(body[last]?.text ?? '', next.text)) break
    last++
  }
  return last
}

const goesOnIn = (text: string, next: string): boolean =>
  /(?:[,;:(–—-]|\b(?:at|in|by|see|and|of|the|to|from|on|for|with|or|a|an|as))$/i.test(text.slice(-12)) ||
  /^(?:https?:|www\.|\p{Ll})/u.test(next)

function kindOf({ block, label, style }: NoteStart, { sections }: LabelText): NoteKind {
  const section = sections[block]
  if (section) return section.kind
  if (numberOf(label) === null && label.length > 1) return 'reference'
  return style === 'raised' ? 'footnote' : 'endnote'
}
