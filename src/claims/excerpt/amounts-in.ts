import { readFileSync } from 'node:fs'

const data = JSON.parse(readFileSync(new URL('./number-values.json', import.meta.url), 'utf8')) as {
  readonly units: Readonly<Record<string, number>>
  readonly scales: Readonly<Record<string, number>>
}
const UNITS = new Map(Object.entries(data.units))
const SCALES = new Map(Object.entries(data.scales))

/** Digits with their groups and decimals, a word, or a mark that ends a number. */
const PIECE = /\d+(?:[.,'’٬٫]\d+|[ \u00a0\u202f]\d{3}(?!\d))*|\p{L}+|[.,;:!?()]/gu

/** The amounts that a text names, each as all the ways in which it can be read: see `amountsIn`. */
export function eachAmountIn(text: string): string[][] {
  const found: string[][] = []
  let run: string[] = []
  const endRun = (): void => {
    if (run.length > 0) found.push(valuesOf(run).map((value) => plainly(value)))
    run = []
  }
  for (const [piece] of withLatinDigits(text).matchAll(PIECE)) {
    const word = piece.toLowerCase()
    const starts = /^\d/.test(word)
    if (starts || word === 'a' || !goesOn(word, run)) endRun()
    if (starts || goesOn(word, run)) run.push(word)
    else if (word === 'a') run.push('one')
  }
  endRun()
  return found
}

/**
 * The amounts that a text names, in digits of any script or English words, written plainly: "1,000", "1 000" and "a thousand"
 * are "1000", "2.5m" is "2500000". What can be read in two ways ("1.000") gives both.
 */
export const amountsIn = (text: string): Set<string> => new Set(eachAmountIn(text).flat())

const goesOn = (word: string, run: readonly string[]): boolean =>
  UNITS.has(word) || SCALES.has(word) || (word === 'and' && SCALES.has(run.at(-1) ?? ''))

/** What a run of number words, or digits with what multiplies them, comes to; two readings for "1.000". */
function valuesOf(run: readonly string[]): number[] {
  const [first = '', ...rest] = run.filter((word) => word !== 'and')
  if (!/^\d/.test(first)) return [spoken([first, ...rest])]
  const scale = rest.reduce((product, word) => product * (SCALES.get(word) ?? 1), 1)
  return readings(first).map((value) => value * scale)
}

/** "two hundred and forty thousand": a scale multiplies what was said since the greater one before it. */
function spoken(words: readonly string[]): number {
  let [total, part] = [0, 0]
  for (const word of words) {
    const scale = SCALES.get(word)
    if (scale === undefined) part += UNITS.get(word) ?? 0
    else if (scale < 1000) part = Math.max(part, 1) * scale
    else {
      total += Math.max(part, 1) * scale
      part = 0
    }
  }
  return total + part
}

/** Digits as a number: marks between groups of three divide thousands, a last mark may divide decimals. */
function readings(digits: string): number[] {
  const plain = Number(digits.replace(/\D/g, ''))
  const isGrouped = /^\d{1,3}(?:\D\d{3})+$/.test(digits)
  const decimal = /^(.*)[.,٫](\d+)$/.exec(digits)
  const fraction =
    decimal === null ? null : Number(`${(decimal[1] ?? '').replace(/\D/g, '')}.${decimal[2] ?? ''}`)
  if (fraction === null) return [plain]
  return isGrouped ? [plain, fraction] : [fraction]
}

const plainly = (value: number): string => String(Number(value.toPrecision(12)))

/** Arabic-Indic and Persian digits as the usual ones. */
const withLatinDigits = (text: string): string =>
  text.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15))
