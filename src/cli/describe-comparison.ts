import type { ComparedPassage, Comparison, PassageStatus } from '../reading/compare/comparison.ts'
import { wordDiff } from '../reading/compare/word-diff.ts'

/** A comparison in words, for people: counts, then what was edited, moved, deleted and added. */
export function describeComparison({ passages, added }: Comparison): string {
  const of = (status: PassageStatus): ComparedPassage[] =>
    passages.filter((passage) => passage.status === status)
  return [
    countsOf(passages, added.length),
    ...section('Edited', of('edited').map(editedLine)),
    ...section(
      'Words unchanged, note missing on one side',
      of('unchanged').filter(leansOnMissing).map(lineOf),
    ),
    ...section('Moved', of('moved').map(lineOf)),
    ...section('Deleted, or no place is certain', of('deleted').flatMap(deletedLines)),
    ...section(
      'Added',
      added.map(({ quote }) => `{+${oneLine(quote)}+}`),
    ),
  ].join('\n')
}

function countsOf(passages: readonly ComparedPassage[], added: number): string {
  const count = (status: PassageStatus): string =>
    `${passages.filter((passage) => passage.status === status).length} ${status}`
  const typeset = passages.filter((passage) => isOnlyTypeset(passage)).length
  const unchanged = `${count('unchanged')}${typeset > 0 ? ` (${typeset} in typography only)` : ''}`
  return [unchanged, count('moved'), count('edited'), count('deleted'), `${added} added`].join(', ')
}

const isOnlyTypeset = ({ status, changes }: ComparedPassage): boolean =>
  status === 'unchanged' && changes.includes('typography')

const leansOnMissing = ({ changes }: ComparedPassage): boolean => changes.includes('note')

const section = (heading: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', heading, ...lines]

const editedLine = ({ old, new: next, changes }: ComparedPassage): string =>
  `(${changes.join(', ')}) ${marked(old.quote, next?.quote ?? '')}`

const lineOf = ({ old, changes }: ComparedPassage): string =>
  `${changes.length > 0 ? `(${changes.join(', ')}) ` : ''}${oneLine(old.quote)}`

const deletedLines = ({ old, proposals = [] }: ComparedPassage): string[] => [
  `[-${oneLine(old.quote)}-]`,
  ...proposals.map(
    ({ quote, similarity }) => `    possibly (${Math.round(similarity * 100)} % alike): ${oneLine(quote)}`,
  ),
]

/** What went as [-words-], what came as {+words+}. */
const marked = (old: string, next: string): string =>
  wordDiff(old, next)
    .map(({ kind, text, spaced }) => `${spaced ? ' ' : ''}${MARKS[kind](oneLine(text))}`)
    .join('')
    .trim()

const MARKS = {
  same: (text: string) => text,
  removed: (text: string) => `[-${text}-]`,
  added: (text: string) => `{+${text}+}`,
} as const

const oneLine = (text: string): string => text.replace(/\s+/g, ' ')
