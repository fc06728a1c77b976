import type { DraftView } from '../../drafts/draft-view.ts'
import type { Warning } from '../../reading/document.ts'

/** What a reading says of itself. */
export interface ReadingPage {
  readonly counts: readonly { readonly words: string; readonly count: number }[]
  readonly losses: readonly LossGroup[]
}

/** All warnings of one rule. `heading`: the rule in words. */
export interface LossGroup {
  readonly rule: string
  readonly heading: string
  readonly places: readonly Loss[]
  /** How many more there are than are shown. */
  readonly more: number
}

/** `before`, `words`, `after`: the place in the text, '' where the loss has none. */
export interface Loss {
  readonly message: string
  readonly before: string
  readonly words: string
  readonly after: string
}

/** Warnings of one rule that are shown one by one. */
const SHOWN = 100
/** Code units of text shown on either side of a place, and at most of the place itself. */
const AROUND = 50
const LONGEST_PLACE = 160

const HEADINGS: Readonly<Record<string, string>> = {
  'note-missing': 'Markers without a note',
  'note-uncalled': 'Notes that nothing calls',
  'label-repeated': 'Labels used more than once',
  'citation-slot-empty': 'Places in notes where a link was lost',
}

export function readingPage(draft: DraftView, claims: number): ReadingPage {
  return {
    counts: [
      { words: 'blocks', count: draft.blocks.length },
      { words: 'markers', count: draft.markers.length },
      { words: 'notes', count: draft.notes.length },
      { words: 'sentences', count: draft.sentences.length },
      { words: 'claims', count: claims },
    ],
    losses: groupsOf(draft),
  }
}

function groupsOf({ text, warnings }: DraftView): LossGroup[] {
  const groups = new Map<string, Warning[]>()
  for (const warning of warnings) groups.set(warning.rule, [...(groups.get(warning.rule) ?? []), warning])
  return [...groups].map(([rule, all]) => ({
    rule,
    heading: HEADINGS[rule] ?? inWords(rule),
    places: all.slice(0, SHOWN).map((warning) => lossAt(text, warning)),
    more: Math.max(0, all.length - SHOWN),
  }))
}

const inWords = (rule: string): string => rule.charAt(0).toUpperCase() + rule.slice(1).replaceAll('-', ' ')

function lossAt(text: string, { message, start, end }: Warning): Loss {
  if (start === undefined || end === undefined) return { message, before: '', words: '', after: '' }
  const shown = Math.min(end, start + LONGEST_PLACE)
  return {
    message,
    before: text.slice(Math.max(0, start - AROUND), start).replace(/^[^\n]*\n\s*/, ''),
    words: text.slice(start, shown) + (shown < end ? '…' : ''),
    after: text.slice(end, end + AROUND).split('\n')[0] ?? '',
  }
}
