import { readFileSync } from 'node:fs'
import type { NoteKind } from '../document.ts'
import { attribute, words, type Attributes } from './attributes.ts'

interface NoteWords {
  readonly calls: readonly string[]
  readonly back: readonly string[]
  readonly inline: readonly string[]
  readonly footnote: readonly string[]
  readonly endnote: readonly string[]
  readonly reference: readonly string[]
}

const lists = JSON.parse(readFileSync(new URL('./note-words.json', import.meta.url), 'utf8')) as NoteWords
const calls = new Set(lists.calls)
const back = new Set(lists.back)
const inline = new Set(lists.inline)
const kinds = new Map<string, NoteKind>([
  ...lists.footnote.map((word) => [word, 'footnote'] as const),
  ...lists.endnote.map((word) => [word, 'endnote'] as const),
  ...lists.reference.map((word) => [word, 'reference'] as const),
])

/** Every word that says what an element is for: of its role, its type in an e-book, its classes. */
export function purposes(attributes: Attributes): readonly string[] {
  const all: string[] = []
  for (const { name } of attributes) {
    if (name === 'role' || name === 'epub:type' || name === 'class') all.push(...words(attributes, name))
    else if (name.startsWith('data-footnote')) all.push(name)
  }
  return all
}

/** The kind of notes that an element says it holds, or null when it says nothing of notes. */
export function notesHeld(purpose: readonly string[]): NoteKind | null {
  for (const word of purpose) {
    const kind = kinds.get(word)
    if (kind !== undefined) return kind
  }
  return null
}

/** True when a link says that it calls a note. */
export const isCall = (purpose: readonly string[]): boolean => purpose.some((word) => calls.has(word))

/** True when a link says that it leads back from a note to its call. */
export const isBackLink = (purpose: readonly string[], attributes: Attributes): boolean =>
  purpose.some((word) => back.has(word)) || attribute(attributes, 'rev') === 'footnote'

/** True for an element that holds a note in the middle of the line that calls it. */
export const isInlineNote = (purpose: readonly string[]): boolean => purpose.some((word) => inline.has(word))
