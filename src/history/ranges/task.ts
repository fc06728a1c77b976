import type { SharedSnapshot } from '../../db/snapshot.ts'
import type { Break } from '../check-log.ts'
import type { LeafRange } from '../tree/subtrees.ts'
import type { FoundRange } from './check-range.ts'
import type { PayloadRows } from './payload-bits.ts'

/** What a thread is started with. */
export interface ThreadStart {
  readonly shared: SharedSnapshot
  /** Null on PostgreSQL. */
  readonly payloads: PayloadRows | null
}

/** Checks events. `sizes`: of the tree, where heads are signed within the range. */
export interface EventsTask {
  readonly kind: 'events'
  readonly range: LeafRange
  readonly sizes: readonly number[]
}

/** Checks texts that no event has for its payload, by the numbers of their rows; both are included. */
export interface TextsTask {
  readonly kind: 'texts'
  readonly first: number
  readonly last: number
}

/** Checks that the claims of a report stand as its history says. */
export interface ReplayTask {
  readonly kind: 'replay'
  readonly report: string
}

export type Task = EventsTask | TextsTask | ReplayTask

/** What is found, by the kind of task. */
export interface Found {
  /** Null: something does not hold. */
  readonly events: FoundRange | null
  /** How many; null: something does not hold. */
  readonly texts: number | null
  readonly replay: Break | null
}

export type Answer = Found[keyof Found]
