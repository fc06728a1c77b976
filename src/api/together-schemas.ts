import { z } from 'zod'
import { LONGEST_COMMENT, MOST_MENTIONS } from '../review/comment.ts'
import { LONGEST_HAND_OVER } from '../review/hand-over.ts'
import { noticeWays } from '../review/notice.ts'
import { pageQuery } from './schemas.ts'

/** Schemas of what the API takes about people working together; `openapi.json` is made from these same objects. */

const accountId = z.string().min(1).max(64)
const offset = z.int().min(0)

export const newComment = z
  .strictObject({
    words: z.string().max(LONGEST_COMMENT),
    privileged: z
      .boolean()
      .default(false)
      .openapi({ description: 'Seen by lawyers, its writer and whom it mentions' }),
    mentions: z
      .array(accountId)
      .max(MOST_MENTIONS)
      .default([])
      .openapi({ description: 'Ids of accounts; names behind an @ count too, unless it is privileged' }),
  })
  .openapi('NewComment')

const section = z
  .strictObject({ draftId: z.string().min(1).max(64), start: offset })
  .openapi({ description: 'The heading’s block, or 0: with all sections below it' })

export const newAssignment = z
  .strictObject({
    claimIds: z.array(z.string().min(1).max(64)).min(1).max(500).optional(),
    section: section.optional(),
    assigneeId: accountId,
    deadline: z.iso.datetime({ offset: true }).nullable().default(null),
  })
  .refine(({ claimIds, section: named }) => (claimIds === undefined) !== (named === undefined), {
    message: 'Give claimIds or a section: one of the two',
  })
  .openapi('NewAssignment', { description: '`claimIds` or a `section`: one of the two' })

export const newAssignmentEnding = z
  .strictObject({ claimIds: z.array(z.string().min(1).max(64)).min(1).max(500) })
  .openapi('NewAssignmentEnding')

export const newInitials = section.openapi('NewInitials')

export const newHandOver = z
  .strictObject({
    toId: accountId
      .nullable()
      .default(null)
      .openapi({ description: 'An account, or null: whoever comes next' }),
    words: z.string().max(LONGEST_HAND_OVER),
  })
  .openapi('NewHandOver')

export const noticesQuery = pageQuery.extend({
  unseen: z.enum(['true', 'false']).default('false').openapi({ description: 'Only those not seen yet' }),
})

export const newNoticeWay = z.strictObject({ noticesBy: z.enum(noticeWays) }).openapi('NewNoticeWay')
