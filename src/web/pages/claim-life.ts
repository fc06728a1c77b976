import { scaleUtc } from 'd3-scale'
import type { Status } from '../../claims/vocabulary.ts'
import { describeEvent } from '../../history/describe-event.ts'
import type { HistoryEvent } from '../../history/list-events.ts'
import { standingsIn } from '../../history/standing.ts'
import { timeWords, type TimeWords } from './time-words.ts'
import { wordDiff, type DiffPiece } from './word-diff.ts'
import { statusClass, statusWords } from './words.ts'

/** A claim's words in one draft. `state`: of its placement. */
export interface LifeDraft {
  readonly number: number
  readonly at: Date
  readonly state: string
  readonly quote: string
}

export interface LifeInput {
  readonly claimId: string
  readonly number: number
  /** In their order. */
  readonly drafts: readonly LifeDraft[]
  /** What happened to it and what it is told of in, oldest first, as the reader is shown it. */
  readonly events: readonly HistoryEvent[]
  readonly until: Date
}

/** A claim from its first draft on: how it stood when, drawn and told. */
export interface ClaimLife {
  /** Stretches of one standing from left to right; 0 to 1000. */
  readonly spans: readonly LifeSpan[]
  /** Where drafts came, likewise. */
  readonly ticks: readonly { readonly x: number; readonly words: string }[]
  readonly describes: string
  readonly steps: readonly LifeStep[]
}

export interface LifeSpan {
  readonly x: number
  readonly width: number
  readonly className: string
  readonly stale: boolean
}

export interface LifeStep {
  readonly at: TimeWords
  readonly sentence: string
  /** Its words where a draft brought it or changed them. */
  readonly words: readonly DiffPiece[] | null
  /** How it stood from then on, where that changed. */
  readonly status: { readonly words: string; readonly className: string } | null
  /** The claim as it stood just after. */
  readonly href: string
}

const WIDTH = 1000

const DRAFT_WORDS: Readonly<Record<string, string>> = {
  placed: 'as it stood',
  moved: 'moved',
  edited: 'with other words or notes',
  orphaned: 'not found: cut or moved?',
  'set aside': 'without its words',
}

interface Stood {
  readonly at: Date
  readonly status: Status
  readonly stale: boolean
}

export function claimLife(input: LifeInput): ClaimLife {
  const { drafts, until } = input
  const born = drafts[0]?.at ?? until
  const stood = standings(input, born)
  const x = scaleUtc([born, until > born ? until : new Date(born.getTime() + 1)], [0, WIDTH]).clamp(true)
  return {
    spans: stood.flatMap(({ at, status, stale }, i): LifeSpan[] => {
      const [from, to] = [x(at), x(stood[i + 1]?.at ?? until)]
      const width = Math.round(to - from)
      return width <= 0 ? [] : [{ x: Math.round(from), width, className: statusClass[status], stale }]
    }),
    ticks: drafts.map(({ number, at }) => ({ x: Math.round(x(at)), words: `draft ${number}` })),
    describes: stood.map((one) => `${timeWords(one.at).words}: ${inWords(one)}`).join('; '),
    steps: stepsOf(input, stood),
  }
}

/** How the claim stood from when on; one entry for each change of its status. */
function standings({ claimId, events }: LifeInput, born: Date): Stood[] {
  const all: Stood[] = [{ at: born, status: 'unreviewed', stale: false }]
  for (const { at, payload } of events) {
    const told = standingsIn(payload ?? {}).find((one) => one.claimId === claimId)
    const last = all.at(-1)
    if (told === undefined || (last?.status === told.status && last.stale === told.stale)) continue
    all.push({ at: new Date(at), status: told.status as Status, stale: told.stale })
  }
  return all
}

const inWords = ({ status, stale }: Stood): string =>
  `${statusWords[status]}${stale ? ', reworded since checked' : ''}`

function stepsOf({ claimId, drafts, events }: LifeInput, stood: readonly Stood[]): LifeStep[] {
  const statusAt = (at: Date): LifeStep['status'] => {
    const turned = stood.find((one, i) => i > 0 && one.at.getTime() === at.getTime())
    return turned === undefined
      ? null
      : {
          words: inWords(turned),
          className: `${statusClass[turned.status]}${turned.stale ? ' is-stale' : ''}`,
        }
  }
  const step = (at: Date, sentence: string, words: LifeStep['words']): LifeStep => ({
    at: timeWords(at),
    sentence,
    words,
    status: statusAt(at),
    href: `/claims/${claimId}?at=${at.toISOString()}`,
  })
  const happened = events
    .filter(({ kind }) => kind !== 'draft.imported' && kind !== 'report.imported')
    .map((event) => step(new Date(event.at), describeEvent(event), null))
  const drafted = drafts.map((draft, i) =>
    step(draft.at, draftWords(draft, i), wordsOf(draft, drafts[i - 1])),
  )
  return [...drafted, ...happened].toSorted((a, b) => Date.parse(a.at.iso) - Date.parse(b.at.iso))
}

const draftWords = ({ number, state }: LifeDraft, index: number): string =>
  index === 0 ? `Draft ${number}: it came` : `Draft ${number}: ${DRAFT_WORDS[state] ?? state}`

function wordsOf({ quote }: LifeDraft, before: LifeDraft | undefined): LifeStep['words'] {
  if (before === undefined) return [{ kind: 'same', words: quote }]
  return before.quote === quote ? null : wordDiff(before.quote, quote)
}
