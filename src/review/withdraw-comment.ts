import type { Actor } from '../accounts/account.ts'
import { assertMayOnReport } from '../claims/load-claim.ts'
import type { Database, Transaction } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { Conflict, NotAllowed, NotFound } from '../errors.ts'
import { appendEvent, takeChain } from '../history/append-event.ts'
import { privilegedChain } from '../history/privileged-chain.ts'
import { visibleTo } from './list-comments.ts'

export interface CommentWithdrawal {
  readonly commentId: string
  readonly withdrawnBy: Actor
  readonly at: Date
}

export interface WithdrawnComment {
  readonly id: string
  readonly reportId: string
  readonly claimId: string | null
}

/**
 * Takes one's own comment back: its words are shown to nobody any more, its row and their hash stay. The event goes where that of
 * its writing went.
 * @throws NotFound no such comment, or a privileged one that is not for them · NotAllowed for this role, or it is another's ·
 *   Conflict it was taken back before
 */
export function withdrawComment(db: Database, input: CommentWithdrawal): Promise<WithdrawnComment> {
  return inTransaction(db, async (tx) => {
    const comment = await commentSeen(tx, input)
    const { id, report, claim, privileged, body } = comment
    await assertMayOnReport(tx, input.withdrawnBy, 'comment', report)
    if (comment.writtenBy?.id !== input.withdrawnBy.id)
      throw new NotAllowed(
        `Only ${comment.writtenBy?.name ?? 'the author'}, who wrote this, can take it back.`,
      )
    if (comment.withdrawnAt !== null) throw new Conflict('This comment was taken back already.')
    await tx.comment.update({ where: { id }, data: { withdrawnAt: input.at }, select: { id: true } })
    await appendEvent(tx, await takeChain(tx, privileged ? privilegedChain(report.id) : report.id), {
      kind: privileged ? 'privileged-comment.withdrawn' : 'comment.withdrawn',
      actor: input.withdrawnBy.id,
      at: input.at,
      payload: {
        ...(claim === null ? {} : { claimId: claim.id, number: claim.number, version: claim.version }),
        commentId: id,
        bodyHash: body.hash,
      },
    })
    return { id, reportId: report.id, claimId: claim?.id ?? null }
  })
}

async function commentSeen(tx: Transaction, { commentId, withdrawnBy }: CommentWithdrawal) {
  const comment = await tx.comment.findFirst({
    where: { id: commentId, ...visibleTo(withdrawnBy) },
    select: {
      id: true,
      privileged: true,
      withdrawnAt: true,
      body: { select: { hash: true } },
      writtenBy: { select: { id: true, name: true } },
      report: { select: { id: true, closed: true, sample: true } },
      claim: { select: { id: true, number: true, version: true } },
    },
  })
  if (comment === null) throw new NotFound('There is no such comment.')
  return comment
}
