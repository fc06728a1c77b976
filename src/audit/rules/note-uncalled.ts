import type { TextRule } from '../rule.ts'

export const noteUncalled: TextRule = {
  id: 'note-uncalled',
  severity: 'warning',
  why: 'A note that nothing calls vouches for nothing; often its marker was deleted with a sentence.',
  find: ({ document: { notes, markers } }) => {
    const called = new Set(markers.map(({ note }) => note))
    return notes.flatMap(({ label, kind, start, end }, index) =>
      called.has(index) || kind === 'annotation'
        ? []
        : [{ at: { start, end }, label, message: `Note ${label} is called nowhere in the text.` }],
    )
  },
  among: {
    objects: ({ document }) => document.notes.length,
    message: (hit, of) => `${hit} of ${of} notes are called nowhere: were the markers lost?`,
  },
}
