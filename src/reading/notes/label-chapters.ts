import type { FlowBlock } from '../flow.ts'
import type { FoundNote } from './label-found.ts'
import type { Place } from './label-regions.ts'

const wordsOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * For notes that stand at the end in groups under the headings of their chapters: which group the chapter of a place
 * is, counted from 0, or null where the headings do not say.
 */
export function chapterFinder(
  body: readonly FlowBlock[],
  notes: readonly FoundNote[],
): (place: Place, regionStart: Place) => number | null {
  const listStarts = new Set(notes.map((note) => note.taken[0]))
  const groupHeadings = body.flatMap((block, index) =>
    block.kind === 'heading' && listStarts.has(index + 1)
      ? [{ words: wordsOf(block.text), place: index }]
      : [],
  )
  if (groupHeadings.length < 2) return () => null
  const headings = body.flatMap((block, index) =>
    block.kind === 'heading' && block.role !== 'contents'
      ? [{ words: wordsOf(block.text), place: index }]
      : [],
  )
  return (place, regionStart) => {
    const groups = groupHeadings
      .filter((heading) => heading.place >= regionStart - 1)
      .map((heading) => heading.words)
    if (groups.length < 2) return null
    const above = headings
      .filter((heading) => heading.place <= place && groups.includes(heading.words))
      .at(-1)
    const group = above ? groups.indexOf(above.words) : -1
    return group < 0 ? null : group
  }
}
