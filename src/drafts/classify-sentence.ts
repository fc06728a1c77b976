import type { Actor } from '../accounts/account.ts'
import { standingClassifications } from '../claims/coverage.ts'
import type { Database, Transaction } from '../db/database.ts'
import { insertRows } from '../db/insert-rows.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { newId } from '../db/new-id.ts'
import { Conflict } from '../errors.ts'
import { appendEvent, takeChain, type NewEvent } from '../history/append-event.ts'
import { seal } from '../history/sealed-text.ts'
import { claimAt } from '../reading/corrections/claim-at.ts'
import type { Span } from '../text/span.ts'
import { completeClassification, type Classifying } from './classification.ts'
import { draftAtWork, type DraftAtWork } from './draft-at-work.ts'
import { placeClaims } from './place-claim.ts'
import { setClaimAside } from './set-claim-aside.ts'
import { groundOf, standingLayer, type StandingLayer } from './standing-layer.ts'

export interface NewClassification extends Classifying, Span {
  readonly draftId: string
  /** Id of what stood on the sentence when it was looked at, null for nothing. */
  readonly seen: string | null
  /** The version of its claim then, null where there was none. */
  readonly seenVersion: number | null
  readonly classifiedBy: Actor
  readonly at: Date
}

export interface Classification {
  readonly id: string
  readonly reportId: string
  readonly draftId: string
  /** The claim that the sentence belongs to, null where it belongs to none. */
  readonly claim: { readonly id: string; readonly number: number; readonly setAside: string | null } | null
}

/**
 * Takes a sentence of a draft for a claim, or for nothing that could be checked, by name and with an event. A claim is made
 * with the next number where there was none; one that is not checkable keeps its number and leaves the claims to settle.
 *
 * `start`, `end`: of the sentence, as the coverage shows it.
 * @throws NotFound no such draft · NotAllowed for this role · Conflict it was classified, ruled on or corrected since · Invalid without a reason
 */
export function classifySentence(db: Database, input: NewClassification): Promise<Classification> {
  const given = completeClassification(input)
  return inTransaction(db, async (tx) => {
    const { draftId, classifiedBy, at } = input
    const draft = await draftAtWork(tx, { draftId, actor: classifiedBy, action: 'classify sentences' })
    const standing = await standingLayer(tx, draftId)
    const sentence = standing.sentences.find(({ start, end }) => start === input.start && end === input.end)
    if (sentence === undefined)
      throw new Conflict('This sentence was joined or divided since you saw it. Nothing was recorded.')
    const claim = await claimOver(tx, draftId, sentence)
    await assertAsSeen(tx, claim, input)
    const chain = await takeChain(tx, draft.reportId)
    const words = given.words === null ? null : seal(given.words)
    if (words !== null) await insertRows(tx, 'SealedText', [words])
    const quote = standing.layer.text.slice(input.start, input.end)
    const made = claim === null && given.kind === 'claim' ? await makeClaim(tx, draft, standing, input) : null
    const row = {
      id: newId(),
      draftId,
      seq: chain.seq + 1,
      claimId: claim?.id ?? made?.id ?? null,
      start: input.start,
      end: input.end,
      kind: given.kind,
      because: given.because,
      wordsId: words?.id ?? null,
      withdraws: null,
      classifiedById: classifiedBy.id,
      at,
    }
    await insertRows(tx, 'Classification', [row])
    const said = { because: given.because, wordsHash: words?.hash ?? null, quote }
    const who = { actor: classifiedBy.id, at }
    if (claim !== null) {
      const changed = await setClaimAside(tx, claim.id)
      const { id: claimId, number } = claim
      await appendEvent(tx, chain, {
        ...who,
        kind: 'claim.classified',
        payload: { claimId, number, version: changed.version, as: given.kind, ...said },
      })
      return { id: row.id, reportId: draft.reportId, draftId, claim: changed }
    }
    await appendEvent(tx, chain, { ...who, ...eventOf(draft, made, input, said) })
    const now = made === null ? null : { ...made, setAside: null }
    return { id: row.id, reportId: draft.reportId, draftId, claim: now }
  })
}

type Said = Readonly<{ because: string | null; wordsHash: string | null; quote: string }>

/** What the history says where the sentence belonged to no claim. */
function eventOf(
  draft: DraftAtWork,
  made: { readonly id: string; readonly number: number } | null,
  { start, end }: Span,
  said: Said,
):
  | Pick<NewEvent<'claim.made'>, 'kind' | 'payload'>
  | Pick<NewEvent<'sentence.classified'>, 'kind' | 'payload'> {
  if (made === null)
    return { kind: 'sentence.classified', payload: { draft: draft.number, start, end, ...said } }
  const { id: claimId, number } = made
  return {
    kind: 'claim.made',
    payload: { claimId, number, version: 1, draft: draft.number, quote: said.quote },
  }
}

interface ClaimOver {
  readonly id: string
  readonly number: number
  readonly version: number
}

/** The claim of a draft that has words in common with a stretch of its text. */
async function claimOver(tx: Transaction, draftId: string, { start, end }: Span): Promise<ClaimOver | null> {
  const placement = await tx.placement.findFirst({
    where: { draftId, start: { lt: end }, end: { gt: start } },
    orderBy: { start: 'asc' },
    select: { claim: { select: { id: true, number: true, version: true } } },
  })
  return placement?.claim ?? null
}

async function assertAsSeen(
  tx: Transaction,
  claim: ClaimOver | null,
  seen: NewClassification,
): Promise<void> {
  const { draftId, start, end } = seen
  const rows = await tx.classification.findMany({
    where: claim === null ? { draftId, claimId: null, start, end } : { claimId: claim.id },
    orderBy: { seq: 'asc' },
    select: { id: true, withdraws: true },
  })
  const stands = standingClassifications(rows).at(-1)?.id ?? null
  if (stands !== seen.seen || (claim?.version ?? null) !== seen.seenVersion)
    throw new Conflict(
      'Somebody classified or ruled on this sentence since you saw it: look at it again. Nothing was recorded.',
    )
}

async function makeClaim(
  tx: Transaction,
  { id: draftId, reportId }: DraftAtWork,
  { layer, rows }: StandingLayer,
  { start, end, at }: NewClassification,
): Promise<{ readonly id: string; readonly number: number }> {
  const read = claimAt(layer, { start, end })
  const ground = { reportId, draftId, ground: groundOf(layer), rows, at }
  const [made] = read === null ? [] : await placeClaims(tx, ground, [read], 'hand')
  if (made === undefined) throw new Conflict('No claim can be made of these words. Nothing was recorded.')
  return made
}
