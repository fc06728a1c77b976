import { assess, type Assessment } from '../../../src/reading/confidence/assess.ts'
import type { SentenceKind } from '../../../src/reading/document.ts'
import type { Span } from '../../../src/text/span.ts'

/** The spans of everything between straight double quotation marks, marks left out. */
export const quotedIn = (text: string): Span[] =>
  [...text.matchAll(/"([^"]*)"/g)].map((m) => ({ start: m.index + 1, end: m.index + m[0].length - 1 }))

/** The spans of `[label]` markers. */
export const markersIn = (text: string): Span[] =>
  [...text.matchAll(/\[\w+\]/g)].map((m) => ({ start: m.index, end: m.index + m[0].length }))

/** Reads a whole text as one sentence. */
export function read(text: string, kind: SentenceKind = 'claim'): Assessment {
  const context = { quoted: quotedIn(text), markers: markersIn(text), kind, notes: 0 }
  return assess(text, { start: 0, end: text.length }, context)
}

export const cuesOf = (text: string): string[] => read(text).confidence.cues.map((cue) => cue.text)
export const boostersOf = (text: string): string[] => read(text).confidence.boosters.map((b) => b.text)
export const levelOf = (text: string): string => read(text).confidence.level
