import { isCommonWord, isFunctionWord } from './common-words.ts'
import type { TickContext } from './context.ts'
import { HEADS, NEVER } from './entities.ts'
import type { Token } from './tokens.ts'

/**
 * Whether the capital of each token says that it belongs to a name. Where a capital stands for its place alone, at the start of
 * a sentence or in a heading with a capital on every word, the word must be no ordinary one.
 */
export function nameWords(tokens: readonly Token[], context: TickContext): boolean[] {
  const inTitle = titleStretches(tokens)
  return tokens.map((token, at) => {
    if (!token.capital || NEVER.has(token.words)) return false
    if (tokens[at + 1]?.kind === 'number' && tokens[at + 1]?.touches === true) return token.words.length < 4
    if (inTitle[at] === true) return isTelling(tokens, at, context)
    if (!token.opens) return !isFunctionWord(token.lower)
    return isTelling(tokens, at, context) || opensName(tokens, at)
  })
}

/** Whether a capital tells a name where every word may have one: by the word itself, or by how the draft writes it elsewhere. */
function isTelling(tokens: readonly Token[], at: number, { small, capitals }: TickContext): boolean {
  const lower = tokens[at]?.lower ?? ''
  if (isFunctionWord(lower)) return false
  if (!small.has(lower) && (!isCommonWord(lower) || capitals.has(lower))) return true
  const [before, next] = [tokens[at - 1]?.lower ?? '', tokens[at + 1]?.lower ?? '']
  return capitals.has(`${before} ${lower}`) || capitals.has(`${lower} ${next}`)
}

/** "Human Rights Watch said": an ordinary word that opens a sentence and a name whose own words are ordinary ones too. */
function opensName(tokens: readonly Token[], at: number): boolean {
  if (isFunctionWord(tokens[at]?.lower ?? '')) return false
  for (let next = at + 1; next < Math.min(at + 4, tokens.length); next++) {
    const token = tokens[next]
    if (token?.capital !== true || token.opens || token.afterGap) return false
    if (HEADS.has(token.words)) return true
    if (!isCommonWord(token.lower)) return false
  }
  return false
}

/** Which tokens stand in a sentence, or a quotation, with a capital on its ordinary words. */
function titleStretches(tokens: readonly Token[]): boolean[] {
  const inSentence = titledBetween(tokens, (at) => tokens[at]?.opens === true && endsBefore(tokens, at))
  if (!tokens.some(isQuoteMark)) return inSentence
  const inQuotes = titledBetween(tokens, (at) => isQuoteMark(tokens[at]))
  return inSentence.map((isTitled, at) => isTitled || inQuotes[at] === true)
}

const isQuoteMark = (token: Token | undefined): boolean =>
  token?.kind === 'mark' && '"“”„«»'.includes(token.words)

function titledBetween(tokens: readonly Token[], startsAt: (at: number) => boolean): boolean[] {
  const inTitle: boolean[] = []
  for (let from = 0; from < tokens.length;) {
    let to = from + 1
    while (to < tokens.length && !startsAt(to)) to++
    const isTitle = isTitled(tokens, from, to)
    while (from < to) inTitle[from++] = isTitle
  }
  return inTitle
}

const endsBefore = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.afterGap === true ||
  /[.!?…]/.test(`${tokens[at - 1]?.words ?? ''}${tokens[at - 2]?.words ?? ''}`)

/** The share of ordinary words with a capital that makes a title: in one, hardly a word of content goes without. */
const RAISED = 0.87

function isTitled(tokens: readonly Token[], from: number, to: number): boolean {
  const raised = countOrdinary(tokens, from, to, true)
  return raised > 1 && raised > (raised + countOrdinary(tokens, from, to, false)) * RAISED
}

/** How many ordinary words of some length have a capital, or have none. */
function countOrdinary(tokens: readonly Token[], from: number, to: number, capital: boolean): number {
  let count = 0
  for (let at = from; at < to; at++) {
    const token = tokens[at]
    if (token?.kind !== 'word' || token.capital !== capital || token.lower.length < 4) continue
    if (isCommonWord(token.lower) && !isFunctionWord(token.lower)) count++
  }
  return count
}
