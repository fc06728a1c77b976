/** An instant that somebody wants to look back to. */
export interface Moment {
  /** Its last millisecond: what happened in it had happened by then. */
  readonly at: Date
  /** As it was given, for addresses: 2026-05-03, 2026-05-03T14:00, or an exact instant. */
  readonly given: string
}

/** Days, minutes, seconds and exact instants, by UTC. */
const SHAPE = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::(\d{2})(?:\.(\d{3}))?)?Z?)?$/

/**
 * The moment that is meant, null for none. A day, a minute or a second is meant to its end, so that whatever a page dates to it
 * had happened by then.
 */
export function momentOf(given: string): Moment | null {
  const [, day, time = '23:59', second = '59', rest = '999'] = SHAPE.exec(given) ?? []
  if (day === undefined) return null
  const at = new Date(`${day}T${time}:${second}.${rest}Z`)
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== day ? null : { at, given }
}
