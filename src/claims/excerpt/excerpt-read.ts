import { detectLanguage } from '../../reading/language/detect-language.ts'
import { findDateTicks } from '../ticks/find-ticks.ts'
import { keptResults } from '../../text/kept-results.ts'
import { amountsIn } from './amounts-in.ts'
import { datesIn, without, type DatesIn } from './dates-in.ts'
import { comparedWords, type Word } from './words.ts'

/** What an excerpt says, as far as claims are held against it: each part is read when it is first asked for. */
export interface ExcerptRead {
  /** BCP 47. */
  readonly language: string
  readonly words: readonly Word[]
  readonly dates: DatesIn
  /** Days and years are none. */
  readonly amounts: ReadonlySet<string>
}

class ReadExcerpt implements ExcerptRead {
  #language: string | undefined
  #words: readonly Word[] | undefined
  #dates: DatesIn | undefined
  #amounts: ReadonlySet<string> | undefined

  constructor(private readonly text: string) {}

  get language(): string {
    return (this.#language ??= detectLanguage(this.text))
  }

  get words(): readonly Word[] {
    return (this.#words ??= comparedWords(this.text))
  }

  get dates(): DatesIn {
    return (this.#dates ??= datesIn(this.text))
  }

  get amounts(): ReadonlySet<string> {
    const { text } = this
    return (this.#amounts ??= amountsIn(without(text, findDateTicks(text, { start: 0, end: text.length }))))
  }
}

/** One excerpt is held against many claims in a row, and again with each audit. */
export const excerptRead: (text: string) => ExcerptRead = keptResults((text) => new ReadExcerpt(text), {
  most: 512,
  longest: 20_000,
})
