import { placesOnce, type IdLink } from './alignment-exact.ts'
import type { Sides } from './alignment-run.ts'

/** The least letters of a wording that, standing once in both texts, is known again wherever it stands. */
const TELLING = 24

/**
 * The pieces that went elsewhere, word for word: those that stand once in each text, and what stood next to them and
 * still does. `isTaken` tells what has been linked; `take` is called for each link as it is made.
 */
export function findMoved(sides: Sides, taken: Taken): IdLink[] {
  const { old, new: next } = sides
  const places = placesOnce(next.ids, 0, next.ids.length, () => true)
  const found: IdLink[] = []
  for (const [id, at] of placesOnce(old.ids, 0, old.ids.length, () => true)) {
    const place = places.get(id) ?? -1
    if (at < 0 || place < 0 || (old.letters[at] ?? 0) < TELLING) continue
    if (!taken.old(at) && !taken.new(place)) found.push({ old: at, new: place })
  }
  for (const link of found) taken.take(link)
  return [...found, ...found.flatMap((link) => neighboursOf(sides, link, taken))]
}

export interface Taken {
  readonly old: (index: number) => boolean
  readonly new: (index: number) => boolean
  readonly take: (link: IdLink) => void
}

/** What stands right before and after a moved piece in both texts, as long as the words are the same. */
function neighboursOf({ old, new: next }: Sides, link: IdLink, taken: Taken): IdLink[] {
  const found: IdLink[] = []
  for (const step of [1, -1])
    for (let by = step; ; by += step) {
      const at = link.old + by
      const place = link.new + by
      const id = old.ids[at]
      if (id === undefined || id !== next.ids[place] || taken.old(at) || taken.new(place)) break
      found.push({ old: at, new: place })
      taken.take({ old: at, new: place })
    }
  return found
}
