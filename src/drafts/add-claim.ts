import type { Actor } from '../accounts/account.ts'
import type { Database } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { Invalid } from '../errors.ts'
import { appendEvent } from '../history/append-event.ts'
import { claimOn, markersOn } from '../reading/corrections/claim-on.ts'
import { editAtWork, type EditAtWork } from './edit-at-work.ts'
import { keepEdit, type Edited } from './keep-edit.ts'
import { placeClaims } from './place-claim.ts'
import { wholeWords, wordsSought, type WordsSought } from './words-sought.ts'
import type { Span } from '../text/span.ts'

export interface NewClaim {
  readonly draftId: string
  /** Where its words stand, or the words themselves. */
  readonly place: WordsSought
  readonly reason?: string | undefined
  readonly addedBy: Actor
  readonly at: Date
}

/**
 * Makes a claim of exact words of the text, with the next number and the markers that stand on them.
 * @throws NotFound no such draft · NotAllowed for this role · Conflict an older draft, or the words belong to another claim · Invalid the words stand nowhere in the body, or several times (`SeveralPlaces`)
 */
export function addClaim(db: Database, input: NewClaim): Promise<Edited> {
  return inTransaction(db, async (tx) => {
    const { draftId, addedBy: actor, at, reason } = input
    const work = await editAtWork(tx, { draftId, actor, at })
    const { layer } = work.standing
    const span = wholeWords(layer, wordsSought(layer, input.place))
    assertFree(work, span)
    const held = new Set(work.homes.filter(({ lost }) => !lost).flatMap(({ markers }) => markers))
    const markers = markersOn(layer, span).filter(({ index }) => !held.has(index))
    const read = { ...claimOn(layer, span, markers), ...work.pageOf(span.start) }
    const [made] = await placeClaims(tx, work.ground, [read], 'edit')
    if (made === undefined) throw new Invalid('No claim can be made of these words. Nothing was changed.')
    const { id: claimId, number } = made
    const edited = { claimId, number, was: 0, version: 1, before: null, risk: 'ordinary' }
    const edit = await keepEdit(work, claimId, { kind: 'added', claims: [edited] }, { reason })
    await appendEvent(tx, work.head, {
      kind: 'claim.added',
      actor: actor.id,
      at,
      payload: {
        claimId,
        number,
        version: 1,
        draft: work.draft.number,
        editId: edit.id,
        reasonHash: edit.reasonHash,
        ...span,
        quote: read.quote,
      },
    })
    return { id: edit.id, reportId: work.draft.reportId, claimId, number, version: 1, made }
  })
}

/** @throws Invalid some of the words are another claim's */
function assertFree({ homes }: EditAtWork, span: Span): void {
  const other = homes.find((home) => !home.lost && home.start < span.end && home.end > span.start)
  if (other === undefined) return
  throw new Invalid(
    other.setAside === null
      ? `Some of these words belong to claim ${other.number}: split it, or choose words beside it.`
      : `Some of these words belong to claim ${other.number}, which is set aside (${other.setAside}): make that a claim again.`,
  )
}
