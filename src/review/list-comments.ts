import { shownWords, STORED_WORDS } from '../history/destruction.ts'
import type { Actor } from '../accounts/account.ts'
import type { Database } from '../db/database.ts'
import type { Prisma } from '../db/generated/sqlite/client.ts'

export interface CommentView {
  readonly id: string
  readonly claimId: string | null
  /** Where two people destroyed the words: what stands in their place. Null: its writer took it back. */
  readonly words: string | null
  readonly withdrawnAt: Date | null
  readonly privileged: boolean
  /** Null: the author, by a link. */
  readonly writtenBy: { readonly id: string; readonly name: string } | null
  /** Whom it speaks to, by name; nobody once it was taken back. */
  readonly mentions: readonly { readonly id: string; readonly name: string }[]
  readonly at: Date
}

/** Most comments that are listed at once; the oldest are left out. */
export const MOST_COMMENTS = 500

/**
 * The comments on a claim, or those on a report as a whole, that this person may see, oldest first.
 * The caller has made sure that they may read the report.
 */
export async function listComments(
  db: Database,
  reader: Actor,
  about: { readonly claimId: string } | { readonly reportId: string; readonly claimId: null },
): Promise<CommentView[]> {
  const rows = await db.comment.findMany({
    where: { ...about, ...visibleTo(reader) },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: MOST_COMMENTS,
    select: {
      id: true,
      claimId: true,
      privileged: true,
      at: true,
      withdrawnAt: true,
      body: { select: STORED_WORDS },
      writtenBy: PERSON,
      mentions: { select: { account: PERSON }, orderBy: { account: { name: 'asc' } } },
    },
  })
  return rows.reverse().map(({ body, mentions, ...comment }) => ({
    ...comment,
    words: comment.withdrawnAt === null ? shownWords(body) : null,
    mentions: comment.withdrawnAt === null ? mentions.map(({ account }) => account) : [],
  }))
}

/** What keeps privileged comments from everybody whom they are not for. Every query for comments has it. */
export const visibleTo = (reader: Pick<Actor, 'id' | 'legal'>): Prisma.CommentWhereInput =>
  reader.legal
    ? {}
    : {
        OR: [
          { privileged: false },
          { writtenById: reader.id },
          { readers: { some: { accountId: reader.id } } },
        ],
      }

const PERSON = { select: { id: true, name: true } } as const
