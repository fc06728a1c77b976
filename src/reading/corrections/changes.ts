import { readClaims } from '../claims/read-claims.ts'
import type { Block, ReadClaim, Sentence } from '../document.ts'
import { withLayerIndexes } from './claim-at.ts'
import { laidOut } from './laid-out.ts'
import type { Layer } from './layer.ts'
import { withMade, type MadeClaim } from './made-claims.ts'
import { changedSections } from './changed-sections.ts'

/** What of the sentences and claims changes between two layers over one text. Claims name notes and markers by index. */
export interface Changes {
  readonly sentences: { readonly removed: readonly Sentence[]; readonly added: readonly Sentence[] }
  readonly claims: { readonly removed: readonly ReadClaim[]; readonly added: readonly ReadClaim[] }
}

/**
 * Reads the sections in which two layers differ, as they were and as they are, and gives the differences: whatever a
 * correction does not touch is left alone, even where today's rules would read it otherwise than the reading did.
 * `made`: the claims that people made, those that stand before those that lost their words.
 */
export function changesBetween(before: Layer, after: Layer, made: readonly MadeClaim[]): Changes {
  const sections = changedSections(before, after)
  const was = sections.map((section) => readSection(before, section.before, made))
  const is = sections.map((section) => readSection(after, section.after, made))
  return {
    sentences: difference(
      was.flatMap((read) => read.sentences),
      is.flatMap((read) => read.sentences),
      ({ start, end, kind }) => `${start}-${end} ${kind}`,
    ),
    claims: difference(
      was.flatMap((read) => read.claims),
      is.flatMap((read) => read.claims),
      ({ start, end, notes }) => `${start}-${end} ${JSON.stringify(notes)}`,
    ),
  }
}

interface ReadSection {
  readonly sentences: readonly Sentence[]
  readonly claims: readonly ReadClaim[]
}

function readSection(layer: Layer, blocks: readonly Block[], made: readonly MadeClaim[]): ReadSection {
  if (blocks.length === 0) return { sentences: [], claims: [] }
  const { sentences, claims } = readClaims(laidOut(layer, blocks), layer.language)
  const read = claims.map((claim) => withLayerIndexes(layer, claim))
  return { sentences, claims: withMade(layer, blocks, read, made) }
}

function difference<T>(
  was: readonly T[],
  is: readonly T[],
  keyOf: (item: T) => string,
): { removed: T[]; added: T[] } {
  const [before, after] = [new Set(was.map(keyOf)), new Set(is.map(keyOf))]
  return {
    removed: was.filter((item) => !after.has(keyOf(item))),
    added: is.filter((item) => !before.has(keyOf(item))),
  }
}

/** Sentences with some changes made to them, in order of their place. */
export function changedSentences(
  sentences: readonly Sentence[],
  { removed, added }: Changes['sentences'],
): Sentence[] {
  const gone = new Set(removed.map(({ start, end }) => `${start}-${end}`))
  const inOrder = added.toSorted((a, b) => a.start - b.start)
  let next = 0
  const kept = sentences.filter((sentence) => {
    while ((inOrder[next]?.end ?? Infinity) <= sentence.start) next++
    const replaced = (inOrder[next]?.start ?? Infinity) < sentence.end
    return !replaced && !gone.has(`${sentence.start}-${sentence.end}`)
  })
  return [...kept, ...inOrder].toSorted((a, b) => a.start - b.start)
}
