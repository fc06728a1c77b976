import { CAPITAL, NUMBER, WORD, type Tokens } from './tokens.ts'
import { BIT, word } from './word-classes.ts'

const MAY = word('may')
const MIGHT = word('might')
const OF = word('of')
const MANY = word('many')

/** Whether a word means something else here: the month of May, might as strength, part of a name, a share of known things. */
export function isHomograph(tokens: Tokens, from: number, to: number): boolean {
  if (to - from > 1) return false
  const id = tokens.ids[from] ?? 0
  if (id === MAY) return isMonth(tokens, from)
  if (id === MIGHT) return isStrength(tokens, from)
  if (((tokens.classes[from] ?? 0) & BIT.quantifier) !== 0)
    return id !== MANY && from > 0 && isShareOfKnown(tokens, to)
  return isInName(tokens, from)
}

/** "in May", "May 3", "3 May": a capital inside the sentence, or a number beside it. */
function isMonth(tokens: Tokens, at: number): boolean {
  if (has(tokens, at - 1, NUMBER)) return true
  return has(tokens, at, CAPITAL) && (at > 0 || has(tokens, at + 1, NUMBER))
}

/** "their military might": no word follows that it could be the auxiliary of, or a determiner stands before it. */
function isStrength(tokens: Tokens, at: number): boolean {
  const next = tokens.ids[at + 1]
  if (next === undefined || !has(tokens, at + 1, WORD)) return true
  if (((tokens.classes[at + 1] ?? 0) & (BIT.preposition | BIT.conjunction)) !== 0) return true
  return ((tokens.classes[at - 1] ?? 0) & BIT.determiner) !== 0
}

/** "some of the weapons", "some Wagner members": a part of things that the text names. ("Many" stays vague even so.) */
function isShareOfKnown(tokens: Tokens, to: number): boolean {
  if (tokens.ids[to] === OF) return ((tokens.classes[to + 1] ?? 0) & BIT.definite) !== 0
  return has(tokens, to, CAPITAL) && ((tokens.classes[to] ?? 0) & BIT.people) === 0
}

/** "the Revolutionary Guards": a capital inside the sentence, and another beside it. */
const isInName = (tokens: Tokens, at: number): boolean =>
  at > 0 && has(tokens, at, CAPITAL) && (has(tokens, at - 1, CAPITAL) || has(tokens, at + 1, CAPITAL))

const has = (tokens: Tokens, at: number, flag: number): boolean => ((tokens.flags[at] ?? 0) & flag) !== 0
