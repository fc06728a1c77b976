import type { OfferedTick, StandingTick } from '../../drafts/list-ticks.ts'
import { timeWords, type TimeWords } from './time-words.ts'

/** A work to tick against. `value`: `citation:ID` or `source:ID`. */
export interface TickSource {
  readonly value: string
  readonly words: string
  readonly citationId: string | null
  readonly sourceId: string | null
}

/** What can be ticked in a claim, heading or caption, and what is. */
export interface TicksView {
  readonly draftId: string
  readonly spans: readonly SpanView[]
  readonly others: readonly (TickView & { readonly quote: string })[]
  readonly sources: readonly TickSource[]
  /** Without a choice a span is ticked against what the nearest note cites. */
  readonly near: boolean
  readonly offered: number
  readonly ticked: number
  readonly mayTick: boolean
}

/** `value`: what a button sends: place and kind. `next`: the one that the key ticks. */
export interface SpanView {
  readonly value: string
  readonly quote: string
  readonly kind: string
  readonly next: boolean
  readonly ticks: readonly TickView[]
}

export interface TickView {
  readonly id: string
  readonly by: string
  readonly at: TimeWords
  readonly against: string
  readonly mayTakeBack: boolean
}

export interface TicksInput {
  readonly draftId: string
  readonly spans: readonly OfferedTick[]
  readonly others: readonly StandingTick[]
  readonly sources: readonly TickSource[]
  readonly near: boolean
  readonly readerId: string
  readonly mayTick: boolean
  readonly mayTakeBackAll: boolean
}

export function ticksView(input: TicksInput): TicksView {
  const { draftId, spans, others, sources, near, mayTick } = input
  const first = spans.findIndex(({ ticks }) => ticks.length === 0)
  return {
    ...{ draftId, sources, near, mayTick, offered: spans.length },
    ticked: spans.filter(({ ticks }) => ticks.length > 0).length,
    spans: spans.map(({ start, end, kind, quote, ticks }, index) => ({
      ...{ value: `${start}-${end}-${kind}`, quote, kind, next: index === first },
      ticks: ticks.map((tick) => tickView(tick, input)),
    })),
    others: others.map((tick) => ({ ...tickView(tick, input), quote: tick.quote })),
  }
}

function tickView(tick: StandingTick, { sources, readerId, mayTick, mayTakeBackAll }: TicksInput): TickView {
  const against =
    sources.find(({ citationId }) => citationId !== null && citationId === tick.citationId) ??
    sources.find(({ sourceId }) => sourceId !== null && sourceId === tick.sourceId)
  return {
    id: tick.id,
    by: tick.by.name,
    at: timeWords(tick.at),
    against: against?.words ?? 'another source',
    mayTakeBack: mayTick && (mayTakeBackAll || tick.by.id === readerId),
  }
}
