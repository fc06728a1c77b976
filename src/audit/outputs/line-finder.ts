import type { Span } from '../../text/span.ts'

const WORD = /[\p{L}\p{N}]+/gu
/** Words that are looked for together: fewer stand in too many places. */
const TOGETHER = 5

interface Word extends Span {
  readonly word: string
}

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ word, start: index, end: index + word.length }))

/**
 * Tells on which line of a file, from 1, a place of its reading stands. The reading has the file's words, but neither its signs of
 * markup nor its order of notes: so the words before and behind the place are looked up. Null where they are not found.
 */
export class LineFinder {
  private readonly read: readonly Word[]
  private readonly raw: readonly Word[]
  private readonly lines: readonly number[]
  private readonly places = new Map<string, number[]>()

  constructor(text: string, file: string) {
    this.read = wordsOf(text)
    this.raw = wordsOf(file)
    let line = 1
    let at = 0
    this.lines = this.raw.map(({ start }) => {
      for (; at < start; at++) if (file.charCodeAt(at) === 10) line++
      return line
    })
    this.raw.forEach((_, i) => {
      const key = keyAt(this.raw, i)
      this.places.set(key, [...(this.places.get(key) ?? []), i])
    })
  }

  lineOf(place: number): number | null {
    const at = Math.max(
      0,
      this.read.findIndex(({ end }) => end > place),
    )
    for (let back = 0; back < TOGETHER * 3; back++) {
      const places = this.places.get(keyAt(this.read, at - back))
      if (places !== undefined && at - back >= 0) return this.lines[this.nearest(places, at) + back] ?? null
    }
    return null
  }

  /** Of several places the one that stands in the file about where the other stands in the reading. */
  private nearest(places: readonly number[], at: number): number {
    const expected = (at / Math.max(1, this.read.length)) * this.raw.length
    return places.reduce((best, one) => (Math.abs(one - expected) < Math.abs(best - expected) ? one : best))
  }
}

const keyAt = (words: readonly Word[], at: number): string =>
  words
    .slice(Math.max(0, at), Math.max(0, at) + TOGETHER)
    .map(({ word }) => word)
    .join(' ')
