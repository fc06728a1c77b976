import type { Line } from './line.ts'

/** Letters a half must have to count as a word that may stand in a compound. */
const SHORTEST_HALF = 3

/** The words of a document, by which words broken at a line's end are told from compounds. */
export class Vocabulary {
  private readonly words = new Set<string>()
  private readonly compounds = new Set<string>()
  /** How many breaks the document's own words decide for a broken word and for a compound. */
  private broken = 0
  private kept = 0

  constructor(lines: readonly Line[]) {
    if (!lines.some(({ text }) => /[-‐]$/.test(text))) return
    let cut = false
    for (const { text } of lines) {
      this.learn(cut ? text.replace(/^\S{1,60}/, '') : text)
      cut = /[-‐\u00ad]$/.test(text)
    }
    for (const [i, { text }] of lines.entries()) {
      const next = lines[i + 1]?.text
      const left = /[\p{L}\p{M}'’]+(?=[-‐]$)/u.exec(text.slice(-40))?.[0]
      const right = /^[\p{L}\p{M}'’]+/u.exec(next?.slice(0, 40) ?? '')?.[0]
      if (left === undefined || right === undefined) continue
      const known = this.known(left, right)
      if (known === true) this.broken++
      if (known === false) this.kept++
    }
  }

  /** True when a hyphen between two halves only breaks a word at the end of its line. */
  isBroken(left: string, right: string): boolean {
    if (/\p{N}$/u.test(left) || /^[\p{Lu}\p{N}]/u.test(right)) return false
    const known = this.known(left, right)
    if (known !== null) return known
    const half = left.slice(left.lastIndexOf('-') + 1)
    const bothWords =
      half.length >= SHORTEST_HALF && right.length >= SHORTEST_HALF && this.has(half) && this.has(right)
    if (bothWords || left.includes('-')) return this.broken > 4 * this.kept && !bothWords
    return this.broken > 0 || this.kept === 0 || !this.has(half)
  }

  /** What the document says: it has the whole word, or the compound, elsewhere; null when neither or both. */
  private known(left: string, right: string): boolean | null {
    const whole = this.has(left + right)
    const compound = this.compounds.has(`${left}-${right}`.toLowerCase())
    return whole === compound ? null : whole
  }

  private has(word: string): boolean {
    return this.words.has(word.toLowerCase())
  }

  /** Words that a line's end may have cut are left out. */
  private learn(text: string): void {
    const whole = text.replace(/\S{1,60}[-‐\u00ad]$/, '').toLowerCase()
    for (const word of whole.match(/[\p{L}\p{M}'’]+(?:[-‐][\p{L}\p{M}'’]+)*/gu) ?? []) {
      if (word.includes('-') || word.includes('‐')) {
        this.compounds.add(word.replaceAll('‐', '-'))
        for (const part of word.split(/[-‐]/)) this.words.add(part)
      } else this.words.add(word)
    }
  }
}
