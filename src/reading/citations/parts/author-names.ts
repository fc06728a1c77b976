import { readFileSync } from 'node:fs'
import type { CslName } from '../../document.ts'

interface NameWords {
  readonly and: readonly string[]
  readonly roles: readonly string[]
  readonly particles: readonly string[]
  readonly bodies: readonly string[]
}

const words = JSON.parse(readFileSync(new URL('./name-words.json', import.meta.url), 'utf8')) as NameWords
const oneOf = (list: readonly string[]): string => list.join('|')
const others = /[,;]?\s*(?:\bet al(?:ii)?\b|\band others\b|\bu\. ?a\b|\.\.\.|…)[\s\S]*$/i
const role = new RegExp(`[,;]?\\s*[([]?\\b(?:${oneOf(words.roles)})\\b\\.?[)\\]]?`, 'gi')
const separator = new RegExp(`\\s*(;|,?\\s(?:${oneOf(words.and)})\\s|,|\\s/\\s?|/\\s)\\s*`, 'u')
const initials = /^(?:\p{Lu}\p{Ll}?\.[\s-]{0,2}){1,5}\p{Lu}?$|^\p{Lu}{1,3}$|^(?:\p{Lu}[\s-]){1,3}\p{Lu}\.?$/u
const joinedInitials = /^\p{Lu}{1,3}$/u
const particle = new RegExp(`^(?:${oneOf(words.particles)})$`, 'i')
const body = new RegExp(`(?<!\\p{L})(?:${oneOf(words.bodies)})(?!\\p{L})`, 'iu')
/** More names than a reference prints. */
const MOST = 100

/**
 * The people or bodies that an author's or editor's part of a reference names, in any common order: "Boer, N., & Tamm, K.",
 * "N. Boer and K. Tamm", "Boer N, Tamm K", "Boer, Nina, and Kaja Tamm", "Board of Harbours".
 */
export function readNames(part: string): CslName[] {
  const listed = part.replace(others, '').replace(role, ' ').replace(/\s+/g, ' ').trim()
  const whole = withoutStop(listed.replace(/^[\s,;:.]+|[\s,;:]+$/g, ''))
  if (!/\p{L}{2}/u.test(whole)) return []
  if (isBody(whole)) return [{ literal: whole }]
  return listed.includes(';')
    ? whole.split(/\s*;\s*(?:(?:and|&)\s)?/).flatMap(ofInverted)
    : ofUnits(unitsOf(whole))
}

/** The full stop that closes the list goes, that of an initial stays: "N. Boer." but "Boer, N.". */
function withoutStop(names: string): string {
  const closesList =
    /\p{L}{3}\.$|\p{Lu}\. \p{Lu}\p{Ll}\.$/u.test(names) ||
    (/\p{Ll} \p{Lu}{1,3}\.$/u.test(names) && /\p{Ll} \p{Lu}{1,3},/u.test(names))
  return closesList ? names.slice(0, -1) : names
}

/** A body has a word for one in its name, or a small word that no person's has. One word alone is a name as it stands. */
const isBody = (whole: string): boolean => !/[,;]/.test(whole) && (body.test(whole) || !whole.includes(' '))

/** "Tamm, Kaja", of which others stand beside it behind semicolons. */
function ofInverted(text: string): CslName[] {
  const [family = '', given] = text.split(/\s*,\s*/)
  if (given !== undefined && family !== '') return [{ family, given: closed(given) }]
  return family === '' ? [] : ofUnits([family])
}

const unitsOf = (text: string): string[] =>
  text
    .split(separator)
    .filter((_, i) => i % 2 === 0)
    .slice(0, 2 * MOST)
    .map((unit) => unit.trim())
    .filter((unit) => unit !== '')

/** What stands between commas and "and", put together to names. */
function ofUnits(units: readonly string[]): CslName[] {
  const names: CslName[] = []
  for (let i = 0; i < units.length && names.length < MOST; i++) {
    const unit = units[i] ?? ''
    const next = units[i + 1]
    if (isInitials(unit)) continue
    if (next !== undefined && isGiven(unit, next, names.length)) {
      names.push({ family: unit, given: closed(next) })
      i++
    } else names.push(ofUnit(unit))
  }
  return names
}

const isInitials = (unit: string): boolean =>
  initials.test(unit.replace(/[()]/g, '')) &&
  unit.replace(/[^\p{L}]/gu, '').length <= 5 &&
  !/^\p{Lu}\p{Ll}+$/u.test(unit)

/** Whether `next` is the given name of the family `unit`: initials always, full names only of the first in the list. */
function isGiven(unit: string, next: string, index: number): boolean {
  if (isInitials(next)) return !/\s\p{Lu}{1,3}$/u.test(unit) && !/^\p{Lu}\./u.test(unit)
  return index === 0 && isFamilyAlone(unit) && /^\p{Lu}/u.test(next)
}

/** One word, or particles and one word. */
function isFamilyAlone(unit: string): boolean {
  const parts = unit.split(' ')
  return parts.slice(0, -1).every((part) => particle.test(part))
}

/** One unit with family and given name in it, or only a family. */
function ofUnit(unit: string): CslName {
  const bracketed = /^([^()]+?)\s*\(([^()]+)\)$/.exec(unit)
  if (bracketed) return { family: bracketed[1] ?? '', given: bracketed[2] ?? '' }
  const parts = unit.split(' ')
  const last = parts.at(-1) ?? ''
  if (parts.length === 1 || body.test(unit)) return { literal: unit }
  if (joinedInitials.test(last) && /\p{Ll}/u.test(parts[0] ?? ''))
    return { family: parts.slice(0, -1).join(' '), given: last }
  if (isInitials(last)) return { family: parts.slice(0, -1).join(' '), given: last }
  if (/^\p{Lu}{3,}$/u.test(parts[0] ?? '') && /^\p{Lu}\p{Ll}/u.test(last))
    return { family: parts[0] ?? '', given: parts.slice(1).join(' ') }
  return straight(parts)
}

/** "Nina van der Boer": the family begins at the particle, or is the last word. */
function straight(parts: readonly string[]): CslName {
  const first = parts.findIndex((part, i) => i > 0 && particle.test(part))
  const at = first > 0 ? first : parts.length - 1
  return { family: parts.slice(at).join(' '), given: parts.slice(0, at).join(' ') }
}

/** Without the full stop that closes the list, unless it is an initial's. */
const closed = (given: string): string => given.replace(/(?<=\p{L}{2})\.$/u, '').replace(/^\(|\)$/g, '')
