import type { Actor } from '../../accounts/account.ts'
import { may, type ReportTarget } from '../../accounts/policy.ts'
import { claimEvidence } from '../../claims/claim-evidence.ts'
import type { Hidden } from '../../claims/hidden.ts'
import type { Database } from '../../db/database.ts'
import type { DeskDraft, PanelClaim } from '../pages/desk-rows.ts'
import { evidencePanel, type EvidencePanel } from '../pages/evidence-view.ts'
import type { Refused } from '../pages/ruling-forms.ts'
import { loadCaptureChoices } from './load-capture-choices.ts'

export interface EvidenceAsked {
  readonly claim: PanelClaim
  readonly draft: DeskDraft
  readonly target: ReportTarget
  readonly reader: Actor
  readonly hidden: Hidden
  readonly refused: Refused | null
}

/** What the panel shows of a claim's evidence. */
export async function loadPanelEvidence(
  db: Database,
  { claim, draft, target, reader, hidden, refused }: EvidenceAsked,
): Promise<EvidencePanel> {
  const { id, notes, placement } = claim
  const labels = notes.map(({ label }) => label)
  const { language } = draft
  const found = await claimEvidence(db, reader, { id, quote: placement.quote, labels, language, hidden })
  const sources = [
    ...notes.flatMap(({ note }) => note?.citations.map(({ source }) => source?.id ?? '') ?? []),
    ...found.evidence.map(({ source }) => source?.id ?? ''),
  ]
  return evidencePanel({
    ...found,
    captures: await loadCaptureChoices(db, reader, sources),
    evidence: found.evidence.filter(({ contactId }) => contactId === null), // what people answered stands under People
    notes,
    text: draft.text,
    readerId: reader.id,
    mayJudge: may(reader, 'give evidence', target),
    typed: refused?.typed ?? null,
  })
}
