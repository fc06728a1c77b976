import type { Actor } from '../../accounts/account.ts'
import { may, type ReportTarget } from '../../accounts/policy.ts'
import { fileShown, type Hidden } from '../../claims/hidden.ts'
import type { Database } from '../../db/database.ts'
import { offeredTicks } from '../../drafts/list-ticks.ts'
import type { WhatThereIs } from '../../review/what-there-is.ts'
import type { PanelInput } from '../pages/claim-panel.ts'
import type { DeskDraft, PanelClaim } from '../pages/desk-rows.ts'
import { loadPanelTicks } from './load-panel-ticks.ts'
import { loadWithAuthor } from './load-with-author.ts'

interface Desk {
  readonly draft: DeskDraft
  readonly target: ReportTarget
  readonly reading: { readonly revision: number }
  readonly hidden: Hidden
  readonly there: WhatThereIs
}

/** What the panel shows of a claim's words: what the author is asked about them, and what of them is ticked. */
export async function loadWordsParts(
  db: Database,
  { draft, target, reading, hidden, there }: Desk,
  { id, placementId, placement: { start, end } }: PanelClaim,
  reader: Actor,
): Promise<Pick<PanelInput, 'withAuthor' | 'ticks'>> {
  const span = start === null || end === null ? null : { start, end }
  const [asked, ticks] = await Promise.all([
    loadWithAuthor(db, draft.reportId, id, there),
    loadPanelTicks(db, draft, reading.revision, { placementId, span }),
  ])
  const shown = fileShown(ticks.ticks, id, hidden, ({ by }) => by.id)
  return {
    withAuthor: {
      authors: asked.authors,
      fixes: fileShown(asked.fixes, id, hidden, ({ askedBy }) => askedBy.id),
      queries: fileShown(asked.queries, id, hidden, ({ askedBy }) => askedBy.id),
      mayAsk: may(reader, 'ask the author', target),
    },
    ticks: {
      ...offeredTicks(draft.text, ticks.found, shown),
      sources: ticks.sources,
      near: ticks.sources.some(({ citationId }) => citationId !== null),
      mayTick: may(reader, 'tick', target),
      mayTakeBackAll: may(reader, 'take back ticks of others', target),
    },
  }
}
