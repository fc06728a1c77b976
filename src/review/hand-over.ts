import { hasRole, type Actor } from '../accounts/account.ts'
import { policy } from '../accounts/policy.ts'
import { assertMayOnReport } from '../claims/load-claim.ts'
import type { Database, Transaction } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { insertRows } from '../db/insert-rows.ts'
import { newId } from '../db/new-id.ts'
import { Invalid } from '../errors.ts'
import { appendEvent, takeChain } from '../history/append-event.ts'
import { seal } from '../history/sealed-text.ts'
import { notify } from './notify.ts'
import { reportAsked, type ReportAsked } from './report-asked.ts'
import { reportPeople } from './report-people.ts'
import { writtenWords } from './written-words.ts'

/** Longest hand-over note, in UTF-16 code units. */
export const LONGEST_HAND_OVER = 10_000

export interface NewHandOver {
  readonly reportId: string
  /** Id of the account it is for; null: whoever comes next. */
  readonly toId: string | null
  readonly words: string
  readonly from: Actor
  readonly at: Date
}

/**
 * Leaves a note for whoever goes on with a report. It stands on their desk until they have seen it; one for whoever comes
 * next, on the desk of all who may rule until the first of them has, and it is sent to nobody.
 * @throws NotFound no such report · NotAllowed for this role · Invalid empty, too long, for oneself or for a stranger
 */
export function handOver(db: Database, input: NewHandOver): Promise<{ readonly id: string }> {
  const written = writtenWords(input.words, 'the note', LONGEST_HAND_OVER)
  return inTransaction(db, async (tx) => {
    const report = await reportAsked(tx, input.reportId)
    await assertMayOnReport(tx, input.from, 'hand over', report)
    const { to, told } = await takers(tx, report, input)
    const head = await takeChain(tx, report.id)
    const words = seal(written)
    const id = newId()
    await insertRows(tx, 'SealedText', [words])
    await insertRows(tx, 'HandOver', [
      { id, reportId: report.id, fromId: input.from.id, toId: input.toId, wordsId: words.id, at: input.at },
    ])
    await appendEvent(tx, head, {
      kind: 'report.handed-over',
      actor: input.from.id,
      at: input.at,
      payload: { handOverId: id, toId: input.toId, to, wordsHash: words.hash },
    })
    await notify(tx, {
      kind: 'hand-over',
      reportId: report.id,
      to: told,
      by: input.from.id,
      at: input.at,
      onPageOnly: input.toId === null,
    })
    return { id }
  })
}

async function takers(
  tx: Transaction,
  report: ReportAsked,
  { toId, from }: NewHandOver,
): Promise<{ to: string | null; told: string[] }> {
  const people = await reportPeople(tx, report)
  if (toId === null) {
    const checkers = people.filter(({ role }) => hasRole(role, policy.rule.least))
    return { to: null, told: checkers.map(({ id }) => id) }
  }
  if (toId === from.id) throw new Invalid('Choose somebody else: this note would be for yourself.')
  const to = people.find(({ id }) => id === toId)
  if (to === undefined) throw new Invalid('Choose somebody who may read this report.')
  return { to: to.name, told: [to.id] }
}
