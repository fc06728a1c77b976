import type { Transaction } from '../db/database.ts'
import { Invalid } from '../errors.ts'

/**
 * The author of a report whom a fix or a query is put to: the one that is named, else its only one, else nobody by name.
 * @throws Invalid the report has no such author
 */
export async function authorAsked(
  tx: Transaction,
  reportId: string,
  authorId: string | undefined,
): Promise<string | null> {
  const authors = await tx.reportAuthor.findMany({ where: { reportId }, select: { id: true } })
  if (authorId === undefined) return authors.length === 1 ? (authors[0]?.id ?? null) : null
  if (!authors.some(({ id }) => id === authorId))
    throw new Invalid('This report has no such author: add them on its page of authors first.')
  return authorId
}
