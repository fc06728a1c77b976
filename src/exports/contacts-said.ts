import type { Database } from '../db/database.ts'
import { answerInWords } from '../history/kinds/contacts.ts'
import { unnamed } from '../review/contacts/contact-sight.ts'
import type { CommentOnWords } from './word/annotate-word.ts'

/**
 * What people answered on the claims of a report, as lines by the claim's number: for an export that names contacts. Nothing that
 * was said off the record; on background no name; of a protected source what is public of it.
 */
export async function contactsSaid(
  db: Database,
  reportId: string,
): Promise<ReadonlyMap<number, readonly string[]>> {
  const rows = await db.contactClaim.findMany({
    where: { contact: { reportId, terms: { not: 'off the record' } }, answer: { not: null } },
    orderBy: [{ answeredAt: 'asc' }, { contactId: 'asc' }],
    select: {
      answer: true,
      answered: { select: { body: true } },
      claim: { select: { number: true } },
      contact: {
        select: {
          person: true,
          terms: true,
          source: { select: { protected: true, publicDescriptor: true, title: true } },
        },
      },
    },
  })
  const said = new Map<number, string[]>()
  for (const { answer, answered, claim, contact } of rows) {
    const line = `${personOf(contact)}: ${answerInWords(answer ?? '')}.${answered?.body == null ? '' : ` “${answered.body}”`}`
    said.set(claim.number, [...(said.get(claim.number) ?? []), line])
  }
  return said
}

interface Said {
  readonly person: string
  readonly terms: string
  readonly source: {
    readonly protected: boolean
    readonly publicDescriptor: string | null
    readonly title: string
  } | null
}

function personOf({ person, terms, source }: Said): string {
  const descriptor = source?.protected === true ? (source.publicDescriptor ?? source.title) : null
  return descriptor === null && terms === 'on the record' ? person : unnamed(terms, descriptor)
}

/** A comment with what people said of its claim at its end. */
export const withContacts = (comment: CommentOnWords, said: readonly string[]): CommentOnWords =>
  said.length === 0 ? comment : { ...comment, text: [comment.text, ...said].join('\n') }
