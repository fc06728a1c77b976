import type { Span } from '../../text/span.ts'
import type { PanelCitation, PanelNote } from './desk-rows.ts'

/** One marker of a claim as the panel shows it. `body` and `citations` are empty when the note is missing. */
export interface NoteView {
  readonly label: string
  readonly missing: boolean
  /** The words that the marker vouches for. */
  readonly covers: string
  /** Whether that is the whole claim. */
  readonly coversAll: boolean
  readonly body: string
  readonly citations: readonly CitationView[]
}

/** `href`: only ever a web address. */
export interface CitationView {
  readonly words: string
  readonly source: string | null
  readonly href: string | null
}

/** `text`: the draft's. `claim`: the claim's span in it, null for an orphan. */
export function notesView(
  text: string,
  claim: Span | null,
  notes: readonly PanelNote[],
): readonly NoteView[] {
  return notes.map(({ label, scope, note }) => ({
    label,
    missing: note === null,
    covers: text.slice(scope.start, scope.end).trim(),
    coversAll: notes.length === 1 && scope.start === claim?.start && scope.end >= claim.end,
    body: note === null ? '' : text.slice(note.start, note.end),
    citations: note === null ? [] : note.citations.map((citation) => citationView(text, citation)),
  }))
}

function citationView(text: string, { start, end, source }: PanelCitation): CitationView {
  return {
    words: text.slice(start, end).trim(),
    source: source?.title ?? null,
    href: source?.doNotFetch === true ? null : webAddress(source?.url ?? null),
  }
}

/** The address when it is one of the web, else null: a link never runs script. */
export function webAddress(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null
  return ['http:', 'https:'].includes(new URL(url).protocol) ? url : null
}
