import type { FlowBlock, LinkedFlow, LinkedNote, LinkedWarning } from '../flow.ts'
import { candidates } from './label-candidates.ts'
import { chapterFinder } from './label-chapters.ts'
import { decide } from './label-deciding.ts'
import { callsInPlace, callsOf, inOrderOfNotes, linkSigns, withoutBlocks } from './label-finish.ts'
import { type FoundNote, foundNotes } from './label-found.ts'
import { lookForLabels } from './label-text.ts'
import { unsureMarkers } from './label-unsure.ts'
import { linkWarnings } from './label-warnings.ts'

/**
 * Adds the markers and notes that only their labels tell to those that the file's structure linked already.
 *
 * Notes leave the body and stand in the order of their places behind the notes of the structure. A marker is linked
 * only where one note can be meant; where none or several can, its note is null and a warning says so.
 */
export function linkByLabel(linked: LinkedFlow): LinkedFlow {
  const text = lookForLabels(linked)
  const given = text.linked
  const { notes: found, signed, paragraphs } = foundNotes(text)
  const possible = candidates(text, found)
  const decisions = decide(
    possible,
    { given: given.notes, found, bodyLength: given.body.length, paragraphs },
    chapterFinder(given.body, found),
  )
  const byLabel = callsOf(decisions, given.notes.length)
  const inPlace = callsInPlace(found, new Set(byLabel.map((call) => call.note ?? -1)), given)
  const signs = linkSigns(signed, given.body, given.notes.length + found.length)
  const labels = new Map(inPlace.map((call) => [call.note, call.label]))
  const notes = [
    ...given.notes,
    ...found.map((note, i) => linkedNote(note, labels.get(given.notes.length + i))),
    ...signs.notes,
  ]
  const places = [...given.notes.map(() => -1), ...found.map((note) => note.place), ...signs.taken]
  const whole = inOrderOfNotes(places, {
    ...given,
    body: withRoles(given.body, text.sections, signs.aboutAuthors),
    notes,
    calls: [...given.calls, ...byLabel, ...inPlace, ...signs.calls],
    warnings: [
      ...given.warnings,
      ...signs.aboutAuthors.map(authorsWarning),
      ...unsureMarkers(given.body, possible, decisions),
    ],
  })
  const warned = { ...whole, warnings: [...whole.warnings, ...linkWarnings(whole)] }
  return withoutBlocks(warned, new Set([...found.flatMap((note) => note.taken), ...signs.taken]))
}

const linkedNote = ({ label, kind, blocks }: FoundNote, labelInPlace: string | undefined): LinkedNote => ({
  label: label ?? labelInPlace ?? '*',
  kind,
  blocks,
})

const authorsWarning = (block: number): LinkedWarning => ({
  rule: 'author-note',
  message: 'This note is about the authors and stays in the text; it is no source.',
  block,
})

/** Marks notes on the authors, and entries without labels below headings such as References. */
function withRoles(
  body: readonly FlowBlock[],
  sections: readonly ({ readonly kind: string } | null)[],
  aboutAuthors: readonly number[],
): FlowBlock[] {
  const authors = new Set(aboutAuthors)
  return body.map((block, index) => {
    if (authors.has(index)) return { ...block, role: 'author-note' }
    return sections[index]?.kind === 'reference' && namesWork(block)
      ? { ...block, role: 'references' }
      : block
  })
}

/** An entry of a list of works: short, with a year or an address. */
const namesWork = ({ role, text }: FlowBlock): boolean =>
  role === undefined && text.length < 600 && /\b(?:1[5-9]|20)\d\d\b|https?:|www\.|doi:/.test(text)
