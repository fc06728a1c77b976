import type { Hidden } from '../claims/hidden.ts'
import type { HistoryEvent } from '../history/list-events.ts'
import { BEGINNING, saidStanding, STANDINGS, standingsIn } from '../history/standing.ts'

/** Events that are part of a checker's file. */
const FILE = ['verdict.', 'outcome.', 'evidence.', 'tick.', 'recheck.closed']

/**
 * Events as a reader is shown them: what another did about a claim whose file is hidden from them says that they did something,
 * and not what; and no event says where such a claim stands. Kinds and hashes stay, so that the chain can still be followed.
 */
export const eventsShown = (events: readonly HistoryEvent[], hidden: Hidden): readonly HistoryEvent[] =>
  hidden.claims.size === 0 ? events : events.map((event) => eventShown(event, hidden))

function eventShown(event: HistoryEvent, hidden: Hidden): HistoryEvent {
  const { claimId, actor, kind, payload } = event
  if (payload === null) return event
  const isFile = FILE.some((family) => kind.startsWith(family))
  if (isFile && claimId !== null && actor !== hidden.readerId && hidden.claims.has(claimId))
    return { ...event, payload: { claimId, number: payload['number'], hidden: true } }
  return { ...event, payload: payloadShown(payload, hidden) }
}

type Payload = Readonly<Record<string, unknown>>

/** A payload in which the claims whose file is hidden stand as if nobody had ruled on them. */
export function payloadShown(payload: Payload, { claims }: Pick<Hidden, 'claims'>): Payload {
  if (claims.size === 0) return payload
  const standings = standingsIn(payload)
  if (!standings.some(({ claimId }) => claims.has(claimId))) return payload
  return {
    ...payload,
    [STANDINGS]: standings.map((one) =>
      saidStanding(claims.has(one.claimId) ? { ...one, ...NOTHING_RULED } : one),
    ),
  }
}

const { status, stale, differs, outcome, assessed, settled, checkers } = BEGINNING
const NOTHING_RULED = { status, stale, differs, outcome, assessed, settled, checkers }
