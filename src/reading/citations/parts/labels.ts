/**
 * What a word of a reference can be part of. `container`: the journal, book or proceedings; `number`: the label of the
 * reference in its list; `other`: editions, remarks, identifiers that no other label names.
 */
export const LABELS = [
  'author',
  'title',
  'container',
  'date',
  'volume',
  'pages',
  'publisher',
  'location',
  'editor',
  'url',
  'doi',
  'genre',
  'number',
  'other',
] as const

export type PartLabel = (typeof LABELS)[number]
