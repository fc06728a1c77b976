import type { Actor } from '../accounts/account.ts'
import { hashSecret, newSecret } from '../accounts/secret.ts'
import type { Database } from '../db/database.ts'
import { insertRows } from '../db/insert-rows.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { newId } from '../db/new-id.ts'
import { Conflict, Invalid, NotFound } from '../errors.ts'
import { appendEvent, takeChain } from '../history/append-event.ts'
import { LINK_LASTS } from './author-link.ts'
import { authorAtWork } from './report-authors.ts'

/** The longest that a link may hold, in milliseconds: ninety days. */
const LONGEST = 90 * 24 * 60 * 60_000

export interface NewAuthorLink {
  readonly authorId: string
  /** By when answers are wanted. */
  readonly deadline?: Date | undefined
  /** Fourteen days from now unless told. */
  readonly expiresAt?: Date | undefined
  readonly by: Actor
  readonly at: Date
}

/** `secret` is shown this once; the database keeps its SHA-256. `revoked`: how many earlier links ended by it. */
export interface MadeAuthorLink {
  readonly id: string
  readonly reportId: string
  readonly secret: string
  readonly expiresAt: Date
  readonly revoked: number
}

/**
 * Makes the link by which an author answers without an account. Made anew it ends the one before.
 * @throws NotFound no such author · NotAllowed for this role · Invalid a deadline or an end that has passed, or is too far away
 */
export async function createAuthorLink(db: Database, input: NewAuthorLink): Promise<MadeAuthorLink> {
  const expiresAt = input.expiresAt ?? new Date(input.at.getTime() + LINK_LASTS)
  assertDates(input, expiresAt)
  const secret = newSecret()
  return inTransaction(db, async (tx) => {
    const { by, at } = input
    const author = await authorAtWork(tx, input.authorId, by)
    const head = await takeChain(tx, author.reportId)
    const where = { authorId: author.id, revokedAt: null, expiresAt: { gt: at } }
    const { count } = await tx.authorLink.updateMany({ where, data: { revokedAt: at } })
    const id = newId()
    const deadline = input.deadline ?? null
    await insertRows(tx, 'AuthorLink', [
      {
        ...{ id, authorId: author.id, tokenHash: hashSecret(secret), createdById: by.id },
        ...{ createdAt: at, deadline, expiresAt },
      },
    ])
    await appendEvent(tx, head, {
      kind: 'author-link.created',
      actor: by.id,
      at,
      payload: {
        ...{ authorId: author.id, name: author.name, linkId: id, revoked: count },
        ...{ expiresAt: expiresAt.toISOString(), deadline: deadline?.toISOString() ?? null },
      },
    })
    return { id, reportId: author.reportId, secret, expiresAt, revoked: count }
  })
}

function assertDates({ deadline, at }: NewAuthorLink, expiresAt: Date): void {
  if (expiresAt <= at) throw new Invalid('Let the link hold beyond the present moment.')
  if (expiresAt.getTime() - at.getTime() > LONGEST) throw new Invalid('A link holds for ninety days at most.')
  if (deadline !== undefined && deadline <= at) throw new Invalid('Set a deadline that has not passed yet.')
  if (deadline !== undefined && deadline > expiresAt)
    throw new Invalid('Let the link hold until the deadline at least.')
}

export interface LinkRevocation {
  readonly linkId: string
  readonly by: Actor
  readonly at: Date
}

/**
 * Takes a link back.
 * @throws NotFound no such link · NotAllowed for this role · Conflict it was taken back before
 */
export function revokeAuthorLink(
  db: Database,
  input: LinkRevocation,
): Promise<{ readonly reportId: string }> {
  return inTransaction(db, async (tx) => {
    const { linkId, by, at } = input
    const link = await tx.authorLink.findUnique({
      where: { id: linkId },
      select: { authorId: true, revokedAt: true },
    })
    if (link === null) throw new NotFound('There is no such link.')
    const author = await authorAtWork(tx, link.authorId, by)
    if (link.revokedAt !== null) throw new Conflict('This link was taken back already.')
    const head = await takeChain(tx, author.reportId)
    await tx.authorLink.update({ where: { id: linkId }, data: { revokedAt: at } })
    const payload = { authorId: author.id, name: author.name, linkId }
    await appendEvent(tx, head, { kind: 'author-link.revoked', actor: by.id, at, payload })
    return { reportId: author.reportId }
  })
}
