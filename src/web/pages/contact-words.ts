import type { ContactAnswer, ContactTerms, WayOfContact } from '../../review/contact.ts'
import type { ContactState } from '../../review/contacts/contact-state.ts'

/** What pages print for the vocabularies of contacts. */

export const termsHints: Readonly<Record<ContactTerms, string>> = {
  'on the record': 'words and name may be used',
  background: 'words may be used, the name is kept',
  'off the record': 'only you and the editors see what was said; no export holds it',
}

export const wayWords: Readonly<Record<WayOfContact, string>> = {
  phone: 'by phone',
  mail: 'by mail',
  'in person': 'in person',
  message: 'by message',
  letter: 'by letter',
  other: 'another way',
}

export const answerWords: Readonly<Record<ContactAnswer, string>> = {
  confirmed: 'confirmed',
  corrected: 'corrected',
  declined: 'declined to say',
  none: 'no reply',
}

/** The class that gives an answer its colour and sign (public/css/tokens.css): as the evidence that it is. */
export const answerClass: Readonly<Record<ContactAnswer, string>> = {
  confirmed: 'is-s',
  corrected: 'is-d',
  declined: 'is-n',
  none: 'is-n',
}

export const stateWords: Readonly<Record<ContactState, string>> = {
  overdue: 'Overdue',
  open: 'Open',
  answered: 'Answered',
}

/** A stored word as pages print it; itself where it is none that we know. */
export const said = (words: Readonly<Record<string, string>>, word: string): string => words[word] ?? word

/** How often somebody tried: "never tried", "tried once", "tried 3 times". */
export const triedWords = (attempts: number): string =>
  attempts === 0 ? 'not tried yet' : attempts === 1 ? 'tried once' : `tried ${attempts} times`

/** "3 of 10 answered", "all 10 answered", '' where no claim was put. */
export function answeredWords(asked: number, answered: number): string {
  if (asked === 0) return ''
  if (answered === asked) return asked === 1 ? 'answered' : `all ${asked} answered`
  return `${answered} of ${asked} answered`
}
