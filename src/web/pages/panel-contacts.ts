import type { ClaimContact } from '../../review/contacts/claim-contacts.ts'
import { answerClass, answerWords, said } from './contact-words.ts'
import { timeWords, type TimeWords } from './time-words.ts'

/** Who was asked about the claim at hand, and what they said. */
export interface PanelContacts {
  readonly rows: readonly PanelContact[]
  /** Where a person is asked about it; null for who may not. */
  readonly askHref: string | null
}

export interface PanelContact {
  readonly href: string
  readonly person: string
  readonly terms: string
  /** '' before there is an answer; "answered" where it is kept from the reader. */
  readonly answer: string
  readonly className: string
  readonly words: string | null
  readonly at: TimeWords | null
  readonly deadline: TimeWords | null
}

export function panelContacts(
  contacts: readonly ClaimContact[],
  { reportId, number, mayAsk }: { reportId: string; number: number; mayAsk: boolean },
): PanelContacts {
  return {
    rows: contacts.map((contact) => ({
      href: `/contacts/${contact.id}`,
      person: contact.person,
      terms: contact.terms === 'background' ? 'on background' : contact.terms,
      answer:
        contact.answer === null ? (contact.answered ? 'answered' : '') : said(answerWords, contact.answer),
      className: contact.answer === null ? 'is-n' : said(answerClass, contact.answer),
      words: contact.words,
      at: contact.answeredAt === null ? null : timeWords(contact.answeredAt),
      deadline: contact.deadline === null ? null : timeWords(contact.deadline),
    })),
    askHref: mayAsk ? `/reports/${encodeURIComponent(reportId)}/contacts/new?claims=${number}` : null,
  }
}
