import { appendDeskEvent } from '../../accounts/desk-event.ts'
import type { Database, Transaction } from '../../db/database.ts'
import { insertRows } from '../../db/insert-rows.ts'
import { newId } from '../../db/new-id.ts'
import { Conflict } from '../../errors.ts'
import { changeSource, type SourceDeed } from '../../sources/change-source.ts'
import { reliabilityAfter, type FallAsked, type FallKind } from '../../sources/fall.ts'
import type { FoundSource } from '../../sources/find-source.ts'
import { judgeSourceWithin } from '../../sources/judge-source.ts'
import { LONGEST_REASON, requiredText } from '../../sources/source.ts'
import { sourceFamily } from '../../sources/source-family.ts'
import { askRecheck, type RecheckAsked } from '../ask-recheck.ts'
import { sealWords } from '../seal-words.ts'
import { loadImpact } from './load-impact.ts'
import { touchedBy } from './touched.ts'

export interface NewFall extends SourceDeed, FallAsked {
  readonly reason: string
  /** `Impact.seen` of the list that they saw before they confirmed. */
  readonly seen: string
}

export interface RecordedFall {
  readonly id: string
  readonly kind: FallKind
  /** The claims of reports that they may read that are to be checked again. */
  readonly rechecks: readonly RecheckAsked[]
}

/**
 * A source is retracted, downgraded or lost: every claim that leans on it is to be checked again, each with an event in its report's
 * history, in one transaction. Claims of closed reports are marked like all others; nobody is told of more than they may read.
 * @throws NotFound · NotAllowed for this role, or not named on a protected source · Conflict what it touches is not what they saw,
 * it fell so already, or was merged into another · Invalid without a reason, or no lower reliability
 */
export function recordFall(db: Database, input: NewFall): Promise<RecordedFall> {
  const words = requiredText(
    input.reason,
    LONGEST_REASON,
    'Say what happened to the source, and how you know.',
  )
  return changeSource(db, input, 'let sources fall', async (tx, source) => {
    const { kind, by, at } = input
    assertNotFallenSo(source, kind)
    const to = reliabilityAfter(input, source.reliability)
    const family = await sourceFamily(tx, source.id)
    const impact = await loadImpact(tx, by, family)
    if (impact.seen !== input.seen)
      throw new Conflict(
        'What leans on this source changed since you saw the list: look at it as it is now, then confirm. Nothing was changed.',
      )
    const reason = await sealWords(tx, words)
    const fall = { id: newId(), sourceId: source.id, kind, reasonId: reason.id, from: source.reliability, to }
    await insertRows(tx, 'SourceFall', [{ ...fall, madeById: by.id, at }])
    if (to !== null) await judgeSourceWithin(tx, source, { ...input, reliability: to, reason: words })
    await setFallen(tx, source.id, { kind, at })
    await appendDeskEvent(tx, 'source.fell', input, {
      sourceId: source.id,
      fallId: fall.id,
      fall: kind,
      to,
      reasonHash: reason.hash,
    })
    const { claims } = await touchedBy(tx, family)
    const asked = await askRecheck(tx, {
      claimIds: claims.map(({ claimId }) => claimId),
      because: `source ${kind}`,
      sourceId: source.id,
      fallId: fall.id,
      askedBy: by.id,
      at,
    })
    const readable = new Set(impact.reports.map(({ id }) => id))
    return { id: fall.id, kind, rechecks: asked.filter(({ reportId }) => readable.has(reportId)) }
  })
}

function assertNotFallenSo({ fallen }: FoundSource, kind: FallKind): void {
  if (fallen === kind && kind !== 'downgraded')
    throw new Conflict(`This source is marked as ${kind} already. Nothing was changed.`)
}

/** Says on its row how a source stands; null: it has not fallen. */
export const setFallen = (
  tx: Transaction,
  id: string,
  fall: { readonly kind: string; readonly at: Date } | null,
): Promise<unknown> =>
  tx.source.update({
    where: { id },
    data: { fallen: fall?.kind ?? null, fallenAt: fall?.at ?? null },
    select: { id: true },
  })
