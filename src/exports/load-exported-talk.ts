import type { Actor } from '../accounts/account.ts'
import type { Database } from '../db/database.ts'
import { visibleTo } from '../review/list-comments.ts'
import { contactsSaid } from './contacts-said.ts'
import type { ExportedComment } from './exported-report.ts'
import type { Inclusion } from './formats.ts'

/** What people said and who has what. */
export interface ExportedTalk {
  /** By claim number. */
  readonly said: ReadonlyMap<number, readonly string[]>
  /** By claim id, oldest first. */
  readonly comments: ReadonlyMap<string, readonly ExportedComment[]>
  /** By claim id: the name of who is to check it. */
  readonly assignees: ReadonlyMap<string, string>
}

/**
 * Contacts and comments leave only where they were named; of privileged comments those that whoever takes them out may see. From the
 * command line that is all of them: whoever types there holds the database.
 */
export async function loadExportedTalk(
  db: Database,
  asked: { readonly reportId: string; readonly include: readonly Inclusion[]; readonly by: Actor | null },
): Promise<ExportedTalk> {
  const { reportId, include } = asked
  const assignments = await db.assignment.findMany({
    where: { claim: { reportId }, endedAt: null },
    select: { claimId: true, assignee: { select: { name: true } } },
  })
  return {
    said: include.includes('contacts') ? await contactsSaid(db, reportId) : new Map(),
    comments: await commentsOf(db, asked),
    assignees: new Map(assignments.map(({ claimId, assignee }) => [claimId, assignee.name])),
  }
}

async function commentsOf(
  db: Database,
  { reportId, include, by }: Parameters<typeof loadExportedTalk>[1],
): Promise<ReadonlyMap<string, readonly ExportedComment[]>> {
  const [open, privileged] = [include.includes('comments'), include.includes('privileged-comments')]
  const comments = new Map<string, ExportedComment[]>()
  if (!open && !privileged) return comments
  const rows = await db.comment.findMany({
    where: {
      reportId,
      claimId: { not: null },
      withdrawnAt: null,
      ...(open && privileged ? {} : { privileged }),
      AND: by === null ? {} : visibleTo(by),
    },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: {
      claimId: true,
      privileged: true,
      at: true,
      body: { select: { body: true } },
      writtenBy: { select: { name: true } },
    },
  })
  for (const { claimId, privileged, at, body, writtenBy } of rows) {
    if (claimId === null || body.body === null) continue
    const comment = { words: body.body, by: writtenBy?.name ?? 'The author', privileged, at }
    comments.set(claimId, [...(comments.get(claimId) ?? []), comment])
  }
  return comments
}
