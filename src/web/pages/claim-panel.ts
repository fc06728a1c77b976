import type { RecheckRow } from '../../review/recheck.ts'
import type { DeskDraft, PanelClaim } from './desk-rows.ts'
import type { EvidencePanel } from './evidence-view.ts'
import type { EditingView } from './editing-view.ts'
import { notesView, type NoteView } from './notes-view.ts'
import { ownOutcome, type OwnOutcome } from './own-outcome.ts'
import { placeView, type PanelPlace, type PlaceView } from './panel-place.ts'
import { readingView, type ReadingView } from './reading-view.ts'
import {
  outcomeFormView,
  verdictFormView,
  type OutcomeFormView,
  type PanelRights,
  type Refused,
  type VerdictFormView,
} from './ruling-forms.ts'
import { rechecksView, type RechecksView } from './rechecks-view.ts'
import type { SecondCheckView } from './second-check-view.ts'
import { ticksView, type TicksInput, type TicksView } from './ticks-view.ts'
import { reviewDay } from '../../review/reviews/review-date.ts'
import { carriedLink, type CarriedLink } from './carried-link.ts'
import { timeWords, type TimeWords } from './time-words.ts'
import type { PanelContacts } from './panel-contacts.ts'
import type { TogetherPart } from './together-part.ts'
import { withAuthorView, type WithAuthorInput, type WithAuthorView } from './with-author.ts'
import { ownVerdict, verdictsView, type VerdictView } from './verdicts-view.ts'
import { outcomeWords, pageWords, setAsideWords, statusClass, statusWords } from './words.ts'

export interface HistoryLine {
  readonly sentence: string
  readonly at: TimeWords
}

export interface PanelInput {
  readonly claim: PanelClaim
  readonly draft: DeskDraft
  readonly readerId: string
  readonly rights: PanelRights
  readonly history: readonly HistoryLine[]
  readonly evidence: EvidencePanel
  readonly editing: EditingView | null
  readonly second: SecondCheckView
  readonly rechecks: readonly RecheckRow[]
  readonly together: TogetherPart
  readonly contacts: PanelContacts
  readonly withAuthor: Pick<WithAuthorInput, 'fixes' | 'queries' | 'authors' | 'mayAsk'>
  readonly ticks: Omit<TicksInput, 'draftId' | 'readerId'>
  readonly place: PanelPlace
  readonly refused: Refused | null
  /** Why nobody can rule on it at present: the reading is unconfirmed, or the claim is set aside. */
  readonly blocked: string | null
}

export interface ClaimPanel {
  readonly id: string
  readonly number: number
  readonly version: number
  readonly reportId: string
  readonly language: string
  readonly statusClass: string
  readonly statusWord: string
  /** "p. 12", '' where the format has no pages. */
  readonly page: string
  readonly remarks: readonly string[]
  /** Where what a new draft did to the claim is dealt with; null where it did nothing. */
  readonly carried: CarriedLink | null
  readonly outcome: string | null
  readonly reading: ReadingView
  readonly notes: readonly NoteView[]
  readonly evidence: EvidencePanel
  readonly editing: EditingView | null
  readonly second: SecondCheckView
  readonly rechecks: RechecksView
  readonly own: VerdictView | null
  readonly verdicts: readonly VerdictView[]
  readonly decisions: readonly DecisionView[]
  readonly history: readonly HistoryLine[]
  readonly contacts: PanelContacts
  readonly together: TogetherPart
  readonly withAuthor: WithAuthorView
  readonly ticks: TicksView
  readonly form: VerdictFormView
  readonly outcomeForm: OutcomeFormView
  readonly ownOutcome: OwnOutcome | null
  readonly rights: PanelRights
  readonly blocked: PanelInput['blocked']
  readonly refused: Refused | null
  readonly place: PlaceView
}

interface DecisionView {
  readonly outcome: string
  readonly decidedBy: string
  readonly at: TimeWords
  readonly reason: string | null
}

/** Everything the panel prints about one claim. */
export function claimPanel(input: PanelInput): ClaimPanel {
  const { claim, draft, readerId, rights, refused } = input
  return {
    id: claim.id,
    number: claim.number,
    version: claim.version,
    reportId: draft.reportId,
    language: draft.language,
    statusClass: statusClass[claim.status] + (claim.stale ? ' is-stale' : ''),
    statusWord: statusWords[claim.status],
    page: pageWords(claim.placement.page),
    remarks: remarksOn(claim),
    carried: carriedLink(claim, rights),
    outcome: claim.outcome === null ? null : outcomeWords[claim.outcome],
    reading: readingView(claim.placement, `claim-${claim.number}`),
    notes: notesView(draft.text, spanOf(claim), claim.notes),
    evidence: input.evidence,
    editing: input.editing,
    second: input.second,
    rechecks: rechecksView(input.rechecks, { claim, rights, blocked: input.blocked, typed: refused?.typed }),
    own: ownVerdict(claim, readerId),
    verdicts: verdictsView(claim, readerId),
    decisions: claim.decisions.map(decisionView).toReversed(),
    history: input.history,
    contacts: input.contacts,
    together: input.together,
    withAuthor: withAuthorView({
      ...input.withAuthor,
      placementId: claim.placementId,
      words: spanOf(claim) === null ? null : claim.placement.quote,
      typed: refused?.typed,
    }),
    ticks: ticksView({ ...input.ticks, draftId: draft.draftId, readerId }),
    form: verdictFormView(claim, rights, refused?.verdict ?? null),
    outcomeForm: outcomeFormView(rights, refused?.outcome ?? null),
    ownOutcome: ownOutcome(
      claim,
      readerId,
      new Set([...input.withAuthor.fixes, ...input.withAuthor.queries].map(({ id }) => id)),
    ),
    rights,
    blocked: input.blocked,
    refused,
    place: placeView(input.place, blockOf(draft, claim)),
  }
}

function spanOf({ placement: { start, end } }: PanelClaim): { start: number; end: number } | null {
  return start === null || end === null ? null : { start, end }
}

function blockOf({ blocks }: DeskDraft, { placement: { start } }: PanelClaim): string {
  const index = blocks.findIndex((block) => start !== null && block.start <= start && start < block.end)
  return index < 0 ? '#text' : `#b${index}`
}

/** What is to be known about a claim beside its status. */
function remarksOn(claim: PanelClaim): string[] {
  return [
    ...(claim.setAside === null ? [] : [`set aside: ${setAsideWords[claim.setAside] ?? claim.setAside}`]),
    ...(claim.placement.state === 'orphaned' && claim.setAside === null
      ? ['not found in this draft: cut or moved?']
      : []),
    ...(claim.stale ? ['reworded since checked'] : []),
    ...(claim.rechecks > 0 ? ['to check again'] : []),
    ...(claim.hidden ? ['ruled by another, hidden until you rule'] : []),
    ...(claim.differs ? ['checkers differ'] : []),
    ...(claim.checkers === 1 && !claim.hidden ? ['checked by one person'] : []),
    ...(claim.objections === 0
      ? []
      : [claim.objections === 1 ? 'an objection' : `${claim.objections} objections`]),
    ...(claim.groupName === null ? [] : [`group “${claim.groupName}”`]),
    ...(claim.risk === 'high' ? ['high risk'] : []),
    ...(claim.assessed === null ? [] : [`confidence as assessed: ${claim.assessed}`]),
    ...(claim.reviewAfter === null ? [] : [`to review on ${reviewDay(claim.reviewAfter) ?? ''}`]),
    ...(claim.settled ? ['settled'] : []),
  ]
}

const decisionView = ({ outcome, decidedBy, at, reason }: PanelClaim['decisions'][number]): DecisionView => ({
  outcome: outcomeWords[outcome],
  decidedBy,
  at: timeWords(at),
  reason,
})
