import { hashSecret } from '../accounts/secret.ts'
import type { Database, Transaction } from '../db/database.ts'
import { Gone, NotFound } from '../errors.ts'

/** How long a link to an author holds unless told, in milliseconds: fourteen days. */
export const LINK_LASTS = 14 * 24 * 60 * 60_000

/** Whom a link is for. `only`: the report has no other author, so that what names none is theirs too. */
export interface AuthorByLink {
  readonly id: string
  readonly name: string
  readonly reportId: string
  readonly only: boolean
  readonly linkId: string
  readonly deadline: Date | null
  readonly expiresAt: Date
  /** Who sent it, to be asked when something is unclear. */
  readonly sentBy: string
}

/**
 * The author whom a link is for.
 * @throws NotFound there never was such a link · Gone it has expired or was taken back, in words that say whom to ask
 */
export async function authorByLink(
  db: Database | Transaction,
  secret: string,
  now: Date,
): Promise<AuthorByLink> {
  const link = await db.authorLink.findUnique({
    where: { tokenHash: hashSecret(secret) },
    include: {
      author: { include: { report: { select: { _count: { select: { people: true } } } } } },
      createdBy: { select: { name: true } },
    },
  })
  if (link === null) throw new NotFound('There is no such link. Check that the whole address was copied.')
  const sentBy = link.createdBy.name
  if (link.revokedAt !== null)
    throw new Gone(`This link was taken back, or a newer one was sent. Ask ${sentBy} for the present one.`)
  if (link.expiresAt <= now) throw new Gone(`This link has expired. Ask ${sentBy} for a new one.`)
  const { id, name, reportId, report } = link.author
  return {
    ...{ id, name, reportId, only: report._count.people === 1 },
    ...{ linkId: link.id, deadline: link.deadline, expiresAt: link.expiresAt, sentBy },
  }
}
