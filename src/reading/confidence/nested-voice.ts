import type { Voice } from './speakers.ts'
import type { Tokens } from './tokens.ts'
import { word } from './word-classes.ts'

const THAT = word('that')
const COMMA = word(',')

/**
 * Whose words a speaker gives in turn: "Cole said that the ministry claims …", "Cole said the ministry claims …", "according
 * to Cole, the ministry claims …". Null when the next speaker only stands beside ("Cole said …, and Lee said …").
 */
export function nestedVoice(tokens: Tokens, outer: Voice, spoken: readonly Voice[]): Voice | null {
  for (const voice of spoken) {
    if (voice.verb.from < Math.max(outer.verb.to, outer.to)) continue
    const from = startOfInner(tokens, outer, voice)
    return from === null || from >= voice.to ? null : { ...voice, from }
  }
  return null
}

/** Where the inner speaker's words start, those of the outer one left out; null where no clause of the outer one's opens. */
function startOfInner(tokens: Tokens, outer: Voice, { from }: Voice): number | null {
  const opened = Math.max(outer.verb.to, outer.to)
  if (from <= opened) return opened === outer.verb.to ? opened : null
  const before = tokens.ids[from - 1]
  if (before === THAT) return from
  return before === COMMA && from - 1 === outer.to && outer.verb.to === outer.from ? from : null
}
