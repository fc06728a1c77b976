import type { Block } from '../../reading/document.ts'
import type { Span } from '../../text/span.ts'
import { type TickContext, tickContextOf } from './context.ts'
import { findTicks } from './find-ticks.ts'
import type { TickSpan } from './tick-span.ts'

/** A draft as its reading stands. */
export interface TickedDraft {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly markers: readonly Span[]
}

/** What can be ticked in one draft, looked for once in each stretch of it. */
export class DraftTicks {
  readonly context: TickContext
  private readonly found = new Map<string, readonly TickSpan[]>()

  constructor(private readonly draft: TickedDraft) {
    this.context = tickContextOf(draft)
  }

  within({ start, end }: Span): readonly TickSpan[] {
    const key = `${start}-${end}`
    const spans = this.found.get(key) ?? findTicks(this.draft.text, { start, end }, this.context)
    this.found.set(key, spans)
    return spans
  }
}

/** Drafts whose spans are kept at once: those that people are at work on. */
const MOST = 8

/** The spans of the drafts that were asked for last. A draft's text never changes; its reading does with its revision. */
export class TickCache {
  private readonly kept = new Map<string, Promise<DraftTicks>>()

  /** `load` is asked only for what is not kept. */
  of(draftId: string, revision: number, load: () => Promise<TickedDraft>): Promise<DraftTicks> {
    const key = `${draftId} ${revision}`
    const ticks = this.kept.get(key) ?? this.forgotten(key, load)
    this.kept.delete(key)
    this.kept.set(key, ticks)
    for (const oldest of [...this.kept.keys()].slice(0, -MOST)) this.kept.delete(oldest)
    return ticks
  }

  private forgotten(key: string, load: () => Promise<TickedDraft>): Promise<DraftTicks> {
    const ticks = load().then((draft) => new DraftTicks(draft))
    ticks.catch(() => this.kept.delete(key))
    return ticks
  }
}

/** Of this process. */
export const tickCache = new TickCache()
