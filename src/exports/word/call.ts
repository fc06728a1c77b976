import type { PlacedNote } from './note-numbers.ts'
import { NOTE_NAMES } from './notes-part.ts'
import { run } from './runs.ts'

/** Bookmarks of foot- and endnotes must not share a `w:id`. */
const ENDNOTE_BOOKMARKS = 1_000_000

/** The first call of a note: Word's own reference, in a bookmark where later calls point back to it. */
export function firstCall(placed: PlacedNote): string {
  const { element } = NOTE_NAMES[placed.part]
  const call =
    placed.customMark === null
      ? run('', raised(placed), `<w:${element}Reference w:id="${placed.id}"/>`)
      : run(
          placed.customMark,
          raised(placed),
          `<w:${element}Reference w:customMarkFollows="1" w:id="${placed.id}"/>`,
        )
  return placed.calledMoreThanOnce ? bookmarked(placed, call) : call
}

/** A later call of the same note: a field that shows the label of the first. */
export const laterCall = (placed: PlacedNote): string =>
  `<w:fldSimple w:instr=" NOTEREF ${bookmarkOf(placed)} \\f \\h ">${run(placed.note.label, raised(placed))}</w:fldSimple>`

function bookmarked(placed: PlacedNote, call: string): string {
  const id = placed.id + (placed.part === 'endnotes' ? ENDNOTE_BOOKMARKS : 0)
  return `<w:bookmarkStart w:id="${id}" w:name="${bookmarkOf(placed)}"/>${call}<w:bookmarkEnd w:id="${id}"/>`
}

const bookmarkOf = ({ part, id }: PlacedNote): string => `_Ref_${part}_${id}`

const raised = ({ part }: PlacedNote): string => `<w:rStyle w:val="${NOTE_NAMES[part].style}Reference"/>`
