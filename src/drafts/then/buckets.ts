/** Stretches of time, one after another. `starts`: where each begins, by UTC; the last one ends at `end`. */
export interface Buckets {
  readonly unit: 'minute' | 'hour' | 'day' | 'week'
  readonly starts: readonly Date[]
  readonly end: Date
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const WEEK = 7 * DAY

/** Days beyond which weeks are counted, so that a chart has columns that can be seen. */
const MOST_DAYS = 400

/** The days from one instant to another; minutes or hours where all of it is within a day or so, weeks beyond a year or so. */
export function bucketsBetween(first: Date, last: Date): Buckets {
  const [unit, length] = unitOf(last.getTime() - first.getTime())
  const whole = Math.min(length, DAY)
  const from = Math.floor(first.getTime() / whole) * whole
  const count = Math.floor((last.getTime() - from) / length) + 1
  return {
    unit,
    starts: Array.from({ length: count }, (_, i) => new Date(from + i * length)),
    end: new Date(from + count * length),
  }
}

function unitOf(span: number): readonly [Buckets['unit'], number] {
  if (span < 2 * HOUR) return ['minute', MINUTE]
  if (span < 1.5 * DAY) return ['hour', HOUR]
  return span <= MOST_DAYS * DAY ? ['day', DAY] : ['week', WEEK]
}
