import type { LinkedNote } from '../flow.ts'
import type { CallStyle } from './label-calls.ts'
import type { Candidate } from './label-candidates.ts'
import { inChain } from './label-chain.ts'
import type { FoundNote } from './label-found.ts'
import type { StartStyle } from './label-note-starts.ts'
import { LabelMatcher, type PlacedNote } from './label-regions.ts'
import { numberOf } from './label-words.ts'

/** What became of each label of a candidate: a note's index (notes of `given` first), or null. */
export interface Decision {
  readonly candidate: Candidate
  readonly notes: readonly (number | null)[]
}

/** The text's notes as far as deciding needs them. */
export interface NotesOfText {
  readonly given: readonly LinkedNote[]
  readonly found: readonly FoundNote[]
  readonly bodyLength: number
  /** Labels of numbered paragraphs, which nothing calls as notes. */
  readonly paragraphs: ReadonlySet<string>
}

/** Decides which candidates are calls, and of which notes. Those that are none are left out. */
export function decide(
  all: readonly Candidate[],
  notes: NotesOfText,
  chapterOf: (place: number, regionStart: number) => number | null,
): Decision[] {
  const styles = stylesByLabel(notes)
  const possible = all.filter(
    (candidate) =>
      mayCall(candidate, styles) &&
      !candidate.labels.some(({ label }) => notes.paragraphs.has(label) && !styles.has(label)),
  )
  const calls = possible.flatMap(({ labels, place, inNote }) =>
    labels.map(({ label }) => ({ label, place, inNotes: inNote !== undefined })),
  )
  const matcher = new LabelMatcher(placed(notes), calls, chapterOf)
  const decisions = possible.map((candidate) => ({
    candidate,
    notes: candidate.labels.map(({ label }) =>
      styles.has(label) ? matcher.noteFor(label, candidate.place) : null,
    ),
  }))
  return [
    ...keepCalls(decisions, 'bracket', styles),
    ...keepCalls(decisions, 'raised', styles),
    ...others(decisions),
  ]
}

const isLinked = (note: number | null): boolean => note !== null

/** Linked calls, and those without a note that carry on the numbering or are keys of the same shape as known ones. */
function keepCalls(
  decisions: readonly Decision[],
  style: CallStyle,
  known: ReadonlyMap<string, unknown>,
): Decision[] {
  const own = decisions.filter(({ candidate }) => candidate.style === style)
  const links = own.flatMap(({ candidate, notes }) =>
    candidate.labels.map(({ label }, i) => ({ label, linked: isLinked(notes[i] ?? null) })),
  )
  const chained = inChain(links)
  const shapes = new Set([...known.keys()].flatMap((label) => (isCode(label) ? [shapeOf(label)] : [])))
  let at = 0
  return own.filter(({ candidate, notes }) => {
    const first = at
    at += candidate.labels.length
    if (notes.some(isLinked)) return true
    return candidate.labels.every(
      ({ label }, i) =>
        chained[first + i] === true || known.has(label) || (isCode(label) && shapes.has(shapeOf(label))),
    )
  })
}

/** A key such as RFC2119: capitals, then digits. */
const isCode = (label: string): boolean => /^\p{Lu}[\p{Lu}-]*\d+$/u.test(label)
const shapeOf = (label: string): string => label.replace(/\d+/, '')

const others = (decisions: readonly Decision[]): Decision[] =>
  decisions.filter(
    ({ candidate, notes }) =>
      candidate.style !== 'bracket' && candidate.style !== 'raised' && notes.some(isLinked),
  )

function stylesByLabel({ given, found }: NotesOfText): Map<string, ReadonlySet<StartStyle>> {
  const styles = new Map<string, Set<StartStyle>>()
  const add = (label: string, style: StartStyle): void => {
    const set = styles.get(label)
    if (set) set.add(style)
    else styles.set(label, new Set([style]))
  }
  given.forEach(({ label }) => add(label, 'bracket'))
  found.forEach(({ label, style }) => label !== null && add(label, style))
  return styles
}

/** Numbers in round brackets call only notes that are numbered so or in a plain list; braces call notes in braces. */
function mayCall(
  { style, labels }: Candidate,
  styles: ReadonlyMap<string, ReadonlySet<StartStyle>>,
): boolean {
  if (style === 'bracket' || style === 'raised') {
    return labels.every(({ label }) => numberOf(label) !== null || styles.has(label) || isCode(label))
  }
  const answers: readonly StartStyle[] = style === 'paren' ? ['paren', 'dot'] : ['brace']
  return labels.every(({ label }) => answers.some((answer) => styles.get(label)?.has(answer) ?? false))
}

function placed({ given, found, bodyLength }: NotesOfText): PlacedNote[] {
  const ofText = found.flatMap(({ label, place, end }, i) =>
    label === null ? [] : [{ id: given.length + i, label, place, end }],
  )
  const atEnd = given.map(({ label }, id) => {
    const place = bodyLength + (id + 1) / (given.length + 2)
    return { id, label, place, end: place }
  })
  return [...ofText, ...atEnd]
}
