import type { CalledClaim } from '../../drafts/list-call-sheet.ts'
import type { ContactView } from '../../review/contacts/show-contact.ts'
import { contactAnswers } from '../../review/contact.ts'
import { writtenNumbers } from '../forms/claim-numbers.ts'
import { answerWords, said, wayWords } from './contact-words.ts'
import { timeWords, type TimeWords } from './time-words.ts'
import { pageWords } from './words.ts'

/** A call sheet: whom to ask, and the claims in the report's order, each with room for an answer. */
export interface CallSheetPage {
  /** "Ida Holm", "Coast Gazette, 4 May 1904". */
  readonly about: string
  /** "by phone, on the record", or why these claims. */
  readonly aside: string
  readonly deadline: TimeWords | null
  readonly put: string | null
  readonly printed: TimeWords
  readonly rows: readonly CallSheetRow[]
  readonly answers: readonly string[]
  /** Where the answers are entered; null before there is a contact. */
  readonly answersHref: string | null
  readonly contactHref: string | null
  /** Where a contact is made of it; null where there is one, or nothing to ask. */
  readonly planHref: string | null
}

export interface CallSheetRow {
  readonly number: number
  readonly quote: string
  readonly page: string
  /** "says it", '' where it was put to them. */
  readonly because: string
  /** What they answered before, '' for nothing. */
  readonly answer: string
  readonly words: string | null
}

const ANSWERS = contactAnswers.map((answer) => answerWords[answer])

/** The sheet of a contact: what is put to them. */
export function sheetOfContact(contact: ContactView, now: Date): CallSheetPage {
  const deadline = contact.deadline === null ? null : timeWords(contact.deadline)
  return {
    about: contact.person,
    aside: `${said(wayWords, contact.how)}, ${contact.terms === 'background' ? 'on background' : contact.terms}`,
    deadline,
    put: contact.put,
    printed: timeWords(now),
    rows: contact.claims.map(({ number, quote, page, answer, words }) => ({
      number,
      quote,
      page: pageWords(page),
      because: '',
      answer: answer === null ? '' : said(answerWords, answer),
      words,
    })),
    answers: ANSWERS,
    answersHref: contact.mayWork ? `/contacts/${contact.id}/answers` : null,
    contactHref: `/contacts/${contact.id}`,
    planHref: null,
  }
}

/** The sheet of a person or a source that nobody has asked yet. */
export function sheetOfClaims(
  { reportId, about, by }: { reportId: string; about: string; by: 'source' | 'person' },
  claims: readonly CalledClaim[],
  { now, query, mayAsk }: { now: Date; query: URLSearchParams; mayAsk: boolean },
): CallSheetPage {
  const plan = new URLSearchParams(query)
  plan.set('claims', writtenNumbers(claims.map(({ number }) => number)))
  return {
    about,
    aside: by === 'source' ? 'what leans on this source' : 'what they say, and what names them',
    deadline: null,
    put: null,
    printed: timeWords(now),
    rows: claims.map(({ number, quote, page, because }) => ({
      number,
      quote,
      page: pageWords(page),
      because: by === 'source' ? '' : because,
      answer: '',
      words: null,
    })),
    answers: ANSWERS,
    answersHref: null,
    contactHref: null,
    planHref:
      mayAsk && claims.length > 0
        ? `/reports/${encodeURIComponent(reportId)}/contacts/new?${plan.toString()}`
        : null,
  }
}
