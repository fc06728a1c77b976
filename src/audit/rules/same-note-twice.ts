import type { Citation } from '../../reading/document.ts'
import { groupBy } from '../../text/group-by.ts'
import { wordingOf } from '../../text/similarity-wording.ts'
import type { TextRule } from '../rule.ts'

/** Notes shorter than this are "Ibid." and the like. Characters. */
const SHORTEST = 12

export const sameNoteTwice: TextRule = {
  id: 'same-note-twice',
  severity: 'advice',
  why: 'The same note twice is a copy that was forgotten, or a source put where another belongs.',
  find: ({ document: { notes }, text }) => {
    const worded = notes
      .filter(({ kind, citations }) => kind !== 'annotation' && citations.some(isWhole))
      .map((note) => ({ note, wording: wordingOf(text.slice(note.start, note.end)) }))
      .filter(({ wording }) => wording.length >= SHORTEST)
    return [...groupBy(worded, ({ wording }) => wording).values()].flatMap(([first, ...others]) =>
      first === undefined || others.length === 0
        ? []
        : [
            {
              at: first.note,
              label: first.note.label,
              also: others.map(({ note }) => note),
              message: `Notes ${listed([first, ...others].map(({ note }) => note.label))} say the same.`,
            },
          ],
    )
  },
  among: {
    objects: ({ document }) => document.notes.length,
    message: (hit) => `${hit} notes are there more than once, word for word.`,
  },
}

/** Whether a citation tells which work it is: not "Ibid.", nor a date whose outlet was lost. */
const isWhole = ({ csl, refersTo }: Citation): boolean =>
  refersTo === undefined &&
  (csl.title !== undefined || csl.URL !== undefined || csl['container-title'] !== undefined)

const listed = (labels: readonly string[]): string =>
  `${labels.slice(0, -1).join(', ')} and ${labels.at(-1) ?? ''}`
