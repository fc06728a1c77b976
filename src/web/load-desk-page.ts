import type { Actor } from '../accounts/account.ts'
import { may } from '../accounts/policy.ts'
import type { Database } from '../db/database.ts'
import { NotFound } from '../errors.ts'
import type { Hidden } from '../claims/hidden.ts'
import { sectionsOf } from '../claims/section.ts'
import { listRechecks } from '../review/list-rechecks.ts'
import { listAssignments, listInitials } from '../review/list-assignments.ts'
import { loadHidden } from '../review/load-hidden.ts'
import { whatThereIs } from '../review/what-there-is.ts'
import { readingState, type ReadingState } from '../review/reading-state.ts'
import { loadClaimHistory } from './loading/load-claim-history.ts'
import { loadDeskClaims } from './loading/load-desk.ts'
import { loadDraft, type LoadedDraft } from './loading/load-draft.ts'
import { loadPanelContacts } from './loading/load-panel-contacts.ts'
import { loadEditing } from './loading/load-editing.ts'
import { loadPanelEvidence } from './loading/load-panel-evidence.ts'
import { loadPanelClaim } from './loading/load-panel.ts'
import { loadSecondCheck } from './loading/load-second-check.ts'
import { loadTogether } from './loading/load-together.ts'
import { loadWordsParts } from './loading/load-words-parts.ts'
import { claimPanel, type ClaimPanel, type PanelInput } from './pages/claim-panel.ts'
import type { Refused } from './pages/ruling-forms.ts'
import { typedComment } from './forms/typed-comment.ts'
import { filterOn, type DeskFilter } from './pages/desk-filter.ts'
import type { DeskInput } from './pages/desk-page.ts'
import { deskAddress } from './pages/desk-page.ts'
import type { DeskClaim } from './pages/desk-rows.ts'
import { deskSteps } from './pages/desk-walk.ts'
import { peopleBySection } from './pages/section-people.ts'
import { filterField, type CameFrom } from './panel-request.ts'

/** A report's desk as it is loaded, before it is known which claim is at hand. */
export interface LoadedDesk extends LoadedDraft, DeskInput {
  readonly reading: ReadingState
  readonly hidden: Hidden
}

/** @throws NotFound no such report · NotAllowed it is closed to them */
export async function loadDesk(
  db: Database,
  reportId: string,
  reader: Actor,
  filter: DeskFilter,
): Promise<LoadedDesk> {
  const loaded = await loadDraft(db, reportId, reader)
  const { draftId } = loaded.draft
  const hidden = await loadHidden(db, { id: reportId, policy: loaded.policy }, reader.id)
  const [all, reading, assignments, initials] = await Promise.all([
    loadDeskClaims(db, draftId, hidden),
    readingState(db, draftId),
    listAssignments(db, reportId),
    listInitials(db, draftId),
  ])
  const sections = sectionsOf(loaded.draft.text, loaded.draft.blocks)
  const people = peopleBySection(sections, assignments, initials, reader.id)
  const claims = all.filter(({ setAside }) => setAside === null)
  return {
    ...loaded,
    filter,
    claims,
    aside: all.filter(({ setAside }) => setAside !== null),
    reading,
    hidden,
    people,
  }
}

/**
 * The panel of one claim of a loaded desk.
 * @throws NotFound no claim of this draft has that number
 */
export async function loadPanel(
  db: Database,
  desk: LoadedDesk,
  claimNumber: number,
  options: { reader: Actor; back: CameFrom['back']; refused: Refused | null; now: Date },
): Promise<ClaimPanel> {
  const row = claimOfDesk(desk, (claim) => claim.number === claimNumber)
  if (row === undefined) throw new NotFound(`This draft has no claim ${claimNumber}.`)
  const { reader, back, refused, now } = options
  const there = await whatThereIs(db, row.id)
  const [claim, history, contacts, together] = await Promise.all([
    loadPanelClaim(db, desk.draft.draftId, row.id, desk.hidden),
    loadClaimHistory(db, row.id, desk.hidden),
    loadPanelContacts(db, { ...desk, claim: row, reportId: desk.draft.reportId, reader, there }),
    loadTogether(db, {
      claimId: row.id,
      reportId: desk.draft.reportId,
      target: desk.target,
      reader,
      now,
      there,
      typed: typedComment(refused?.typed),
    }),
  ])
  const { draft, target, reading } = desk
  const asked = { claim, draft, target, reader, refused, there, revision: reading.revision }
  return claimPanel({
    claim,
    editing: await loadEditing(db, asked),
    second: await loadSecondCheck(db, asked),
    rechecks: claim.rechecks === 0 ? [] : await listRechecks(db, row.id),
    ...(await loadWordsParts(db, { ...desk, there }, claim, reader)),
    evidence: await loadPanelEvidence(db, { ...asked, hidden: desk.hidden }),
    draft,
    readerId: reader.id,
    rights: {
      rule: may(reader, 'rule', desk.target),
      letStand: may(reader, 'let it stand', desk.target),
      askRecheck: may(reader, 'ask for a re-check', desk.target),
      findPlace: may(reader, 'edit claims', desk.target),
    },
    history,
    together,
    contacts,
    refused,
    blocked: blockedBy(desk, row),
    place: {
      back,
      filter: filterField(desk.filter),
      steps: deskSteps(desk.claims, claimNumber, filterOn(desk.draft.text, desk.filter)),
      position: desk.claims.indexOf(row) + 1,
      total: desk.claims.length,
      hrefOf: back === 'desk' ? deskHref(desk) : claimHref(desk.claims),
    },
  })
}

/** Why nobody can rule at present, null when everybody who may can. */
function blockedBy({ policy, reading }: LoadedDesk, { setAside }: DeskClaim): PanelInput['blocked'] {
  if (setAside !== null) return setAside
  return policy.requireConfirmedReading && !reading.confirmed ? 'unconfirmed' : null
}

/** The first claim of a desk that is looked for, among those set aside too. */
export const claimOfDesk = (
  { claims, aside }: LoadedDesk,
  wanted: (claim: DeskClaim) => boolean,
): DeskClaim | undefined => claims.find(wanted) ?? aside.find(wanted)

const deskHref = ({ draft, filter }: LoadedDesk) => {
  return (claimNumber: number): string => deskAddress(draft.reportId, filter, claimNumber)
}

const claimHref = (claims: readonly DeskClaim[]) => {
  return (claimNumber: number): string =>
    `/claims/${claims.find((claim) => claim.number === claimNumber)?.id ?? ''}`
}
