/** Where a claim stands, as far as its report's history tells it: what of a claim's row follows from what people did. */
export interface Standing {
  readonly claimId: string
  readonly number: number
  readonly version: number
  readonly status: string
  readonly stale: boolean
  readonly differs: boolean
  readonly outcome: string | null
  readonly assessed: string | null
  readonly settled: boolean
  readonly checkers: number
  readonly needsSecond: boolean
  readonly objections: number
  readonly rechecks: number
  readonly risk: string
  readonly setAside: string | null
  /** Of its placement in the draft at work: placed, moved, edited or orphaned. */
  readonly placement: string
}

/** How every claim begins. */
export const BEGINNING = {
  version: 1,
  status: 'unreviewed',
  stale: false,
  differs: false,
  outcome: null,
  assessed: null,
  settled: false,
  checkers: 0,
  needsSecond: false,
  objections: 0,
  rechecks: 0,
  risk: 'ordinary',
  setAside: null,
  placement: 'placed',
} satisfies Omit<Standing, 'claimId' | 'number'>

/** What of a standing can change, in the order in which differences are told. */
export const standingFields = Object.keys(BEGINNING) as readonly (keyof typeof BEGINNING)[]

/** A standing as an event says it: what it leaves out is as every claim begins. */
export type StandingSaid = Pick<Standing, 'claimId' | 'number'> & Partial<Standing>

/** The payload's name for the standings after the event, of those claims that its transaction changed. */
export const STANDINGS = 'standings'

/** A standing without what is as every claim begins. */
export const saidStanding = (standing: Standing): StandingSaid => ({
  claimId: standing.claimId,
  number: standing.number,
  ...Object.fromEntries(
    standingFields
      .filter((field) => standing[field] !== BEGINNING[field])
      .map((field) => [field, standing[field]]),
  ),
})

/** The standings that a payload says, none where it says none. */
export function standingsIn(payload: Readonly<Record<string, unknown>>): readonly Standing[] {
  const said = payload[STANDINGS]
  if (!Array.isArray(said)) return []
  return (said as readonly StandingSaid[]).map((one) => ({ ...BEGINNING, ...one }))
}
