import type { Actor } from '../accounts/account.ts'
import { claimAsSeen, type RuledClaim } from '../claims/load-claim.ts'
import { wordingKeyWith } from '../claims/wording-key.ts'
import type { Database, Transaction } from '../db/database.ts'
import { insertRows } from '../db/insert-rows.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { newId } from '../db/new-id.ts'
import { Conflict, Invalid } from '../errors.ts'
import { appendEvent, takeChain } from '../history/append-event.ts'
import type { Span } from '../text/span.ts'
import { assertToSettle } from './assert-rulable.ts'
import { authorAsked } from './author-asked.ts'
import { placeOfFix, type WordsProposed } from './fix.ts'
import { loadWording, type Wording } from './load-wording.ts'
import type { Ruled } from './record-verdict.ts'
import { settleClaim } from './settle-claim.ts'
import { settlementOf } from './settlement.ts'

/** `authorId`: whom it is put to; the report's only author unless told. */
export interface NewFix extends WordsProposed {
  readonly claimId: string
  readonly authorId?: string | undefined
  readonly askedBy: Actor
  readonly seenVersion: number
  readonly at: Date
}

/** The fix by its id, with where its words stand in the draft and where the claim stands now. */
export interface AskedFix extends Ruled {
  readonly span: Span
  readonly wordingKey: string
}

/**
 * Proposes words for exact words of a claim, which makes its outcome *fix asked*: one decision, one event.
 * @throws NotFound no such claim · NotAllowed for this role · Conflict it changed since, its words are not there any more, or another
 * fix waits for some of them · Invalid no proposal, words that stand there more than once, a marker left out, no such author
 */
export function askFix(db: Database, input: NewFix): Promise<AskedFix> {
  return inTransaction(db, async (tx) => {
    const claim = await claimAsSeen(tx, { ...input, actor: input.askedBy, action: 'ask the author' })
    assertToSettle(claim)
    const wording = await loadWording(tx, claim.placementId)
    const span = placeOfFix({ number: claim.number, start: wording.claim.start, quote: wording.quote }, input)
    await assertNobodyElse(tx, claim, span)
    const authorId = await authorAsked(tx, claim.reportId, input.authorId)
    const head = await takeChain(tx, claim.reportId)
    const { original, proposed } = input
    const fix = {
      id: newId(),
      claimId: claim.id,
      placementId: claim.placementId,
      authorId,
      ...span,
      original,
      proposed,
      wordingKey: keyWith(wording, span, proposed),
      state: 'asked',
      askedById: input.askedBy.id,
      askedAt: input.at,
    }
    const decision = { id: fix.id, claimId: claim.id, outcome: 'fix asked', at: input.at }
    await insertRows(tx, 'Fix', [fix])
    await insertRows(tx, 'OutcomeDecision', [{ ...decision, decidedById: input.askedBy.id }])
    const settlement = settlementOf({ ...claim, outcomes: [...claim.outcomes, decision] })
    const version = await settleClaim(tx, claim, settlement)
    const { id, wordingKey } = fix
    await appendEvent(tx, head, {
      kind: 'fix.asked',
      actor: input.askedBy.id,
      at: input.at,
      payload: {
        ...{ claimId: claim.id, number: claim.number, version },
        ...{ fixId: id, authorId, ...span, original, proposed, wordingKey },
      },
    })
    const { number, reportId } = claim
    return { id, claimId: claim.id, number, reportId, version, settlement, span, wordingKey }
  })
}

function keyWith({ text, claim, markers, notes }: Wording, span: Span, proposed: string): string {
  const key = wordingKeyWith({ ...span, proposed }, text, claim, markers, notes)
  if (key === null)
    throw new Invalid(
      'Leave the markers where they are, whole and in their order: a fix changes words, not notes.',
    )
  return key
}

/** Two proposals for the same words cannot both come into a draft. */
async function assertNobodyElse(tx: Transaction, claim: RuledClaim, { start, end }: Span): Promise<void> {
  const other = await tx.fix.findFirst({
    where: {
      placementId: claim.placementId,
      state: { in: ['asked', 'accepted'] },
      start: { lt: end },
      end: { gt: start },
    },
    select: { original: true, proposed: true, state: true, askedBy: { select: { name: true } } },
  })
  if (other !== null)
    throw new Conflict(
      `${other.askedBy.name} has already asked to change “${other.original}” to “${other.proposed}” there. Withdraw that fix first. Nothing was recorded.`,
    )
}
