import type { Actor } from '../../src/accounts/account.ts'
import type { Database } from '../../src/db/database.ts'
import { assignClaims } from '../../src/review/assign-claims.ts'
import { handOver } from '../../src/review/hand-over.ts'
import { initialSection } from '../../src/review/initial-section.ts'
import { writeComment } from '../../src/review/write-comment.ts'

/** What an editor leaves for a reviewer: a section with a deadline, comments that speak to them, initials, a note. */
export async function leaveTalk(
  db: Database,
  {
    reportId,
    claimId,
    editor,
    reviewer,
  }: { reportId: string; claimId: string; editor: Actor; reviewer: Actor },
): Promise<void> {
  const at = new Date()
  const { currentDraftId } = await db.report.findUniqueOrThrow({ where: { id: reportId } })
  const section = { draftId: currentDraftId ?? '', start: 0 }
  const deadline = new Date(at.getTime() + 86_400_000)
  const task = { reportId, assigneeId: reviewer.id, deadline, assignedBy: editor, at }
  await assignClaims(db, { ...task, claims: { section } })
  await initialSection(db, { reportId, section, initialedBy: editor, at })
  const said = { privileged: false, mentions: [reviewer.id], writtenBy: editor, at }
  await writeComment(db, { ...said, claimId, words: `@${reviewer.name}, is this so? \u202Eon` })
  await writeComment(db, { ...said, reportId, words: 'We close on Thursday.' })
  await handOver(db, { reportId, toId: reviewer.id, words: 'Go on with the captions.', from: editor, at })
}
