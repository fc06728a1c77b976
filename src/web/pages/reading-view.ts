import type { Cue } from '../../reading/document.ts'
import type { PanelPlacement } from './desk-rows.ts'
import { markedQuote, type QuoteMark } from './marked-quote.ts'
import { confidenceWords, cueWords } from './words.ts'

/** How a claim reads: its words with the cues marked, and what each of them means. */
export interface ReadingView {
  readonly quoteHtml: string
  readonly level: string
  /** "reads doubtful" */
  readonly words: string
  /** 0.00 to 1.00, as it is printed. */
  readonly score: string
  /** How many of the meter's three steps are filled. */
  readonly steps: 1 | 2 | 3
  readonly signs: readonly ReadingSign[]
  readonly attribution: { readonly text: string; readonly named: boolean } | null
}

/** `id`: of its line on the page, where the mark in the quote leads. */
export interface ReadingSign {
  readonly id: string
  readonly text: string
  readonly words: string
}

const stepsOf = { low: 1, moderate: 2, high: 3 } as const

/** `idPrefix` keeps the ids of several claims on one page apart. */
export function readingView(placement: PanelPlacement, idPrefix: string): ReadingView {
  const signs = [
    ...placement.cues.map((cue) => ({ ...cue, className: 'cue' as const, words: explainCue(cue) })),
    ...placement.boosters.map((booster) => ({
      ...booster,
      className: 'booster' as const,
      words: 'it says more than a reader can check',
    })),
  ].map((sign, index) => ({ ...sign, id: `${idPrefix}-sign-${index + 1}` }))
  const marks = signs.map(({ id, words, start, end, className }): QuoteMark => ({
    className,
    start,
    end,
    href: `#${id}`,
    title: words,
  }))
  const { quote, start, level, score, attribution } = placement
  return {
    quoteHtml: markedQuote(quote, start ?? 0, start === null ? [] : marks),
    level,
    words: confidenceWords[level],
    score: score.toFixed(2),
    steps: stepsOf[level],
    signs: signs.map(({ id, text, words }) => ({ id, text, words })),
    attribution: attribution === null ? null : { text: attribution.text, named: attribution.named },
  }
}

function explainCue({ kind, band, quoted }: Cue): string {
  const likelihood = band === undefined ? '' : `, ${percent(band[0])}–${percent(band[1])} %`
  return `${cueWords[kind]}${likelihood}${quoted ? '; inside the quotation, so it does not count' : ''}`
}

const percent = (probability: number): number => Math.round(probability * 100)
