import type { Actor } from '../../accounts/account.ts'
import { may, type ReportTarget } from '../../accounts/policy.ts'
import type { Database } from '../../db/database.ts'
import type { PanelInput } from '../pages/claim-panel.ts'
import type { DeskDraft, PanelClaim } from '../pages/desk-rows.ts'
import { loadPanelTicks } from './load-panel-ticks.ts'
import { loadWithAuthor } from './load-with-author.ts'

interface Desk {
  readonly draft: DeskDraft
  readonly target: ReportTarget
  readonly reading: { readonly revision: number }
}

/** What the panel shows of a claim's words: what the author is asked about them, and what of them is ticked. */
export async function loadWordsParts(
  db: Database,
  { draft, target, reading }: Desk,
  { id, placementId, placement: { start, end } }: PanelClaim,
  reader: Actor,
): Promise<Pick<PanelInput, 'withAuthor' | 'ticks'>> {
  const span = start === null || end === null ? null : { start, end }
  const [asked, ticks] = await Promise.all([
    loadWithAuthor(db, draft.reportId, id),
    loadPanelTicks(db, draft, reading.revision, { placementId, span }),
  ])
  return {
    withAuthor: { ...asked, mayAsk: may(reader, 'ask the author', target) },
    ticks: {
      ...ticks,
      near: ticks.sources.some(({ citationId }) => citationId !== null),
      mayTick: may(reader, 'tick', target),
      mayTakeBackAll: may(reader, 'take back ticks of others', target),
    },
  }
}
