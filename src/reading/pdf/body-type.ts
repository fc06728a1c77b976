import type { Line } from './line.ts'

/** The type that most of a file's text is set in. */
export interface BodyType {
  readonly size: number
  readonly font: string
  /** All of the text is set in this one type: what stands out does so by its words only. */
  readonly plain: boolean
  /** The distance of two lines of a size that stands in the text, in points. */
  leadingOf(size: number): number
}

/** Notes stand at the foot: the upper share of the pages tells the body's type even where there are more notes than text. */
const UPPER = 0.55
/** Lines farther apart than this many sizes do not belong together. */
const WIDEST_LEADING = 3
/** Between paragraphs and lines of one size: where no two lines follow each other. */
const USUAL_LEADING = 1.25

/** Finds the type of the body. `heights`: of the pages, by number. */
export function bodyTypeOf(lines: readonly Line[], heights: ReadonlyMap<number, number>): BodyType {
  const upper = lines.filter((line) => line.base < UPPER * (heights.get(line.page) ?? Infinity))
  const counted = upper.length > 0 ? upper : lines
  const size = commonest(counted, (line) => line.size.toFixed(1))
  const ofSize = counted.filter((line) => line.size.toFixed(1) === size)
  const font = commonest(ofSize, (line) => line.font)
  const leadings = leadingsOf(lines)
  return {
    size: Number(size),
    font,
    plain: lines.every((line) => Math.abs(line.size - Number(size)) < 0.3 && line.font === font),
    leadingOf: (asked) => leadings.get(asked.toFixed(1)) ?? USUAL_LEADING * asked,
  }
}

/** The key under which most letters stand. */
function commonest(lines: readonly Line[], keyOf: (line: Line) => string): string {
  const letters = new Map<string, number>()
  for (const line of lines) letters.set(keyOf(line), (letters.get(keyOf(line)) ?? 0) + line.text.length)
  let [best, most] = ['10', -1]
  for (const [key, count] of letters) if (count > most) [best, most] = [key, count]
  return best
}

/** The commonest distance of two lines that follow each other, for each size of type. */
function leadingsOf(lines: readonly Line[]): Map<string, number> {
  const counts = new Map<string, Map<string, number>>()
  lines.forEach((line, i) => {
    const above = lines[i - 1]
    if (above?.column !== line.column || Math.abs(above.size - line.size) > 0.3) return
    const distance = line.base - above.base
    if (distance <= 0 || distance > WIDEST_LEADING * line.size) return
    const key = line.size.toFixed(1)
    const own = counts.get(key) ?? new Map<string, number>()
    own.set(distance.toFixed(1), (own.get(distance.toFixed(1)) ?? 0) + 1)
    counts.set(key, own)
  })
  return new Map([...counts].map(([size, own]) => [size, commonDistance(own)]))
}

/** Of distances that are about as common the smallest: text of many short paragraphs has as many gaps as lines. */
function commonDistance(counts: ReadonlyMap<string, number>): number {
  const most = [...counts.values()].reduce((max, count) => Math.max(max, count), 0)
  const common = [...counts].filter(([, count]) => count >= 0.5 * most).map(([distance]) => Number(distance))
  return common.reduce((least, distance) => Math.min(least, distance), Infinity)
}
