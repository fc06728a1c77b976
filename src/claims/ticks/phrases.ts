import { tokensIn, type Token } from './tokens.ts'

type Key = 'words' | 'lower'
interface Entry<Value> {
  readonly keys: readonly string[]
  readonly value: Value
}

/** Phrases of one or more tokens, found where they start; the longest wins. Each start is compared with few entries. */
export class Phrases<Value> {
  private readonly byFirst = new Map<string, Entry<Value>[]>()
  private readonly key: Key

  /** `key`: whether capitals count (`words`) or not (`lower`). */
  constructor(key: Key) {
    this.key = key
  }

  add(phrase: string, value: Value): this {
    const keys = tokensIn(phrase, { start: 0, end: phrase.length }).map((token) => token[this.key])
    const [first] = keys
    if (first === undefined) return this
    const entries = this.byFirst.get(first) ?? []
    entries.push({ keys, value })
    entries.sort((a, b) => b.keys.length - a.keys.length)
    this.byFirst.set(first, entries)
    return this
  }

  addAll(phrases: readonly string[], value: Value): this {
    for (const phrase of phrases) this.add(phrase, value)
    return this
  }

  /** The longest phrase that starts at token `at`: the index after its last token, and its value. */
  at(tokens: readonly Token[], at: number): { readonly end: number; readonly value: Value } | null {
    const first = tokens[at]
    if (first === undefined) return null
    const entry = this.byFirst.get(first[this.key])?.find(({ keys }) => this.matches(tokens, at, keys))
    return entry === undefined ? null : { end: at + entry.keys.length, value: entry.value }
  }

  private matches(tokens: readonly Token[], at: number, keys: readonly string[]): boolean {
    return keys.every((key, i) => {
      const token = tokens[at + i]
      if (token?.[this.key] !== key) return false
      return i === keys.length - 1 || !token.possessive
    })
  }
}
