import { tickCache } from '../../claims/ticks/draft-ticks.ts'
import type { TickSpan } from '../../claims/ticks/tick-span.ts'
import type { Database } from '../../db/database.ts'
import { type StandingTick, standingTicks } from '../../drafts/list-ticks.ts'
import { readingAt } from '../../drafts/reading-cache.ts'
import type { Span } from '../../text/span.ts'
import type { DeskDraft } from '../pages/desk-rows.ts'
import type { TickSource } from '../pages/ticks-view.ts'
import { loadTickSources } from './load-tick-sources.ts'

interface PanelTicks {
  readonly found: readonly TickSpan[]
  readonly ticks: readonly StandingTick[]
  readonly sources: readonly TickSource[]
}

/** What can be ticked in one claim, who did, and against what. A draft's spans are found once for all its claims. */
export async function loadPanelTicks(
  db: Database,
  draft: DeskDraft,
  revision: number,
  claim: { readonly placementId: string; readonly span: Span | null },
): Promise<PanelTicks> {
  if (claim.span === null || draft.text === '') return { found: [], ticks: [], sources: [] }
  const [found, ticks, sources] = await Promise.all([
    tickCache.of(draft.draftId, revision, async () => ({
      text: draft.text,
      blocks: draft.blocks,
      markers: (await readingAt(db, draft.draftId, revision)).markers,
    })),
    standingTicks(db, draft.draftId, claim.span),
    loadTickSources(db, draft.text, [claim.placementId]),
  ])
  return { found: found.within(claim.span), ticks, sources: sources.get(claim.placementId) ?? [] }
}
