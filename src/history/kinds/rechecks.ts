import type { ClaimNamed } from './claim-named.ts'
import type { Sentences } from './sentences.ts'

/** What is asked about claims that were ruled on, although their words did not change. */
export interface RecheckEvents {
  'recheck.asked': ClaimNamed & {
    readonly recheckId: string
    readonly because: string
    readonly sourceId: string | null
    readonly wordsHash: string | null
  }
  /** Somebody said that it still stands; a verdict closes re-checks by its own event. `closed`: how many. */
  'recheck.closed': ClaimNamed & { readonly closed: number; readonly status: string }
  /** `day`: YYYY-MM-DD, from which on it is due; null: no more. */
  'review.set': ClaimNamed & { readonly day: string | null }
  /** What it was asked for was taken back. */
  'recheck.withdrawn': ClaimNamed & { readonly recheckId: string; readonly because: string }
}

export const recheckSentences: Sentences<RecheckEvents> = {
  'recheck.asked': (p) => `asked for claim ${p.number} to be checked again: ${causeInWords(p.because)}`,
  'recheck.closed': (p) => `checked claim ${p.number} again: it still stands as ${p.status}`,
  'review.set': (p) =>
    p.day === null
      ? `set no day for a review of claim ${p.number} any longer`
      : `set ${p.day} for a review of claim ${p.number}`,
  'recheck.withdrawn': (p) => `closed the re-check of claim ${p.number}, whose source stands again`,
}

const CAUSES: Readonly<Record<string, string>> = {
  'source retracted': 'a source was retracted',
  'source downgraded': 'a source was downgraded',
  'source lost': 'a source was lost',
  'link died': 'a link died',
  'review due': 'its review is due',
  'asked for': 'in words of their own',
  'complaint upheld': 'a complaint about it was upheld',
  corrected: 'it was corrected after it was published',
  'publication withdrawn': 'the publication that it stands in was withdrawn',
}

const causeInWords = (because: string): string => CAUSES[because] ?? because
