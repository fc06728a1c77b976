import type { Actor } from '../../accounts/account.ts'
import { assertMayOnReport } from '../../accounts/assert-may-now.ts'
import { hasRole } from '../../accounts/account.ts'
import { findWords } from '../../claims/find-words.ts'
import type { Database, Transaction } from '../../db/database.ts'
import { insertRows } from '../../db/insert-rows.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { newId } from '../../db/new-id.ts'
import { Invalid } from '../../errors.ts'
import { appendEvent, takeChain } from '../../history/append-event.ts'
import { notify } from '../../review/notify.ts'
import { reportPeople } from '../../review/report-people.ts'
import { sealWords } from '../../review/seal-words.ts'
import { claimsNumbered, publicationAtWork, type PublicationAtWork } from '../publication-at-work.ts'
import type { SnapshotClaim } from '../snapshot.ts'
import { completeComplaint, type ComplaintWords, keptWords } from './complaint.ts'

export interface NewComplaint extends ComplaintWords {
  readonly publicationId: string
  readonly by: Actor
  readonly at: Date
}

/** `number`: of the complaint, within the report. */
export interface EnteredComplaint {
  readonly id: string
  readonly number: number
  readonly claims: readonly number[]
}

/**
 * Writes down what somebody says is wrong with a report that went out, and tells its editors and lawyers. Who complains is kept
 * sealed, for those who may see complaints; no event and no notice names them.
 * @throws NotFound · NotAllowed for this role · Invalid words or days that do not fit, no such claim, or a quotation that stands nowhere or more than once
 */
export function enterComplaint(db: Database, input: NewComplaint): Promise<EnteredComplaint> {
  const complaint = completeComplaint(input, input.at)
  return inTransaction(db, async (tx) => {
    const { publicationId, by, at } = input
    const publication = await publicationAtWork(tx, publicationId)
    const { report } = publication
    await assertMayOnReport(tx, by, 'enter complaints', report)
    const claims = await claimsMeant(tx, publication, complaint)
    const entered = { id: newId(), number: await nextNumber(tx, report.id) }
    const from = await sealWords(tx, complaint.from)
    const words = await sealWords(tx, keptWords(complaint))
    const { way, receivedAt, replyDue = null } = complaint
    const told = { fromId: from.id, wordsId: words.id, way, receivedAt, replyDue, state: 'open' }
    const own = { ...entered, reportId: report.id, publicationId, enteredById: by.id, enteredAt: at }
    await insertRows(tx, 'Complaint', [{ ...own, ...told }])
    await insertRows(
      tx,
      'ComplaintClaim',
      claims.map(({ id }) => ({ complaintId: entered.id, claimId: id })),
    )
    await appendEvent(tx, await takeChain(tx, report.id), {
      kind: 'complaint.entered',
      actor: by.id,
      at,
      payload: {
        ...{ complaintId: entered.id, complaint: entered.number, publication: publication.number },
        claims: claims.map(({ id, number }) => ({ claimId: id, number })),
        ...{ way, received: receivedAt.toISOString(), replyDue: replyDue?.toISOString() ?? null },
        ...{ fromHash: from.hash, wordsHash: words.hash },
      },
    })
    const to = await whoAnswers(tx, report)
    await notify(tx, { kind: 'complaint entered', reportId: report.id, to, by: by.id, at })
    return { ...entered, claims: claims.map(({ number }) => number) }
  })
}

/** Ids of the editors and lawyers who may read the report. */
export async function whoAnswers(
  tx: Transaction,
  report: { readonly id: string; readonly closed: boolean },
): Promise<string[]> {
  const people = await reportPeople(tx, report)
  return people.filter(({ role, legal }) => legal || hasRole(role, 'editor')).map(({ id }) => id)
}

/** @throws Invalid */
async function claimsMeant(
  tx: Transaction,
  publication: PublicationAtWork,
  { claims, quote }: ComplaintWords,
): Promise<readonly SnapshotClaim[]> {
  const named = claimsNumbered(publication, claims)
  const quoted = quote === undefined ? [] : await claimsQuoted(tx, publication, quote)
  return publication.snapshot.claims.filter((claim) => named.includes(claim) || quoted.includes(claim))
}

/** The claims that these words of the published text stand in; none where they stand beside all claims. */
async function claimsQuoted(
  tx: Transaction,
  { draftId, snapshot }: PublicationAtWork,
  quote: string,
): Promise<readonly SnapshotClaim[]> {
  const { text } = await tx.draft.findUniqueOrThrow({
    where: { id: draftId },
    select: { text: { select: { body: true } } },
  })
  const body = text.body
  if (body === null) throw new Invalid('The published text was destroyed: name the claims by their numbers.')
  const [place, other] = findWords(body, [{ start: 0, end: body.length }], quote)
  if (place === undefined)
    throw new Invalid(
      'These words do not stand in the text that was published: copy them exactly, or name the claims by their numbers.',
    )
  if (other !== undefined)
    throw new Invalid('These words stand in the published text more than once: add the words that follow.')
  return snapshot.claims.filter(
    ({ start, end }) => start !== null && end !== null && start < place.end && end > place.start,
  )
}

async function nextNumber(tx: Transaction, reportId: string): Promise<number> {
  const { _max } = await tx.complaint.aggregate({ where: { reportId }, _max: { number: true } })
  return (_max.number ?? 0) + 1
}
