import type { Transaction } from '../db/database.ts'
import { changedSentences, changesBetween } from '../reading/corrections/changes.ts'
import type { MadeClaim } from '../reading/corrections/made-claims.ts'
import type { Layer } from '../reading/corrections/layer.ts'
import { applyChanges } from './apply-changes.ts'
import type { ClaimChange } from './claim-change.ts'
import { loadHomes, type ClaimHome } from './claim-homes.ts'
import type { DraftAtWork } from './draft-at-work.ts'
import type { StandingLayer } from './standing-layer.ts'

export interface LayerChange {
  readonly draft: DraftAtWork
  /** The layer that stands, with its sentences. */
  readonly before: Pick<StandingLayer, 'layer' | 'sentences'>
  readonly after: Layer
  /** How many corrections and withdrawals lie over the reading with this one. */
  readonly revision: number
  /** No correction lies over it any more: the reading itself stands. */
  readonly bare: boolean
  readonly at: Date
}

/** Lets another layer stand over a draft's text: its blocks, notes, markers and sentences, and the claims that follow from them. */
export async function layOver(tx: Transaction, change: LayerChange): Promise<ClaimChange[]> {
  const { draft, before, after, at } = change
  const made = madeOf(await loadHomes(tx, draft.id))
  const changes = changesBetween(before.layer, after, made)
  await storeLayer(tx, change, changedSentences(before.sentences, changes.sentences))
  return applyChanges(tx, draft, { after, changes, at })
}

/** The claims that people made, those that stand before those whose words are lost. */
const madeOf = (homes: readonly ClaimHome[]): MadeClaim[] =>
  homes
    .filter(({ byHand, shaped }) => byHand || shaped)
    .toSorted((a, b) => Number(a.lost) - Number(b.lost))
    .map(({ start, end, shaped, markers }) => ({ start, end, exact: shaped, markers }))

async function storeLayer(
  tx: Transaction,
  { draft: { id: draftId }, after, revision, bare }: LayerChange,
  sentences: readonly object[],
): Promise<void> {
  await tx.correctedReading.deleteMany({ where: { draftId } })
  if (bare) return
  const stands = {
    draftId,
    revision,
    blocks: JSON.stringify(after.blocks),
    sentences: JSON.stringify(sentences),
    notes: JSON.stringify(after.notes),
    markers: JSON.stringify(after.markers),
  }
  await tx.correctedReading.create({ data: stands, select: { draftId: true } })
}
