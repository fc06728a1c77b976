import type { TokenRun } from './found.ts'
import { CAPITAL, QUOTED, type Tokens } from './tokens.ts'
import { BIT, word } from './word-classes.ts'

const THAT = word('that')
const SAYING = [word('saying'), word('stating'), word('claiming'), word('alleging'), word('suggesting')]
const REACH = 24

/**
 * Reports, statements, rumours whose content the sentence goes on to give ("there are unconfirmed reports that …",
 * "a report by the Observatory saying that …", "other reports suggest"): the noun with the adjectives and names before it.
 */
export function reportNouns(tokens: Tokens): TokenRun[] {
  const runs: TokenRun[] = []
  if ((tokens.anyClass & BIT.reportNoun) === 0) return runs
  for (let at = 0; at < tokens.ids.length; at++)
    if (isReport(tokens, at) && givesContent(tokens, at + 1))
      runs.push({ from: startOf(tokens, at), to: at + 1 })
  return runs
}

const classesAt = (tokens: Tokens, at: number): number => tokens.classes[at] ?? 0

const isReport = (tokens: Tokens, at: number): boolean =>
  (classesAt(tokens, at) & BIT.reportNoun) !== 0 && ((tokens.flags[at] ?? 0) & QUOTED) === 0

/** "that" or a verb of saying right after the noun, or "saying that" a little later. */
function givesContent(tokens: Tokens, from: number): boolean {
  if (tokens.ids[from] === THAT || (classesAt(tokens, from) & (BIT.report | BIT.opinion)) !== 0) return true
  for (let at = from; at < Math.min(from + REACH, tokens.ids.length); at++)
    if (SAYING.includes(tokens.ids[at] ?? 0)) return true
  return false
}

/** The first token of the noun's group: names, adjectives of doubt and number before it, and its article. */
function startOf(tokens: Tokens, head: number): number {
  let from = head
  while (from > 0 && head - from < 8 && isPartOfGroup(tokens, from - 1)) from--
  return from > 0 && (classesAt(tokens, from - 1) & BIT.determiner) !== 0 ? from - 1 : from
}

function isPartOfGroup(tokens: Tokens, at: number): boolean {
  const kinds = classesAt(tokens, at)
  if ((kinds & (BIT.peopleModifier | BIT.quantifier)) !== 0) return true
  const isClosed = (kinds & (BIT.determiner | BIT.conjunction | BIT.preposition | BIT.be | BIT.adverb)) !== 0
  return !isClosed && ((tokens.flags[at] ?? 0) & CAPITAL) !== 0
}
