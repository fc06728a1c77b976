import { groupBy } from '../text/group-by.ts'

/** What each kind of loss is called in a reading's account, for every `rule` of a warning. */
const HEADINGS: Readonly<Record<string, string>> = {
  'note-missing': 'Markers without a note',
  'note-uncalled': 'Notes that nothing calls',
  'notes-not-called': 'Lists of notes that the text never calls',
  'note-duplicate': 'Notes that are there more than once',
  'note-without-text': 'Notes without a word in them',
  'note-numbers-guessed': 'Notes whose numbers the file does not give',
  'marker-unsure': 'Numbers that may call a note, or not',
  'label-repeated': 'Labels used more than once',
  'label-too-long': 'Labels too long to be one',
  'citation-slot-empty': 'Places in notes where a link was lost',
  'ibid-ambiguous': 'Short references that could mean several works',
  'furniture-dropped': 'Running heads, page numbers and the like, left out',
  'author-note': 'Notes about the authors',
  'encoding-assumed': 'Files whose encoding had to be assumed',
  'characters-unreadable': 'Characters that could not be read',
  'links-unread': 'Links that could not be read',
  'characters-misread': 'Characters that may have been misread',
  'nesting-too-deep': 'Parts nested too deeply to follow',
  'language-without-cues': 'Languages that are read without cues',
  'tracked-changes': 'Tracked changes, read as accepted',
  'desk-comments': 'Comments of the desk that came back',
  'table-as-cells': 'Tables, read cell by cell',
  'picture-lost': 'Pictures, left out',
  'equation-lost': 'Equations, left out',
  'chart-lost': 'Charts, left out',
  'diagram-lost': 'Diagrams, left out',
  'drawn-text-lost': 'Words in drawings, left out',
  'embedded-object-lost': 'Embedded objects, left out',
  'embedded-file-lost': 'Pieces in files of their own, left out',
  'hidden-text-lost': 'Hidden text, left out',
  'text-unseen': 'Text that the pages do not show, left out',
  'symbol-lost': 'Symbols of fonts of their own, left out',
  'field-lost': 'Fields that could not be read',
  'page-damaged': 'Pages that are damaged',
  'page-without-text': 'Pages without text, perhaps scanned',
  'pages-uncertain': 'Pages whose numbers are uncertain',
}

/** The heading of a rule; a rule without one is its own name in words. */
export const headingOfRule = (rule: string): string =>
  HEADINGS[rule] ?? rule.charAt(0).toUpperCase() + rule.slice(1).replaceAll('-', ' ')

/** Things by their rule, in the order in which each rule first comes. */
export const byRule = <T extends { readonly rule: string }>(
  warnings: readonly T[],
): ReadonlyMap<string, readonly T[]> => groupBy(warnings, ({ rule }) => rule)
