/** The vocabularies of DESIGN.md that a claim's row uses. */
export const verdictValues = ['substantiated', 'unsubstantiated', 'disputed'] as const
export type VerdictValue = (typeof verdictValues)[number]

export const statuses = [...verdictValues, 'unreviewed'] as const
export type Status = (typeof statuses)[number]

export const outcomes = [
  'stands',
  'query open',
  'fix asked',
  'fixed',
  'cut',
  'on author',
  'stet',
  'not checked',
] as const
export type Outcome = (typeof outcomes)[number]

/** Outcomes that leave something to do. A claim without any outcome is open too. */
export const openOutcomes: ReadonlySet<Outcome> = new Set(['query open', 'fix asked'])

export const confidenceLevels = ['high', 'moderate', 'low'] as const
export const placementStates = ['placed', 'moved', 'edited', 'orphaned'] as const
export type PlacementState = (typeof placementStates)[number]
