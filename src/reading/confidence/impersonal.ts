import type { TokenRun } from './found.ts'
import { WORD, type Tokens } from './tokens.ts'
import { BIT, word } from './word-classes.ts'

const IT = word('it')
const BY = word('by')
const THAT = word('that')
const TO = word('to')
const AS = word('as')

/** Tokens between the participle and its "that" ("It was reported on Monday by nobody that"). */
const THAT_REACH = 8

/** "It was also reported", "it has been suggested": a passive with nobody behind it, as the run from "it" to its participle. */
export function impersonalReports(tokens: Tokens): TokenRun[] {
  const runs: TokenRun[] = []
  if ((tokens.anyClass & BIT.passiveReport) === 0) return runs
  for (let at = 0; at < tokens.ids.length; at++) {
    const to = tokens.ids[at] === IT ? endOfPassive(tokens, at + 1) : -1
    if (to > 0 && saysSomething(tokens, to)) runs.push({ from: at, to })
  }
  return runs
}

/** The token after the participle of a passive that starts at `from`, or -1. */
function endOfPassive(tokens: Tokens, from: number): number {
  let sawBe = false
  for (let at = from; at < from + 6; at++) {
    const kinds = tokens.classes[at] ?? 0
    if (sawBe && (kinds & BIT.passiveReport) !== 0) return at + 1
    if ((kinds & BIT.negation) !== 0 || (kinds & (BIT.be | BIT.have | BIT.adverb)) === 0) return -1
    sawBe ||= (kinds & BIT.be) !== 0
  }
  return -1
}

/** A "that" follows in the same clause, and no "by" that names who said it; or the sentence stops there ("it is said,"). */
function saysSomething(tokens: Tokens, from: number): boolean {
  if (tokens.ids[from] === undefined) return true
  for (let at = from; at < Math.min(from + THAT_REACH, tokens.ids.length); at++) {
    const id = tokens.ids[at]
    if (id === THAT) return true
    if (id === BY || id === TO || id === AS) return false
    if (((tokens.flags[at] ?? 0) & WORD) === 0) return at === from
  }
  return false
}
