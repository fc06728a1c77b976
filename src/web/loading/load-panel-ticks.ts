import { tickCache } from '../../claims/ticks/draft-ticks.ts'
import type { Database } from '../../db/database.ts'
import { offeredTicks, standingTicks } from '../../drafts/list-ticks.ts'
import { standingMarks } from '../../drafts/standing-reading.ts'
import type { Span } from '../../text/span.ts'
import type { DeskDraft } from '../pages/desk-rows.ts'
import type { TicksInput } from '../pages/ticks-view.ts'
import { loadTickSources } from './load-tick-sources.ts'

/** What can be ticked in one claim, who did, and against what. A draft's spans are found once for all its claims. */
export async function loadPanelTicks(
  db: Database,
  draft: DeskDraft,
  revision: number,
  claim: { readonly placementId: string; readonly span: Span | null },
): Promise<Pick<TicksInput, 'spans' | 'others' | 'sources'>> {
  if (claim.span === null || draft.text === '') return { spans: [], others: [], sources: [] }
  const [found, ticks, sources] = await Promise.all([
    tickCache.of(draft.draftId, revision, async () => ({
      text: draft.text,
      blocks: draft.blocks,
      markers: (await standingMarks(db, draft.draftId)).markers,
    })),
    standingTicks(db, draft.draftId, claim.span),
    loadTickSources(db, draft.text, [claim.placementId]),
  ])
  return {
    ...offeredTicks(draft.text, found.within(claim.span), ticks),
    sources: sources.get(claim.placementId) ?? [],
  }
}
