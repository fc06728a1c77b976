import type { Hidden } from '../claims/hidden.ts'
import type { HistoryEvent } from '../history/list-events.ts'

/** Events that are part of a checker's file. */
const FILE = ['verdict.', 'outcome.', 'evidence.', 'tick.']

/**
 * Events as a reader is shown them: what another did about a claim whose file is hidden from them says that they did something,
 * and not what. Kinds and hashes stay, so that the chain can still be followed.
 */
export const eventsShown = (events: readonly HistoryEvent[], hidden: Hidden): readonly HistoryEvent[] =>
  hidden.claims.size === 0 ? events : events.map((event) => eventShown(event, hidden))

function eventShown(event: HistoryEvent, { claims, readerId }: Hidden): HistoryEvent {
  const { claimId, actor, kind, payload } = event
  if (claimId === null || payload === null || actor === readerId || !claims.has(claimId)) return event
  if (!FILE.some((family) => kind.startsWith(family))) return event
  return { ...event, payload: { claimId, number: payload['number'], hidden: true } }
}
