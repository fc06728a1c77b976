import type { IsOrdinary } from './names.ts'

const SMALL = /(?<![\p{L}\p{N}])\p{Ll}[\p{L}\p{M}]*/gu
/** Words that open sentences and may be written with a capital only, in a short text. */
const OPENERS =
  /^(?:a|an|the|this|that|these|those|he|she|it|its|his|her|we|our|you|they|their|there|here|and|but|or|so|if|in|on|at|by|of|to|as|for|from|with|when|while|where|what|who|why|how|all|some|most|many|few|both|each|one|no|not|yes|yet|then|thus|also|still|such|since|after|before|because|although|however)$/

/** Tells ordinary words by the texts themselves: those that stand with a small letter somewhere. The texts are walked when it is first asked. */
export function ordinaryWordsOf(...texts: readonly string[]): IsOrdinary {
  let known: Set<string> | null = null
  return (word) => {
    if (OPENERS.test(word)) return true
    known ??= new Set(texts.flatMap((text) => text.match(SMALL) ?? []))
    return known.has(word)
  }
}
