import type { Actor } from '../accounts/account.ts'
import { assertMayOnReport } from '../claims/load-claim.ts'
import type { Database } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { insertRows } from '../db/insert-rows.ts'
import { newId } from '../db/new-id.ts'
import { Conflict, NotFound } from '../errors.ts'
import { appendEvent, takeChain } from '../history/append-event.ts'
import { reportAsked } from './report-asked.ts'
import { sectionOfDraft, type SectionNamed } from './section-of-draft.ts'

export interface NewInitials {
  readonly reportId: string
  readonly section: SectionNamed
  readonly initialedBy: Actor
  readonly at: Date
}

/**
 * Signs a section of the present draft as gone through. Whoever did so already leaves nothing new.
 * @returns the id of the initials that stand
 * @throws NotFound no such report · NotAllowed for this role · Conflict there is a newer draft, or no such section
 */
export function initialSection(db: Database, input: NewInitials): Promise<{ readonly id: string }> {
  return inTransaction(db, async (tx) => {
    const report = await reportAsked(tx, input.reportId)
    await assertMayOnReport(tx, input.initialedBy, 'initial sections', report)
    const { draft, section } = await sectionOfDraft(tx, report, input.section)
    const { draftId, start } = input.section
    const initialedById = input.initialedBy.id
    const standing = await tx.initials.findFirst({
      where: { draftId, start, initialedById, withdraws: null, withdrawal: null },
      select: { id: true },
    })
    if (standing !== null) return standing
    const id = newId()
    const row = { id, draftId, start, section: section.title, initialedById, at: input.at, withdraws: null }
    await insertRows(tx, 'Initials', [row])
    await appendEvent(tx, await takeChain(tx, report.id), {
      kind: 'section.initialed',
      actor: initialedById,
      at: input.at,
      payload: { initialsId: id, draft, start, section: section.title },
    })
    return { id }
  })
}

/**
 * Takes one's own initials back; the row stays, with another that withdraws it.
 * @throws NotFound no such initials · NotAllowed for this role · Conflict somebody else's, or taken back already
 */
export function withdrawInitials(
  db: Database,
  input: { readonly initialsId: string; readonly withdrawnBy: Actor; readonly at: Date },
): Promise<{ readonly id: string; readonly reportId: string }> {
  return inTransaction(db, async (tx) => {
    const given = await tx.initials.findUnique({
      where: { id: input.initialsId },
      include: { draft: { select: { number: true, reportId: true } }, withdrawal: { select: { id: true } } },
    })
    if (given === null) throw new NotFound('There are no such initials.')
    const report = await reportAsked(tx, given.draft.reportId)
    await assertMayOnReport(tx, input.withdrawnBy, 'initial sections', report)
    if (given.initialedById !== input.withdrawnBy.id)
      throw new Conflict('These are somebody else’s initials: only they can take them back.')
    if (given.withdraws !== null || given.withdrawal !== null)
      throw new Conflict('These initials were taken back already.')
    const { draftId, start, section, initialedById } = given
    const row = { id: newId(), draftId, start, section, initialedById, at: input.at, withdraws: given.id }
    await insertRows(tx, 'Initials', [row])
    await appendEvent(tx, await takeChain(tx, report.id), {
      kind: 'initials.withdrawn',
      actor: initialedById,
      at: input.at,
      payload: { withdraws: given.id, draft: given.draft.number, start, section },
    })
    return { id: row.id, reportId: report.id }
  })
}
