import { CAPITAL, NUMBER, WORD, type Tokens } from './tokens.ts'
import { BIT, classesOf, word } from './word-classes.ts'

const MAY = word('may')
const MIGHT = word('might')
const COULD = word('could')
const NOT = word('not')

/** Whether the words of a phrase mean something else here: the month of May, might as strength, "could not" as inability. */
export function isHomograph(tokens: Tokens, from: number, to: number): boolean {
  if (to - from > 1) return false
  const id = tokens.ids[from]
  if (id === MAY) return isMonth(tokens, from)
  if (id === MIGHT) return isStrength(tokens, from)
  return id === COULD && tokens.ids[to] === NOT
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
  if ((classesOf(next) & (BIT.preposition | BIT.conjunction)) !== 0) return true
  return (classesOf(tokens.ids[at - 1] ?? 0) & BIT.determiner) !== 0
}

const has = (tokens: Tokens, at: number, flag: number): boolean => ((tokens.flags[at] ?? 0) & flag) !== 0
