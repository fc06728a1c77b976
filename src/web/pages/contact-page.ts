import type { Outcome } from '../../claims/vocabulary.ts'
import { waysOfContact } from '../../review/contact.ts'
import type { ContactClaimView } from '../../review/contacts/load-contact-claims.ts'
import type { ContactView } from '../../review/contacts/show-contact.ts'
import type { TypedChange } from '../forms/contact-change-form.ts'
import type { Problem } from '../forms/problems.ts'
import { changeForm, changeLine, type ChangeForm, type ChangeLine } from './contact-change.ts'
import { answerClass, answeredWords, answerWords, said, stateWords, wayWords } from './contact-words.ts'
import type { Choice } from './ruling-forms.ts'
import { timeWords, type TimeWords } from './time-words.ts'
import { outcomeWords, pageWords, statusClass, statusWords } from './words.ts'

/** What somebody put into one of the small forms of a contact's page. */
export interface TypedOnContact {
  readonly words: string
  readonly how: string
  readonly claims: string
  readonly reflected: string
}

export const NOTHING_TYPED: TypedOnContact = { words: '', how: '', claims: '', reflected: '' }

export interface ContactPage {
  readonly id: string
  readonly person: string
  readonly named: boolean
  readonly how: string
  readonly terms: string
  readonly rightOfReply: boolean
  readonly deadline: TimeWords | null
  /** It had passed when the contact was made. */
  readonly late: boolean
  readonly state: string
  readonly overdue: boolean
  readonly answered: string
  readonly put: string | null
  readonly whole: {
    readonly answer: string
    readonly words: string | null
    readonly at: TimeWords | null
  } | null
  readonly claims: readonly ContactClaimLine[]
  readonly attempts: readonly {
    readonly how: string
    readonly reached: boolean
    readonly words: string | null
    readonly madeBy: string
    readonly at: TimeWords
  }[]
  readonly reflected: { readonly number: number; readonly quote: string; readonly href: string } | null
  readonly madeBy: string
  readonly at: TimeWords
  readonly words: boolean
  readonly mayWork: boolean
  readonly ways: readonly Choice[]
  readonly typed: TypedOnContact
  readonly problems: readonly Problem[]
  /** Null for whoever may not go on with it. */
  readonly change: ChangeForm | null
  readonly changes: readonly ChangeLine[]
  readonly sheetHref: string
  /** "10 answers noted, 10 claims ruled on", '' where nothing was noted just now. */
  readonly noted: string
}

/** A claim that was put to somebody. */
export interface ContactClaimLine {
  readonly number: number
  readonly href: string
  readonly quote: string
  readonly page: string
  readonly status: string
  readonly statusClass: string
  readonly outcome: string
  readonly answered: boolean
  /** '' where it is not answered, or kept from the reader. */
  readonly answer: string
  readonly answerClass: string
  readonly words: string | null
  readonly notedBy: string
  readonly at: TimeWords | null
  readonly anew: number
  readonly found: boolean
}

export function contactPage(
  contact: ContactView,
  more: { typed: TypedOnContact; change: TypedChange | null; problems: readonly Problem[]; noted: string },
): ContactPage {
  const answered = contact.claims.filter((claim) => claim.answered).length
  return {
    id: contact.id,
    person: contact.person,
    named: contact.named,
    how: said(wayWords, contact.how),
    terms: contact.terms,
    rightOfReply: contact.rightOfReply,
    deadline: contact.deadline === null ? null : timeWords(contact.deadline),
    late: contact.deadline !== null && contact.deadline < contact.at,
    state: stateWords[contact.state],
    overdue: contact.state === 'overdue',
    answered: answeredWords(contact.claims.length, answered),
    put: contact.put,
    whole: wholeOf(contact),
    claims: contact.claims.map((claim) => claimLine(contact.reportId, claim)),
    attempts: contact.attempts.map((attempt) => ({
      ...attempt,
      how: said(wayWords, attempt.how),
      at: timeWords(attempt.at),
    })),
    reflected:
      contact.reflected === null
        ? null
        : { ...contact.reflected, href: claimHref(contact.reportId, contact.reflected.number) },
    madeBy: contact.madeBy.name,
    at: timeWords(contact.at),
    words: contact.words,
    mayWork: contact.mayWork,
    ways: waysOfContact.map((value) => ({
      value,
      words: wayWords[value],
      chosen: value === (more.typed.how === '' ? contact.how : more.typed.how),
    })),
    typed: more.typed,
    problems: more.problems,
    change: contact.mayWork ? changeForm(contact, more.change) : null,
    changes: contact.changes.map(changeLine),
    sheetHref: `/reports/${encodeURIComponent(contact.reportId)}/call-sheet?contact=${encodeURIComponent(contact.id)}`,
    noted: more.noted,
  }
}

const claimHref = (reportId: string, number: number): string =>
  `/reports/${encodeURIComponent(reportId)}/desk?claim=${number}#c${number}`

const wholeOf = ({ answer, answerWords: words, answeredAt }: ContactView): ContactPage['whole'] =>
  answer === null
    ? null
    : { answer: said(answerWords, answer), words, at: answeredAt === null ? null : timeWords(answeredAt) }

const claimLine = (reportId: string, claim: ContactClaimView): ContactClaimLine => ({
  number: claim.number,
  href: claimHref(reportId, claim.number),
  quote: claim.quote,
  page: pageWords(claim.page),
  status: statusWords[claim.status],
  statusClass: statusClass[claim.status] + (claim.stale ? ' is-stale' : ''),
  outcome: claim.outcome === null ? '' : outcomeWords[claim.outcome as Outcome],
  answered: claim.answered,
  answer: claim.answer === null ? '' : said(answerWords, claim.answer),
  answerClass: said(answerClass, claim.answer ?? 'none'),
  words: claim.words,
  notedBy: claim.notedBy ?? '',
  at: claim.answeredAt === null ? null : timeWords(claim.answeredAt),
  anew: claim.anew,
  found: claim.start !== null,
})
