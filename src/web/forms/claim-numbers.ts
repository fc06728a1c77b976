import { Invalid } from '../../errors.ts'
import { MOST_CLAIMS_PUT } from '../../review/contact.ts'

const PART = /^(\d{1,6})(?:\s*[-–—]\s*(\d{1,6}))?$/

/**
 * Numbers of claims as people write them: "3, 7, 12–15", also one below another.
 * @throws Invalid something is no number, or it is too many
 */
export function claimNumbersIn(written: string): number[] {
  const numbers = written
    .split(/[,;\n]|\s{2,}|(?<=\d)\s+(?=\d)/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap(numbersOf)
  return [...new Set(numbers)]
}

function numbersOf(part: string): number[] {
  const [, first, last = first] = PART.exec(part) ?? []
  const [from, to] = [Number(first), Number(last)]
  if (first === undefined || from < 1 || to < from)
    throw new Invalid(`“${part.slice(0, 40)}” is no claim’s number: write them like 3, 7, 12–15.`)
  if (to - from >= MOST_CLAIMS_PUT)
    throw new Invalid(`Put at most ${MOST_CLAIMS_PUT} claims to one person at once.`)
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

/** Numbers of claims as a field shows them: "3, 7, 12–15". They come in the report's order, which counts upwards mostly. */
export function writtenNumbers(numbers: readonly number[]): string {
  const runs: [number, number][] = []
  for (const number of numbers) {
    const last = runs.at(-1)
    if (last?.[1] === number - 1) last[1] = number
    else runs.push([number, number])
  }
  return runs
    .map(([from, to]) => (from === to ? `${from}` : `${from}${to - from > 1 ? '–' : ', '}${to}`))
    .join(', ')
}
