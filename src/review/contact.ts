import { Invalid } from '../errors.ts'
import type { Judgement } from './evidence.ts'
import type { Ruling } from './verdict.ts'

export const waysOfContact = ['phone', 'mail', 'in person', 'message', 'letter', 'other'] as const
export type WayOfContact = (typeof waysOfContact)[number]

/**
 * On what terms a person speaks. *Background*: their words may be used, their name may not. *Off the record*: neither; what was
 * said is for whoever spoke to them and the report's editors, and in no export.
 */
export const contactTerms = ['on the record', 'background', 'off the record'] as const
export type ContactTerms = (typeof contactTerms)[number]

/** What somebody says of a claim that is put to them. *None*: they did not reply. */
export const contactAnswers = ['confirmed', 'corrected', 'declined', 'none'] as const
export type ContactAnswer = (typeof contactAnswers)[number]

/** What an answer is as evidence on the claim: who corrects it says otherwise; silence is nothing seen. */
export const judgementByAnswer: Readonly<Record<ContactAnswer, Judgement>> = {
  confirmed: 'supports',
  corrected: 'contradicts',
  declined: 'not accessed',
  none: 'not accessed',
}

/** What a checker may rule by an answer alone; silence rules nothing. */
export const rulingByAnswer: Readonly<Record<ContactAnswer, Ruling | null>> = {
  confirmed: { verdict: 'substantiated', outcome: 'stands' },
  corrected: { verdict: 'disputed', reason: 'detail-differs' },
  declined: null,
  none: null,
}

/** In UTF-16 code units. */
export const LONGEST_PERSON = 200
export const LONGEST_CONTACT_WORDS = 20_000
/** How many claims one contact can be put to. */
export const MOST_CLAIMS_PUT = 500

/** A contact as it is planned. `put`: what is asked in words, beside or instead of claims. */
export interface Contacting {
  readonly person: string
  readonly how: WayOfContact
  readonly terms: ContactTerms
  readonly put?: string | undefined
  /** In the past where it is written down late: it is overdue at once, and says so. */
  readonly deadline?: Date | undefined
  readonly rightOfReply?: boolean | undefined
}

/**
 * A contact without blanks.
 * @throws Invalid nobody is named, a text is too long, or a right of reply has no deadline
 */
export function completeContact(given: Contacting): Contacting {
  const person = given.person.replace(/\s+/g, ' ').trim()
  if (person === '') throw new Invalid('Say whom to ask: a name, or what they are.')
  if (person.length > LONGEST_PERSON)
    throw new Invalid(`Shorten the name to ${LONGEST_PERSON} characters; the rest belongs into the words.`)
  if (given.rightOfReply === true && given.deadline === undefined)
    throw new Invalid('A right of reply needs a deadline: say until when they can answer.')
  return { ...given, person, put: contactWords(given.put) }
}

/**
 * Words of an exchange without the blanks around them, undefined where there are none.
 * @throws Invalid too long
 */
export function contactWords(given: string | undefined): string | undefined {
  const words = given?.trim() ?? ''
  if (words.length > LONGEST_CONTACT_WORDS)
    throw new Invalid(`Shorten the words to ${LONGEST_CONTACT_WORDS} characters.`)
  return words === '' ? undefined : words
}
