import { withoutTypography } from '../../text/typography.ts'
import { isNegation } from './negation.ts'
import { stepsBetween, type Token, tokensOf } from './tokens.ts'

/**
 * Whether two texts differ only in words that are written as one or as two ("El Dorado", "Eldorado"; "South-Eastern",
 * "Southeastern"), a capital inside aside. A word that denies is never a part of another.
 */
export function isRespaced(old: string, next: string): boolean {
  const [before, after] = [withoutTypography(old), withoutTypography(next)]
  if (lettersOf(before) !== lettersOf(after)) return false
  let removed: readonly Token[] = []
  for (const { kind, tokens } of stepsBetween(tokensOf(before), tokensOf(after))) {
    if (kind === 'same' && removed.length > 0) return false
    if (kind === 'added' && !isJoining(removed, tokens)) return false
    removed = kind === 'removed' ? tokens : []
  }
  return removed.length === 0
}

const lettersOf = (text: string): string => text.replace(/[\s\p{Pd}]/gu, '').toLowerCase()

const isJoining = (removed: readonly Token[], added: readonly Token[]): boolean =>
  removed.length !== added.length &&
  ![...removed, ...added].some((token) => isNegation(token) || /\p{N}/u.test(token.text)) &&
  joined(removed) === joined(added)

const joined = (tokens: readonly Token[]): string => lettersOf(tokens.map(({ text }) => text).join(''))
