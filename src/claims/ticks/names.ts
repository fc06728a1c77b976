import { nameWords } from './capitals.ts'
import { isCommonWord } from './common-words.ts'
import type { TickContext } from './context.ts'
import { HEADS, known, PLACE_KINDS, PLACE_OF, PLACE_OPENINGS, SMALL_PLACE_KINDS } from './entities.ts'
import { nameRuns } from './name-runs.ts'
import { follows, type TokenRun } from './token-run.ts'
import type { Token } from './tokens.ts'

export interface NamedRun extends TokenRun {
  readonly kind: 'name' | 'place'
}

/** Names and places among the tokens that are not `taken` by dates, titles and numbers, in order. */
export function namesAmong(
  tokens: readonly Token[],
  taken: ReadonlySet<number>,
  context: TickContext,
): NamedRun[] {
  const isNameWord = nameWords(tokens, context)
  markKnown(tokens, isNameWord)
  return nameRuns(tokens, isNameWord, taken).flatMap((run) => divided(tokens, run))
}

/** Known names hold wherever they stand, whatever their words ("United Nations" at the start of a sentence). */
function markKnown(tokens: readonly Token[], isNameWord: boolean[]): void {
  for (let at = 0; at < tokens.length;) {
    const phrase = tokens[at]?.kind === 'word' ? known.at(tokens, at) : null
    for (let i = at; i < (phrase?.end ?? at); i++) if (tokens[i]?.kind === 'word') isNameWord[i] = true
    at = phrase?.end ?? at + 1
  }
}

/** A run as the names it holds: words for peoples taken off, known names that stand side by side parted. */
function divided(tokens: readonly Token[], { from, to }: TokenRun): NamedRun[] {
  if (from >= to) return []
  const first = knownWithin(tokens, from, to)
  if (first?.end === to) return first.value === 'people' ? [] : [{ from, to, kind: first.value }]
  if (hasHead(tokens, from, to)) return [placed(tokens, { from, to })]
  if (first?.value === 'people') return afterPeople(tokens, { from: afterJoint(tokens, first.end), to })
  if (first && partsAfter(tokens, first.end, to, first.value))
    return [
      ...divided(tokens, { from, to: first.end }),
      ...divided(tokens, { from: afterJoint(tokens, first.end), to }),
    ]
  return [placed(tokens, withoutPeople(tokens, { from, to }))]
}

/** "Russian Vladimir Putin" leaves the name; "Islamic World" leaves an ordinary word, which is none. */
const afterPeople = (tokens: readonly Token[], run: TokenRun): NamedRun[] =>
  run.to - run.from === 1 && isCommonWord(tokens[run.from]?.lower ?? '') ? [] : divided(tokens, run)

function knownWithin(tokens: readonly Token[], from: number, to: number): ReturnType<typeof known.at> {
  const found = known.at(tokens, from)
  return found && found.end <= to && !isInsideWord(tokens, found.end) ? found : null
}

/** "Al" of "Al-Sinwar" is no name of its own, nor "Iran" of "Iran-Contra"; those stay whole. */
const isInsideWord = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.words === '-' && tokens[at].touches && tokens[at + 1]?.kind === 'number'

const afterJoint = (tokens: readonly Token[], at: number): number =>
  tokens[at]?.kind === 'mark' ? at + 1 : at

/** A place is parted from what follows; a name from another known one. */
const partsAfter = (tokens: readonly Token[], at: number, to: number, kind: string): boolean =>
  kind === 'place' ? !PLACE_KINDS.has(tokens[to - 1]?.words ?? '') : knownWithin(tokens, at, to) !== null

const hasHead = (tokens: readonly Token[], from: number, to: number): boolean => {
  for (let at = from; at < to; at++)
    if (HEADS.has(tokens[at]?.words ?? '') && (at > from || to - from > 1)) return true
  return false
}

/** Peoples at the end of a run ("Lebanese Hizbullah" lost its own before, "Sunni Arabs"): no part of a name. */
function withoutPeople(tokens: readonly Token[], { from, to }: TokenRun): TokenRun {
  const last = known.at(tokens, to - 1)
  return last?.value === 'people' && to - from > 1 ? { from, to: to - 1 } : { from, to }
}

function placed(tokens: readonly Token[], run: TokenRun): NamedRun {
  return { ...run, kind: isPlace(tokens, run) ? 'place' : 'name' }
}

/** Clues that an unknown name is a place: its own words, or those beside it. */
function isPlace(tokens: readonly Token[], { from, to }: TokenRun): boolean {
  const [first, last, before, next] = [tokens[from], tokens[to - 1], tokens[from - 1], tokens[to]]
  if (to - from > 1 && PLACE_KINDS.has(last?.words ?? '')) return true
  if (to - from > 1 && PLACE_OPENINGS.has(first?.words ?? '')) return true
  if (hasHead(tokens, from, to)) return false
  if (last?.possessive === false && follows(tokens, to) && SMALL_PLACE_KINDS.has(next?.lower ?? ''))
    return true
  if (before?.lower === 'of' && PLACE_OF.has(tokens[from - 2]?.lower ?? '')) return true
  return isInPlace(tokens, { from, to }, before)
}

/** "in Qamishli": a short name that is no abbreviation and owns nothing. */
function isInPlace(tokens: readonly Token[], { from, to }: TokenRun, before: Token | undefined): boolean {
  if (before === undefined || !/^(?:in|near)$/.test(before.lower) || to - from > 3) return false
  const words = tokens.slice(from, to)
  return words.every(
    (word) =>
      !word.possessive &&
      (word.words !== word.words.toUpperCase() || word.kind === 'mark') &&
      !isCommonWord(word.lower),
  )
}
