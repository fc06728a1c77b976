import { groupBy } from '../../text/group-by.ts'
import type { TextRule } from '../rule.ts'

export const labelRepeated: TextRule = {
  id: 'label-repeated',
  severity: 'warning',
  why: 'Two notes with one label leave open which of them a marker calls.',
  find: ({ document: { notes } }) =>
    [...groupBy(notes, ({ kind, label }) => `${kind} ${label}`).values()].flatMap(([first, ...others]) =>
      first === undefined || others.length === 0 || first.kind === 'annotation'
        ? []
        : [
            {
              at: first,
              label: first.label,
              also: others,
              message: `${others.length + 1} notes are labelled ${first.label}: number them anew.`,
            },
          ],
    ),
}
