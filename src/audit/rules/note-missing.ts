import type { TextRule } from '../rule.ts'

export const noteMissing: TextRule = {
  id: 'note-missing',
  severity: 'blocker',
  why: 'A marker promises a source. Where its note is missing, nobody can look the statement up.',
  find: ({ document }) =>
    document.markers
      .filter(({ note }) => note === null)
      .map(({ label, start, end }) => ({
        at: { start, end },
        label,
        message: `Marker ${label} has no note: write it, or take the marker out.`,
      })),
  among: {
    objects: ({ document }) => document.markers.length,
    message: (hit, of) => `${hit} of ${of} markers have no note: was the list of notes lost?`,
  },
}
