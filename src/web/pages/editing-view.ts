import { notCheckableReasons } from '../../claims/coverage.ts'
import { divideClaim, placesToDivide } from '../../claims/divide-claim.ts'
import type { ListedEdit } from '../../drafts/list-claim-edits.ts'
import type { Span } from '../../text/span.ts'
import type { DeskDraft, PanelClaim } from './desk-rows.ts'
import { timeWords, type TimeWords } from './time-words.ts'

/** The claim before or after the one at hand. */
export interface NearClaim extends Span {
  readonly id: string
  readonly number: number
  readonly version: number
  readonly quote: string
  readonly is: 'before' | 'after'
}

/** A marker that the claim at hand, or one beside it, leans on. */
export interface NearMarker extends Span {
  readonly index: number
  readonly label: string
  readonly claimId: string
  readonly number: number
}

export interface EditingInput {
  readonly claim: PanelClaim
  readonly draft: DeskDraft
  readonly edits: readonly ListedEdit[]
  readonly groups: readonly string[]
  readonly near: readonly NearClaim[]
  readonly markers: readonly NearMarker[]
  /** The sentence that the claim begins in, with what was said of it last. */
  readonly classification: (Span & { readonly seen: string | null }) | null
  readonly typed: Readonly<Record<string, string>> | null
}

/** Everything that the panel prints to edit a claim. */
export interface EditingView {
  /** It stands in the text and is to be settled: all can be done to it. */
  readonly whole: boolean
  readonly splits: readonly {
    readonly at: number
    readonly first: string
    readonly second: string
    readonly chosen: boolean
  }[]
  readonly next: {
    readonly id: string
    readonly number: number
    readonly version: number
    readonly quote: string
  } | null
  /** Markers that can go from one claim to another. */
  readonly moves: readonly { readonly marker: number; readonly to: string; readonly words: string }[]
  readonly classification: (Span & { readonly seen: string }) | null
  readonly reasons: readonly { readonly words: string; readonly chosen: boolean }[]
  readonly group: string
  readonly groups: readonly string[]
  readonly edits: readonly EditLine[]
  readonly typed: Readonly<Record<string, string>>
  /** Whether the fold is open: a form in it was refused. */
  readonly open: boolean
}

export interface EditLine {
  readonly id: string
  readonly words: string
  readonly by: string
  readonly at: TimeWords
  readonly reason: string | null
  readonly withdrawn: { readonly by: string; readonly at: TimeWords } | null
}

/** Forms of the panel that edit a claim. */
const FORMS = ['split', 'merge', 'relink', 'group', 'classify', 'withdraw-edit']

export function editingView(input: EditingInput): EditingView {
  const { claim, near, classification, typed } = input
  const next = near.find(({ is }) => is === 'after') ?? null
  const open = typed !== null && FORMS.includes(typed['form'] ?? '')
  return {
    whole: near.length > 0 || classification !== null,
    splits: splitsOf(input),
    next: next === null ? null : { ...next, quote: shortened(next.quote) },
    moves: movesOf(input),
    classification: classification === null ? null : { ...classification, seen: classification.seen ?? '' },
    reasons: notCheckableReasons.map((words) => ({ words, chosen: typed?.['because'] === words })),
    group: typed?.['group'] ?? claim.groupName ?? '',
    groups: input.groups,
    edits: input.edits.map(editLine),
    typed: typed ?? {},
    open,
  }
}

function splitsOf({ claim, draft: { text }, markers, typed }: EditingInput): EditingView['splits'] {
  const { start, end } = claim.placement
  if (start === null || end === null || claim.setAside !== null) return []
  const own = markers.filter(({ claimId }) => claimId === claim.id)
  return placesToDivide(text, { start, end }, own).flatMap((at) => {
    const divided = divideClaim(text, { start, end }, own, at)
    if (divided === null) return []
    const words = (span: Span): string => text.slice(span.start, span.end)
    return [
      {
        at,
        first: ending(words(divided.first)),
        second: shortened(words(divided.second)),
        chosen: typed?.['at'] === String(at),
      },
    ]
  })
}

/** Own markers go to a claim beside this one; a claim beside it gives one of its own. */
function movesOf({ claim, near, markers }: EditingInput): EditingView['moves'] {
  return markers.flatMap((marker) =>
    marker.claimId === claim.id
      ? near.map(({ id, number }) => ({
          marker: marker.index,
          to: id,
          words: `give ${marker.label} to claim ${number}`,
        }))
      : [
          {
            marker: marker.index,
            to: claim.id,
            words: `take ${marker.label} from claim ${marker.number}`,
          },
        ],
  )
}

/** UTF-16 code units of a claim that a choice quotes. */
const QUOTED = 60

const shortened = (words: string): string =>
  words.length <= QUOTED ? words : `${words.slice(0, QUOTED).trimEnd()}…`
const ending = (words: string): string =>
  words.length <= QUOTED ? words : `…${words.slice(-QUOTED).trimStart()}`

const editLine = ({ id, by, at, reason, withdrawn, ...edit }: ListedEdit): EditLine => ({
  id,
  words: editWords(edit),
  by: by.name,
  at: timeWords(at),
  reason,
  withdrawn: withdrawn === null ? null : { by: withdrawn.by, at: timeWords(withdrawn.at) },
})

function editWords({ kind, claims, to, from }: Pick<ListedEdit, 'kind' | 'claims' | 'to' | 'from'>): string {
  const [first = 0, other] = claims
  if (kind === 'added') return `claim ${first} made of words of the text`
  if (kind === 'split') return `claim ${first} split: its second part is claim ${other ?? 0}`
  if (kind === 'merged') return `claim ${other ?? 0} joined to claim ${first}`
  if (kind === 'attached')
    return `claim ${first} put on these words${other === undefined ? '' : ` instead of claim ${other}`}`
  if (kind === 'detached') return `claim ${first} taken off the words of claim ${other ?? 0}`
  if (kind === 'relinked')
    return `a marker given to claim ${first}${other === undefined ? '' : ` instead of ${other}`}`
  return to === null ? `taken out of the group “${from ?? ''}”` : `put into the group “${to}”`
}
