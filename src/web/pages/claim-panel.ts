import type { Problem } from '../forms/problems.ts'
import type { TypedOutcome } from '../forms/outcome-form.ts'
import type { TypedVerdict } from '../forms/verdict-form.ts'
import { confidenceLevels, outcomes, verdictValues } from '../../claims/vocabulary.ts'
import { reasons } from '../../review/verdict.ts'
import type { DeskSteps } from './desk-walk.ts'
import type { DeskDraft, PanelClaim } from './desk-rows.ts'
import { notesView, type NoteView } from './notes-view.ts'
import { readingView, type ReadingView } from './reading-view.ts'
import { timeWords, type TimeWords } from './time-words.ts'
import { ownVerdict, verdictsView, type VerdictView } from './verdicts-view.ts'
import { outcomeWords, reasonWords, statusClass, statusWords, verdictKeys } from './words.ts'

/** What a refused form leaves behind: its problems or its conflict, and what was typed. */
export interface Refused {
  readonly problems: readonly Problem[]
  readonly conflict: string | null
  readonly verdict: TypedVerdict | null
  readonly outcome: TypedOutcome | null
}

export interface HistoryLine {
  readonly sentence: string
  readonly at: TimeWords
}

/** What somebody may do with the claim at hand. */
export interface PanelRights {
  readonly rule: boolean
  readonly letStand: boolean
}

/** Where the panel's links and forms lead. `back` and `filter` go with every form, so that it returns where it came from. */
export interface PanelPlace {
  readonly back: 'desk' | 'claim'
  readonly filter: string
  readonly steps: DeskSteps
  readonly position: number
  readonly total: number
  readonly hrefOf: (claimNumber: number) => string
}

export interface PanelInput {
  readonly claim: PanelClaim
  readonly draft: DeskDraft
  readonly readerId: string
  readonly rights: PanelRights
  readonly history: readonly HistoryLine[]
  readonly place: PanelPlace
  readonly refused: Refused | null
}

export interface Choice {
  readonly value: string
  readonly words: string
  readonly chosen: boolean
}

export interface ClaimPanel {
  readonly id: string
  readonly number: number
  readonly version: number
  readonly reportId: string
  readonly language: string
  readonly statusClass: string
  readonly statusWord: string
  readonly remarks: readonly string[]
  readonly outcome: string | null
  readonly reading: ReadingView
  readonly notes: readonly NoteView[]
  readonly own: VerdictView | null
  readonly verdicts: readonly VerdictView[]
  readonly decisions: readonly DecisionView[]
  readonly history: readonly HistoryLine[]
  readonly form: VerdictFormView
  readonly outcomeForm: OutcomeFormView
  readonly rights: PanelRights
  readonly refused: Refused | null
  readonly place: PlaceView
}

interface DecisionView {
  readonly outcome: string
  readonly decidedBy: string
  readonly at: TimeWords
  readonly reason: string | null
}

interface VerdictFormView {
  readonly buttons: readonly { value: string; className: string; key: string }[]
  readonly tests: readonly Choice[]
  readonly reasons: readonly Choice[]
  readonly confidence: readonly Choice[]
  readonly outcomes: readonly Choice[]
  readonly rationale: string
  /** Whether what is folded away holds something that was typed. */
  readonly open: boolean
}

interface OutcomeFormView {
  readonly outcomes: readonly Choice[]
  readonly reason: string
  readonly open: boolean
}

interface PlaceView {
  /** The block of the text that the claim stands in. */
  readonly textHref: string
  readonly back: string
  readonly filter: string
  readonly position: number
  readonly total: number
  readonly previous: string | null
  readonly next: string | null
  readonly nextUnsettled: string | null
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
    remarks: remarksOn(claim),
    outcome: claim.outcome === null ? null : outcomeWords[claim.outcome],
    reading: readingView(claim.placement, `claim-${claim.number}`),
    notes: notesView(draft.text, spanOf(claim), claim.notes),
    own: ownVerdict(claim, readerId),
    verdicts: verdictsView(claim, readerId),
    decisions: claim.decisions.map(decisionView).toReversed(),
    history: input.history,
    form: verdictFormView(claim, rights, refused?.verdict ?? null),
    outcomeForm: outcomeFormView(rights, refused?.outcome ?? null),
    rights,
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
    ...(claim.placement.state === 'orphaned' ? ['not found in this draft: cut or moved?'] : []),
    ...(claim.stale ? ['reworded since checked'] : []),
    ...(claim.differs ? ['checkers differ'] : []),
    ...(claim.risk === 'high' ? ['high risk'] : []),
    ...(claim.assessed === null ? [] : [`confidence as assessed: ${claim.assessed}`]),
    ...(claim.settled ? ['settled'] : []),
  ]
}

const decisionView = ({ outcome, decidedBy, at, reason }: PanelClaim['decisions'][number]): DecisionView => ({
  outcome: outcomeWords[outcome],
  decidedBy,
  at: timeWords(at),
  reason,
})

function verdictFormView(
  claim: PanelClaim,
  rights: PanelRights,
  typed: TypedVerdict | null,
): VerdictFormView {
  const tests = typed?.tests ?? claim.placement.tests
  return {
    buttons: verdictValues.map((value) => ({
      value,
      className: statusClass[value],
      key: verdictKeys[value],
    })),
    tests: ['that it is so', 'that it was said'].map((value) => ({
      value,
      words: value,
      chosen: value === tests,
    })),
    reasons: reasons.map((value) => ({ value, words: reasonWords[value], chosen: value === typed?.reason })),
    confidence: confidenceLevels.map((value) => ({
      value,
      words: value,
      chosen: value === typed?.confidence,
    })),
    outcomes: outcomeChoices(rights, typed?.outcome),
    rationale: typed?.rationale ?? '',
    open: typed !== null && [typed.rationale, typed.confidence, typed.outcome].some((value) => value !== ''),
  }
}

const outcomeFormView = (rights: PanelRights, typed: TypedOutcome | null): OutcomeFormView => ({
  outcomes: outcomeChoices(rights, typed?.outcome),
  reason: typed?.reason ?? '',
  open: typed !== null,
})

const outcomeChoices = (rights: PanelRights, chosen: string | undefined): readonly Choice[] =>
  outcomes
    .filter((value) => value !== 'stet' || rights.letStand)
    .map((value) => ({ value, words: outcomeWords[value], chosen: value === chosen }))

function placeView(
  { back, filter, steps, position, total, hrefOf }: PanelPlace,
  textHref: string,
): PlaceView {
  const href = (claimNumber: number | null) => (claimNumber === null ? null : hrefOf(claimNumber))
  return {
    textHref,
    back,
    filter,
    position,
    total,
    previous: href(steps.previous),
    next: href(steps.next),
    nextUnsettled: href(steps.nextUnsettled),
  }
}
