import type { Transaction } from '../../db/database.ts'

/** The fields of events that quote a report. */
const QUOTING = ['quote', 'original', 'proposed', 'words']

/**
 * Blanks what the desk's own rows repeat of a draft's text, in the transaction that destroys it: placements, and fixes that
 * nobody waits for any longer.
 * Ticks keep the names and numbers that they tick, and citations what a note names: they are what was checked.
 */
export async function blankDraftCopies(tx: Transaction, draftId: string): Promise<void> {
  const blank = {
    quote: '',
    folded: '',
    prefix: '',
    suffix: '',
    cues: '[]',
    boosters: '[]',
    attribution: null,
  }
  await tx.placement.updateMany({ where: { draftId }, data: blank })
  const over = { placement: { draftId }, state: { notIn: ['asked', 'accepted'] } }
  await tx.fix.updateMany({ where: over, data: { original: '', proposed: '' } })
}

/** A payload that quotes words of a report which no draft of it has any longer. */
export interface QuotingPayload {
  readonly textId: string
  readonly event: number
  readonly claimId: string | null
}

/** The events of a report whose quotations stand in none of its remaining drafts: their payloads go with the draft. */
export async function payloadsQuoting(
  tx: Transaction,
  reportId: string,
  destroyed: string,
): Promise<readonly QuotingPayload[]> {
  const drafts = await tx.draft.findMany({
    where: { reportId, textId: { not: destroyed } },
    select: { text: { select: { body: true } } },
  })
  const kept = drafts.flatMap(({ text }) => text.body ?? [])
  const events = await tx.event.findMany({
    where: { chain: reportId, payload: { destroyedAt: null } },
    orderBy: { seq: 'asc' },
    select: { seq: true, claimId: true, payloadId: true, payload: { select: { body: true } } },
  })
  return events
    .filter(({ payload }) =>
      quotationsIn(payload.body).some((words) => !kept.some((text) => text.includes(words))),
    )
    .map(({ seq, claimId, payloadId }) => ({ textId: payloadId, event: seq, claimId }))
}

function quotationsIn(body: string | null): string[] {
  if (body === null) return []
  const payload = JSON.parse(body) as Record<string, unknown>
  return QUOTING.flatMap((field) =>
    typeof payload[field] === 'string' && payload[field] !== '' ? [payload[field]] : [],
  )
}
