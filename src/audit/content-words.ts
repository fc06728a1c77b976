import { wordsIn } from '../text/similarity-words.ts'

/** Words that tell nothing of what a sentence is about. */
const COMMON = new Set(
  'a an the and or but of in on at to by for from with as is are was were be been has have had it its this that these those he she they his her their who which when where while after before during also not no there than then into over under between about against more most other some any all left right center centre top bottom'.split(
    ' ',
  ),
)

/** The words of a stretch that say what it is about, small, each once; numbers left out. */
export const contentWords = (words: string): ReadonlySet<string> =>
  new Set(wordsIn(words).filter((word) => word.length > 2 && !COMMON.has(word) && !/\d/.test(word)))

/** Of the words of the smaller set, the share that the other has, too: 0 to 1. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  if (small.size === 0) return 0
  let shared = 0
  for (const word of small) if (large.has(word)) shared++
  return shared / small.size
}
