import { readFileSync } from 'node:fs'
import type { NoteKind } from '../document.ts'

type HeadedKind = Exclude<NoteKind, 'annotation'>

const words = JSON.parse(readFileSync(new URL('./label-headings.json', import.meta.url), 'utf8')) as Readonly<
  Record<HeadedKind, readonly string[]>
>
const KIND_BY_HEADING = new Map(
  (['footnote', 'endnote', 'reference'] as const).flatMap((kind) =>
    words[kind].map((phrase) => [phrase, kind] as const),
  ),
)

/** Longest heading over notes, with room for its number. Code units. */
const LONGEST = 80

/** The kind of notes that stand below a heading (`8.1 References`, `FOOTNOTES:`, `Notes to Chapter 3`), or null. */
export function kindBelow(heading: string): HeadedKind | null {
  if (heading.length > LONGEST) return null
  const bare = heading
    .toLowerCase()
    .replace(/^(?:(?:\d{1,3}\.?){1,5}|[ivxlc]{1,7}\.|[a-z]\.|appendix [a-z\d]{1,3}[.:]?)\s/, '')
    .replace(/[\s:.]{1,20}$/, '')
    .trim()
  return KIND_BY_HEADING.get(bare) ?? (/^(?:end|foot)?notes (?:to|on|for) /.test(bare) ? 'endnote' : null)
}
