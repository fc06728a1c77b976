import { align } from '../../text/alignment.ts'
import { firstIndex } from '../../text/first-index.ts'
import { type ComparedPassage, type Comparison, quoteOf } from './comparison.ts'
import { judgeOf } from './judge.ts'
import { type Comparable, type Passage, passagesOf } from './passages.ts'
import { type Place, placesOf } from './places.ts'
import { proposalsFor } from './proposals.ts'
import { sidesOf } from './sides.ts'
import { Wordings } from './wordings.ts'

/**
 * Where each sentence of an old document went in a new one, and what changed in it. A place is given only where it is
 * certain: by the same words in order, by the same words standing once in each text, or by likeness between the same
 * neighbours. Pure and deterministic; near linear.
 */
export function compareDocuments(old: Comparable, next: Comparable): Comparison {
  const [olds, news] = [passagesOf(old), passagesOf(next)]
  const wordings = new Wordings()
  const sides = sidesOf(olds, news, wordings)
  const alignment = align(sides)
  const places = placesOf({ old, new: next }, olds, news, alignment)
  const added = leftOver(news, places)
  const judge = judgeOf(old, next, wordings)
  const proposals = proposalsFor(sides, indexesWithout(olds, places), added)
  const passages = olds.map((passage, index): ComparedPassage => {
    const quoted = quoteOf(old.text, passage)
    const place = places.get(index)
    if (place) {
      const { status, changes } = judge(passage, place)
      return { old: quoted, status, new: quoteOf(next.text, place.span), changes }
    }
    const proposed = (proposals.get(index) ?? []).flatMap(({ new: at, similarity }) => {
      const span = news[at]
      return span ? [{ ...quoteOf(next.text, span), similarity }] : []
    })
    const deleted = { old: quoted, status: 'deleted', new: null, changes: [] } as const
    return proposed.length > 0 ? { ...deleted, proposals: proposed } : deleted
  })
  return { passages, added: added.flatMap((index) => (news[index] ? [quoteOf(next.text, news[index])] : [])) }
}

const indexesWithout = (olds: readonly Passage[], places: ReadonlyMap<number, unknown>): number[] =>
  [...olds.keys()].filter((index) => !places.has(index))

/** The new passages that nothing old stands on. */
function leftOver(news: readonly Passage[], places: ReadonlyMap<number, Place>): number[] {
  const taken = [...places.values()].map(({ span }) => span).toSorted((a, b) => a.start - b.start)
  return [...news.keys()].filter((index) => {
    const { start, end } = news[index] ?? { start: 0, end: 0 }
    const next = taken[firstIndex(taken, (span) => span.end > start)]
    return next === undefined || next.start >= end
  })
}
