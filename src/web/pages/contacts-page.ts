import type { NamedPerson } from '../../drafts/list-named-people.ts'
import type { ContactRow } from '../../review/contacts/list-contacts.ts'
import { contactStates, type ContactState } from '../../review/contacts/contact-state.ts'
import { writtenNumbers } from '../forms/claim-numbers.ts'
import { answeredWords, said, stateWords, triedWords, wayWords } from './contact-words.ts'
import { timeWords, type TimeWords } from './time-words.ts'

export interface ContactsPage {
  readonly groups: readonly {
    readonly state: ContactState
    readonly words: string
    readonly rows: readonly ContactLine[]
  }[]
  readonly named: readonly NamedLine[]
  readonly total: number
  readonly mayAsk: boolean
}

/** One contact in the list. */
export interface ContactLine {
  readonly href: string
  readonly person: string
  readonly terms: string
  readonly how: string
  readonly rightOfReply: boolean
  readonly answered: string
  readonly tried: string
  readonly lastTried: TimeWords | null
  readonly deadline: TimeWords | null
  readonly reflected: number | null
  readonly madeBy: string
}

/** A name in the claims to whom nobody offered a right of reply. */
export interface NamedLine {
  readonly name: string
  readonly claims: string
  readonly count: number
  readonly speaks: number
  readonly sheetHref: string
  readonly offerHref: string
}

/** The contacts of a report by how they stand, what is overdue first. */
export function contactsPage(
  reportId: string,
  contacts: readonly ContactRow[],
  named: readonly NamedPerson[],
  mayAsk: boolean,
): ContactsPage {
  const order: readonly ContactState[] = ['overdue', ...contactStates.filter((state) => state !== 'overdue')]
  const groups = order.map((state) => ({
    state,
    words: stateWords[state],
    rows: contacts.filter((contact) => contact.state === state).map(contactLine),
  }))
  return {
    groups: groups.filter(({ rows }) => rows.length > 0),
    named: named.map((person) => namedLine(reportId, person)),
    total: contacts.length,
    mayAsk,
  }
}

const contactLine = (contact: ContactRow): ContactLine => ({
  href: `/contacts/${contact.id}`,
  person: contact.person,
  terms: contact.terms,
  how: said(wayWords, contact.how),
  rightOfReply: contact.rightOfReply,
  answered: answeredWords(contact.asked, contact.answered),
  tried: triedWords(contact.attempts),
  lastTried: contact.lastAttemptAt === null ? null : timeWords(contact.lastAttemptAt),
  deadline: contact.deadline === null ? null : timeWords(contact.deadline),
  reflected: contact.reflected,
  madeBy: contact.madeBy,
})

function namedLine(reportId: string, { name, claims, speaks }: NamedPerson): NamedLine {
  const query = new URLSearchParams({ person: name })
  const base = `/reports/${encodeURIComponent(reportId)}`
  return {
    name,
    claims: writtenNumbers(claims),
    count: claims.length,
    speaks,
    sheetHref: `${base}/call-sheet?${query.toString()}`,
    offerHref: `${base}/contacts/new?${query.toString()}&rightOfReply=1`,
  }
}
