import type { CslName } from '../document.ts'

/** The authors that open a reference, and where their list ends (index into the given text). */
export interface AuthorList {
  readonly names: readonly CslName[]
  readonly end: number
}

const particle = '(?:(?:v[ao]n|d[eiu]|da|dos|del|della|der|den|la|le|el|al|ben|bin|ter|ten)[ \\u00A0]){0,3}'
const word = "\\p{Lu}[\\p{L}'’-]{1,30}"
const family = `(${particle}${word}(?: ${word})?)`
/** "U.S." and its like open the name of a body. */
const initials = '((?!U\\. ?[SNK]\\.|E\\. ?U\\.)(?:\\p{Lu}\\.(?:[ -]{0,2})){1,4})'
const familyFirst = new RegExp(`${family}, ?${initials}`, 'uy')
const initialsFirst = new RegExp(`${initials}${family}`, 'uy')
const between = /(?:,? ?(?:and|&) |, |; )/y
const role = /,? ?(?:Jr\.?|Sr\.?|Ed\.|Eds\.|\((?:Ed|Eds|Org|Hrsg)\.\))(?=[\s,]|$)/y
/** More authors than a reference prints. */
const MOST = 60

/**
 * Reads "Boer, N., Achterberg, L. M., and K. Tamm" or "N. Boer and K. Tamm" from the start of a reference; null
 * when it does not open with such a list. Only names with initials are sure enough: "Al Jazeera, Doha" is no author.
 */
export function readAuthors(text: string): AuthorList | null {
  const names: CslName[] = []
  let at = /^\s*/.exec(text)?.[0].length ?? 0
  let end = at
  while (names.length < MOST) {
    const found = readName(text, at)
    if (found === null) break
    names.push(found.name)
    end = after(role, text, found.end)
    const next = after(between, text, end)
    if (next === end) break
    at = next
  }
  return names.length === 0 ? null : { names, end }
}

function readName(text: string, at: number): { name: CslName; end: number } | null {
  familyFirst.lastIndex = at
  const reversed = familyFirst.exec(text)
  if (reversed) return named(reversed[1], reversed[2], at + reversed[0].length, text)
  initialsFirst.lastIndex = at
  const straight = initialsFirst.exec(text)
  return straight ? named(straight[2], straight[1], at + straight[0].length, text) : null
}

function named(family = '', given = '', end: number, text: string): { name: CslName; end: number } {
  const blanks = /\s$/.test(text.slice(end - 1, end)) ? 1 : 0
  return { name: { family, given: given.trim() }, end: end - blanks }
}

function after(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  const match = pattern.exec(text)
  return match ? at + match[0].length : at
}
