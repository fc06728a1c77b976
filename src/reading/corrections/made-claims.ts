import type { Span } from '../../text/span.ts'
import type { Block, ReadClaim } from '../document.ts'
import { claimAt } from './claim-at.ts'
import { claimOn, markersOn } from './claim-on.ts'
import type { Layer, LayerMarker } from './layer.ts'
import { overlap } from './overlap.ts'

/** A claim that a person made, which no reading finds: of the sentences that a stretch stands in, or of exactly these words. */
export interface MadeClaim extends Span {
  readonly exact: boolean
  /** The markers that it leans on, by index. */
  readonly markers: readonly number[]
}

/**
 * The claims of some blocks with those that people made: what a person decided stands, and no reading is laid over its words.
 * Every marker of a claim that gives way goes to the one that took its words. `read`: named by the indexes of the layer.
 */
export function withMade(
  layer: Layer,
  blocks: readonly Block[],
  read: readonly ReadClaim[],
  made: readonly MadeClaim[],
): ReadClaim[] {
  const [from, to] = [blocks[0]?.start ?? 0, blocks.at(-1)?.end ?? 0]
  const inside = made.filter(({ start, end }) => start >= from && end <= to)
  const exact = disjoint(inside.filter((claim) => claim.exact && standsIn(blocks, claim)))
  const owned = new Set(exact.flatMap(({ markers }) => markers))
  const kept = read
    .filter((claim) => !exact.some((one) => overlap(one, claim) > 0))
    .map((claim) => withoutMarkers(claim, owned))
  const held = new Set([...owned, ...kept.flatMap(markersIn)])
  const given = read.filter((claim) => exact.some((one) => overlap(one, claim) > 0))
  const shaped = exact.map((claim) => claimOn(layer, claim, markersOf(layer, claim, { held, given, exact })))
  const others = [...kept, ...shaped]
  const sentences = inside
    .filter((claim) => !claim.exact && !others.some((one) => overlap(one, claim) > 0))
    .flatMap((span) => claimAt(layer, span) ?? [])
  return [...others, ...sentences]
}

const markersIn = ({ notes }: ReadClaim): number[] => notes.map(({ marker }) => marker)

/** A claim without the markers that a person gave to others. */
const withoutMarkers = (claim: ReadClaim, owned: ReadonlySet<number>): ReadClaim =>
  claim.notes.some(({ marker }) => owned.has(marker))
    ? { ...claim, notes: claim.notes.filter(({ marker }) => !owned.has(marker)) }
    : claim

/** Whether both ends of a claim stand in blocks of the body. */
function standsIn(blocks: readonly Block[], { start, end }: Span): boolean {
  const holds = (at: number): boolean =>
    blocks.some((block) => block.kind !== 'note' && block.start <= at && at < block.end)
  return holds(start) && holds(end - 1)
}

/** Claims without those that an earlier one has words in common with. */
function disjoint(claims: readonly MadeClaim[]): MadeClaim[] {
  const kept: MadeClaim[] = []
  for (const claim of claims) if (!kept.some((one) => overlap(one, claim) > 0)) kept.push(claim)
  return kept
}

interface Others {
  /** Markers that belong to some claim. */
  readonly held: ReadonlySet<number>
  /** Claims of the reading that give way. */
  readonly given: readonly ReadClaim[]
  readonly exact: readonly MadeClaim[]
}

/** Its own markers, those on its words that belong to no other claim, and those that it has of a claim that gave way to it. */
function markersOf(layer: Layer, claim: MadeClaim, { held, given, exact }: Others): LayerMarker[] {
  const own = new Set(claim.markers)
  const near = (one: MadeClaim): number[] => markersOn(layer, one).map(({ index }) => index)
  const left = new Set([
    ...given.filter((gone) => heirOf(gone, exact) === claim).flatMap(markersIn),
    ...near(claim),
  ])
  const others = new Set([...held, ...exact.filter((one) => one !== claim).flatMap(near)])
  return layer.markers.filter(({ index }) => own.has(index) || (left.has(index) && !others.has(index)))
}

/** The last of the made claims on the words of a claim that gives way. */
const heirOf = (gone: Span, exact: readonly MadeClaim[]): MadeClaim | undefined =>
  exact.filter((claim) => overlap(claim, gone) > 0).at(-1)
