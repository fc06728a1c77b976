import type { Span } from '../../text/span.ts'
import type { ComparedPassage, Comparison, Quoted } from './comparison.ts'
import { firstIndex } from '../../text/first-index.ts'

/** A claim of the old document where it stands there. */
export interface OldClaim extends Span {
  readonly quote: string
}

/** A place in the new text. `isPart`: of a sentence whose rest is no part of the claim. */
export interface ClaimTarget extends Span {
  readonly isPart: boolean
  readonly moved: boolean
}

/** Tells where claims of the old text stand by where its passages went. */
export class ClaimTargets {
  private readonly olds: readonly ComparedPassage[]
  private readonly places: readonly Quoted[]

  constructor({ passages }: Comparison) {
    this.olds = passages
    this.places = passages.flatMap((passage) => passage.new ?? []).toSorted((a, b) => a.start - b.start)
  }

  /** Null where no place is certain. */
  of(claim: OldClaim): ClaimTarget | null {
    const held = this.passagesOf(claim)
    const [only] = held
    if (only !== undefined && held.length === 1 && isPartOf(claim, only.old)) return partOf(claim, only)
    return this.hullOf(held)
  }

  private passagesOf({ start, end }: Span): ComparedPassage[] {
    const held: ComparedPassage[] = []
    for (let at = firstIndex(this.olds, (passage) => passage.old.end > start); ; at++) {
      const passage = this.olds[at]
      if (passage === undefined || passage.old.start >= end) return held
      held.push(passage)
    }
  }

  /** All words between the first and the last place of a claim's passages, if they stand in order with no other's between them. */
  private hullOf(held: readonly ComparedPassage[]): ClaimTarget | null {
    const places = held.flatMap((passage) => passage.new ?? [])
    const [first, last] = [places[0], places.at(-1)]
    if (first === undefined || last === undefined || last.end <= first.start) return null
    const from = firstIndex(this.places, ({ start }) => start >= first.start)
    const inOrder = places.every((place, i) => this.places[from + i] === place)
    const moved = held.some(({ status }) => status === 'moved')
    return inOrder ? { start: first.start, end: last.end, isPart: false, moved } : null
  }
}

/** What may stand beside a claim in its sentence: the markers that end it, marks and blanks. */
const NOT_WORDS = /^(?:\[[^\]\n]{1,60}\]|[\s\p{P}])*$/u

const isPartOf = (claim: OldClaim, { start, quote }: Quoted): boolean =>
  !NOT_WORDS.test(quote.slice(0, Math.max(0, claim.start - start))) ||
  !NOT_WORDS.test(quote.slice(Math.max(0, claim.end - start)))

/** A part of a sentence is found by its very words, if they stand there once. */
function partOf({ quote }: OldClaim, { new: place, status }: ComparedPassage): ClaimTarget | null {
  const at = place?.quote.indexOf(quote) ?? -1
  if (place === null || at < 0 || place.quote.includes(quote, at + 1)) return null
  const start = place.start + at
  return { start, end: start + quote.length, isPart: true, moved: status === 'moved' }
}
