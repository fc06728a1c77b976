import type { Sentences } from './sentences.ts'

/** What people say of a reading. */
export interface ReadingEvents {
  'reading.confirmed': { readonly draft: number; readonly revision: number }
  'reading.corrected': ReadingCorrected & { readonly reasonHash: string | null }
  'reading.correction-withdrawn': ReadingCorrected & { readonly withdraws: string }
}

/** `claims`: where each touched claim stood and stands, with the indexes of its notes. */
interface ReadingCorrected {
  readonly draft: number
  readonly revision: number
  readonly correction: { readonly kind: string }
  readonly words: string
  readonly claims: readonly {
    readonly claimId: string
    readonly number: number
    readonly from: PlaceSaid | null
    readonly to: PlaceSaid | null
  }[]
}

interface PlaceSaid {
  readonly start: number
  readonly end: number
  readonly notes: readonly (number | null)[]
}

export const readingSentences: Sentences<ReadingEvents> = {
  'reading.confirmed': (p) =>
    `confirmed that draft ${p.draft} was read right${p.revision === 0 ? '' : ', with its corrections'}`,
  'reading.corrected': (p) =>
    `corrected the reading of draft ${p.draft}: ${correctionInWords(p.correction.kind, p.words)}`,
  'reading.correction-withdrawn': (p) =>
    `took back a correction of draft ${p.draft}: ${correctionInWords(p.correction.kind, p.words)}`,
}

const CORRECTIONS: Readonly<Record<string, string>> = {
  linked: 'another note for the marker in',
  dropped: 'no part of the text:',
  joined: 'joined to the block before it:',
  divided: 'a block of its own from here on:',
  noted: 'a list of notes from here on:',
}

/** What a correction of a reading did to these words. */
export const correctionInWords = (kind: string, words: string): string =>
  `${CORRECTIONS[kind] ?? kind} “${words}”`
