import type { ConfidenceLevel, CueKind } from '../../reading/document.ts'
import type { Outcome, Status, VerdictValue } from '../../claims/vocabulary.ts'
import type { Judgement } from '../../review/evidence.ts'
import type { Reason } from '../../review/verdict.ts'

/** What pages print for the vocabularies, where it differs from the word itself or explains it. */

/** The class that carries a status' colour and line (public/css/tokens.css). */
export const statusClass: Readonly<Record<Status, string>> = {
  substantiated: 'is-s',
  unsubstantiated: 'is-u',
  disputed: 'is-d',
  unreviewed: 'is-n',
}

export const statusWords: Readonly<Record<Status, string>> = {
  substantiated: 'substantiated',
  unsubstantiated: 'unsubstantiated',
  disputed: 'disputed',
  unreviewed: 'to check',
}

export const confidenceWords: Readonly<Record<ConfidenceLevel, string>> = {
  high: 'reads flat',
  moderate: 'reads hedged',
  low: 'reads doubtful',
}

export const reasonWords: Readonly<Record<Reason, string>> = {
  'no-note': 'No note',
  'note-does-not-say-it': 'Note does not say it',
  'out-of-reach': 'Source out of reach',
  'source-says-otherwise': 'Source says otherwise',
  'detail-differs': 'A detail differs',
  'no-reply': 'No reply',
  other: 'Other',
}

/** Outcomes as what somebody does about the words. */
export const outcomeWords: Readonly<Record<Outcome, string>> = {
  stands: 'stands',
  'query open': 'query open: the author is asked',
  'fix asked': 'fix asked: other words are wanted',
  fixed: 'fixed',
  cut: 'cut',
  'on author': 'on author: the author vouches',
  stet: 'stet: stands over an objection',
  'not checked': 'not checked, by decision',
}

export const cueWords: Readonly<Record<CueKind, string>> = {
  hedge: 'a hedge: the writer leaves room',
  doubt: 'doubt: the writer does not vouch for it',
  'vague-attribution': 'people without names are said to say it',
  likelihood: 'a likelihood',
  condition: 'a condition: true only if it holds',
}

/** "p. 12", '' where the format has no pages. */
export const pageWords = (page: number | null): string => (page === null ? '' : `p. ${page}`)

/** Why a claim is none of the claims to settle. */
export const setAsideWords: Readonly<Record<string, string>> = {
  'not checkable': 'marked as not checkable',
  dropped: 'its words were dropped as no part of the text',
  noted: 'its words are a note since a correction',
  'read otherwise': 'reading finds no claim in its words since a correction',
  joined: 'its words belong to another claim now',
  'taken back': 'it was made by an edit that was taken back',
}

export const verdictKeys: Readonly<Record<VerdictValue, string>> = {
  substantiated: '1',
  unsubstantiated: '2',
  disputed: '3',
}

/** What a source says of a claim, on the buttons that judge it. */
export const judgementWords: Readonly<Record<Judgement, string>> = {
  supports: 'says so',
  'partly supports': 'says part',
  'does not support': 'doesn’t say',
  contradicts: 'says otherwise',
  'not accessed': 'not seen',
}

/** One key each while a source has the focus; none of them rules on a claim. */
export const judgementKeys: Readonly<Record<Judgement, string>> = {
  supports: 's',
  'partly supports': 'p',
  'does not support': 'd',
  contradicts: 'o',
  'not accessed': 'm',
}
