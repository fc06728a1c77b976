import type { Actor } from '../accounts/account.ts'
import { LONGEST_GROUP } from '../claims/claim-edit.ts'
import { assertMayOnReport } from '../claims/load-claim.ts'
import type { Database } from '../db/database.ts'
import { insertRows } from '../db/insert-rows.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { newId } from '../db/new-id.ts'
import { Invalid, NotFound } from '../errors.ts'
import { appendEvent, takeChain } from '../history/append-event.ts'

export interface ClaimGrouping {
  readonly reportId: string
  readonly claimIds: readonly string[]
  /** The name of the group; empty or null: no group any more. */
  readonly group: string | null
  readonly groupedBy: Actor
  readonly at: Date
}

export interface Grouped {
  readonly reportId: string
  readonly group: string | null
  /** The claims whose group changed. */
  readonly claims: readonly { readonly id: string; readonly number: number }[]
}

/**
 * Puts claims of one report together under a name, or takes them out of their groups. Their versions stay: no words changed.
 * @throws NotFound no such report · NotAllowed for this role · Invalid a claim of another report, or a name that is too long
 */
export function groupClaims(db: Database, input: ClaimGrouping): Promise<Grouped> {
  const name = (input.group ?? '').normalize('NFC').replace(/\s+/gu, ' ').trim()
  const group = name === '' ? null : name
  if (name.length > LONGEST_GROUP)
    throw new Invalid(`Shorten the group’s name to ${LONGEST_GROUP} characters.`)
  return inTransaction(db, async (tx) => {
    const { reportId, groupedBy, at } = input
    const report = await tx.report.findUnique({
      where: { id: reportId },
      select: { id: true, closed: true, sample: true, currentDraft: { select: { id: true, number: true } } },
    })
    if (report?.currentDraft == null) throw new NotFound('There is no such report.')
    await assertMayOnReport(tx, groupedBy, 'edit claims', report)
    const ids = [...new Set(input.claimIds)]
    const claims = await tx.claim.findMany({
      where: { id: { in: ids }, reportId },
      orderBy: { number: 'asc' },
      select: { id: true, number: true, version: true, groupName: true },
    })
    if (claims.length < ids.length) throw new Invalid('Some of these claims are none of this report’s.')
    const changed = claims.filter(({ groupName }) => groupName !== group)
    const head = await takeChain(tx, reportId)
    for (const { id, number, version, groupName: from } of changed) {
      const editId = newId()
      await insertRows(tx, 'ClaimEdit', [
        {
          id: editId,
          draftId: report.currentDraft.id,
          claimId: id,
          seq: head.seq + 1,
          kind: 'grouped',
          payload: JSON.stringify({ kind: 'grouped', from, to: group }),
          withdraws: null,
          reasonId: null,
          editedById: groupedBy.id,
          at,
        },
      ])
      await appendEvent(tx, head, {
        kind: 'claim.grouped',
        actor: groupedBy.id,
        at,
        payload: {
          claimId: id,
          number,
          version,
          draft: report.currentDraft.number,
          editId,
          reasonHash: null,
          from,
          to: group,
        },
      })
    }
    await tx.claim.updateMany({
      where: { id: { in: changed.map(({ id }) => id) } },
      data: { groupName: group },
    })
    return { reportId, group, claims: changed.map(({ id, number }) => ({ id, number })) }
  })
}
