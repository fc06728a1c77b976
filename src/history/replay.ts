import { BEGINNING, type Standing, standingFields, standingsIn } from './standing.ts'

/** What replay needs of an event. `payload` is null where two people destroyed it. */
export interface ReplayEvent {
  readonly seq: number
  /** ISO 8601, UTC. */
  readonly at: string
  readonly kind: string
  readonly claimId: string | null
  readonly payload: Readonly<Record<string, unknown>> | null
}

/** A claim as its report's events left it. `claimId` is null until an event names it: an import only says how many claims there are. */
export interface ReplayedClaim extends Omit<Standing, 'claimId'> {
  readonly claimId: string | null
  /** The event that said so. */
  readonly seq: number
}

/** A report as its events left it. */
export interface Replay {
  readonly claims: ReadonlyMap<number, ReplayedClaim>
  /** The number of the draft at work; 0 before the report was imported. */
  readonly draft: number
  /** The last event that was taken in; 0 for none. */
  readonly seq: number
  /** The last event whose payload was destroyed: what it said of claims is not known. 0 where there is none. */
  readonly lost: number
}

/** A claim before and after an event; `before` is null for a new one. */
export interface Turn {
  readonly before: ReplayedClaim | null
  readonly after: ReplayedClaim
}

/**
 * Follows a report through its events. An import makes claims 1 to n, each as every claim begins; every later event says where the
 * claims stand that its transaction changed, new ones among them.
 */
export class Replayer {
  readonly #claims = new Map<number, ReplayedClaim>()
  #draft = 0
  #seq = 0
  #lost = 0

  /** Takes the next event; they come in the order of the chain. @returns the claims that it changed or made */
  add({ seq, kind, payload }: ReplayEvent): readonly Turn[] {
    this.#seq = seq
    if (payload === null) {
      this.#lost = seq
      return []
    }
    if (kind === 'report.imported' || kind === 'draft.imported') this.#draft = numberIn(payload, 'draft')
    const begun = kind === 'report.imported' ? this.#begin(numberIn(payload, 'claims'), seq) : []
    return [...begun, ...standingsIn(payload).map((standing) => this.#stand({ ...standing, seq }))]
  }

  /** The report as it stands after the events so far; what comes later does not change it. */
  now(): Replay {
    return { claims: new Map(this.#claims), draft: this.#draft, seq: this.#seq, lost: this.#lost }
  }

  #begin(count: number, seq: number): Turn[] {
    return Array.from({ length: count }, (_, i) =>
      this.#stand({ ...BEGINNING, claimId: null, number: i + 1, seq }),
    )
  }

  #stand(after: ReplayedClaim): Turn {
    const before = this.#claims.get(after.number) ?? null
    this.#claims.set(after.number, after)
    return { before, after }
  }
}

const numberIn = (payload: Readonly<Record<string, unknown>>, name: string): number =>
  typeof payload[name] === 'number' ? payload[name] : 0

/** A report as these events of it left it, in the order of the chain. */
export function replay(events: Iterable<ReplayEvent>): Replay {
  const replayer = new Replayer()
  for (const event of events) replayer.add(event)
  return replayer.now()
}

/** Where a claim stands otherwise than its history says. */
export interface Difference {
  readonly number: number
  /** The last event that spoke of the claim; 0 where none did. */
  readonly seq: number
  /** "claim 4 is disputed in status, and substantiated by its history" */
  readonly what: string
}

/**
 * Where claims stand otherwise than the events say, by number. What only destroyed events can have said is not held against
 * anybody: claims whose last word came before one, and claims that none speaks of.
 */
export function differencesFrom({ claims, lost }: Replay, standings: readonly Standing[]): Difference[] {
  const found: Difference[] = []
  const seen = new Set<number>()
  for (const now of standings) {
    seen.add(now.number)
    const told = claims.get(now.number)
    if ((told?.seq ?? 0) < lost) continue
    const what = told === undefined ? 'stands in no event of its history' : differenceOf(told, now)
    if (what !== null)
      found.push({ number: now.number, seq: told?.seq ?? 0, what: `claim ${now.number} ${what}` })
  }
  for (const { number, seq } of claims.values())
    if (!seen.has(number)) found.push({ number, seq, what: `claim ${number} is gone` })
  return found.toSorted((a, b) => a.number - b.number)
}

function differenceOf(told: ReplayedClaim, now: Standing): string | null {
  const field = standingFields.find((name) => told[name] !== now[name])
  if (field === undefined)
    return told.claimId === null || told.claimId === now.claimId
      ? null
      : 'is another claim than in its history'
  return `has ${field} ${String(now[field])}, and by its history ${String(told[field])}`
}
