import { HEADS, known, LEADING_PARTICLES, NUMBERED, PARTICLES } from './entities.ts'
import { isCommonWord } from './common-words.ts'
import { follows, type TokenRun } from './token-run.ts'
import type { Token } from './tokens.ts'

/** The most tokens that a name may have: bounds the work on a text that is all capitals. */
const LONGEST = 24

/** Runs of capitals that may be one name: with particles ("bin", "al-"), initials, and what a body is of or for. */
export function nameRuns(
  tokens: readonly Token[],
  isNameWord: readonly boolean[],
  taken: ReadonlySet<number>,
): TokenRun[] {
  const isName = (at: number): boolean => isNameWord[at] === true && !taken.has(at)
  const runs: TokenRun[] = []
  for (let at = 0; at < tokens.length;) {
    const start = startAt(tokens, at, isName)
    if (start === null) at++
    else {
      const to = endOf(tokens, start, isName)
      runs.push({ from: at, to })
      at = to
    }
  }
  return runs
}

type IsName = (at: number) => boolean

/** The first capital of a name that starts at token `at`, which may be a small particle ("al-Sinwar"). */
function startAt(tokens: readonly Token[], at: number, isName: IsName): number | null {
  if (isName(at)) return at
  const token = tokens[at]
  if (token === undefined || token.capital || !LEADING_PARTICLES.has(token.lower)) return null
  const next = isHyphen(tokens, at + 1) ? at + 2 : at + 1
  return isName(next) && follows(tokens, next) ? next : null
}

const isHyphen = (tokens: readonly Token[], at: number): boolean =>
  /^[-‐‑]$/.test(tokens[at]?.words ?? '') && tokens[at]?.touches === true && tokens[at + 1]?.touches === true

function endOf(tokens: readonly Token[], from: number, isName: IsName): number {
  let at = from + 1
  let hasHead = HEADS.has(tokens[from]?.words ?? '')
  for (;;) {
    if (at - from >= LONGEST) return at
    const next = nextOf(tokens, from, at, isName, hasHead)
    if (next === null) return at
    hasHead ||= HEADS.has(tokens[next - 1]?.words ?? '')
    at = next
  }
}

/** The index after the word that goes on with the name which ends before token `at`, or null. */
function nextOf(
  tokens: readonly Token[],
  from: number,
  at: number,
  isName: IsName,
  hasHead: boolean,
): number | null {
  const token = tokens[at]
  if (token === undefined || !follows(tokens, at)) return null
  if (isName(at)) return at + 1
  if (isHyphen(tokens, at)) return afterHyphen(tokens, from, at, isName)
  if (token.kind === 'number') return takesNumber(tokens, at) ? at + 1 : null
  return (
    overParticles(tokens, at, isName) ??
    (hasHead ? overConnector(tokens, at, isName) : null) ??
    overAmpersand(tokens, at, isName) ??
    overApostrophe(tokens, from, at, isName)
  )
}

/** "Resolution 1701", "A4", "G20". */
const takesNumber = (tokens: readonly Token[], at: number): boolean =>
  NUMBERED.has(tokens[at - 1]?.words ?? '') || tokens[at]?.touches === true

/** "Al-Sinwar", "Jean-Luc", "S-400", not "Hamas-Russia": two known names beside a hyphen stay two. */
function afterHyphen(tokens: readonly Token[], from: number, at: number, isName: IsName): number | null {
  const [before, next] = [tokens[at - 1], tokens[at + 1]]
  if (next?.kind === 'number')
    return (before?.words.length ?? 99) < 12 && before?.capital === true ? at + 2 : null
  const isKnown =
    at - from === 1 && known.at(tokens, from) !== null && !/^(?:al|el)$/i.test(before?.words ?? '')
  return isName(at + 1) && !isKnown ? at + 2 : null
}

function overParticles(tokens: readonly Token[], at: number, isName: IsName): number | null {
  let next = at
  while (next - at < 3 && isParticle(tokens[next]) && follows(tokens, next))
    next += isHyphen(tokens, next + 1) ? 2 : 1
  return next > at && isName(next) && follows(tokens, next) ? next + 1 : null
}

/** Apostrophes open a few: "'Adnan". "a", "an" and other words of grammar are no particles before a space. */
const isParticle = (token: Token | undefined): boolean =>
  token !== undefined &&
  !token.capital &&
  PARTICLES.has(token.lower) &&
  !/^(?:an|ad|as|at|ar|do|y|da|ten)$/.test(token.lower)

/** "Ministry of Health", "Observatory for Human Rights", "Department of the Treasury". */
function overConnector(tokens: readonly Token[], at: number, isName: IsName): number | null {
  const word = tokens[at]?.lower ?? ''
  if (word === 'and')
    return isName(at + 1) &&
      isCommonWord(tokens[at + 1]?.lower ?? '') &&
      isCommonWord(tokens[at - 1]?.lower ?? '') &&
      !HEADS.has(tokens[at - 1]?.words ?? '')
      ? at + 2
      : null
  if (word !== 'of' && word !== 'for') return null
  const next = tokens[at + 1]?.lower === 'the' ? at + 2 : at + 1
  return isName(next) && follows(tokens, next) ? next + 1 : null
}

const overAmpersand = (tokens: readonly Token[], at: number, isName: IsName): number | null =>
  tokens[at]?.words === '&' && isName(at + 1) ? at + 2 : null

/** "the Workers' Party", not "Hamas' Ministry": a plural that owns goes on with the noun that makes it a body. */
const overApostrophe = (tokens: readonly Token[], from: number, at: number, isName: IsName): number | null =>
  /^['’]$/.test(tokens[at]?.words ?? '') &&
  tokens[at]?.touches === true &&
  HEADS.has(tokens[at + 1]?.words ?? '') &&
  isName(at + 1) &&
  known.at(tokens, from) === null
    ? at + 2
    : null
