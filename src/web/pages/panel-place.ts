import type { DeskSteps } from './desk-walk.ts'

/** Where the panel's links and forms lead. `back` and `filter` go with every form, so that it returns where it came from. */
export interface PanelPlace {
  readonly back: 'desk' | 'claim'
  readonly filter: string
  readonly steps: DeskSteps
  readonly position: number
  readonly total: number
  readonly hrefOf: (claimNumber: number) => string
}

export interface PlaceView {
  /** The block of the text that the claim stands in. */
  readonly textHref: string
  readonly back: string
  readonly filter: string
  readonly position: number
  readonly total: number
  readonly previous: string | null
  readonly next: string | null
  readonly nextUnsettled: string | null
}

/** The links of the panel, and what its forms carry along. `textHref`: the block that the claim stands in. */
export function placeView(
  { back, filter, steps, position, total, hrefOf }: PanelPlace,
  textHref: string,
): PlaceView {
  const href = (claimNumber: number | null) => (claimNumber === null ? null : hrefOf(claimNumber))
  return {
    textHref,
    back,
    filter,
    position,
    total,
    previous: href(steps.previous),
    next: href(steps.next),
    nextUnsettled: href(steps.nextUnsettled),
  }
}
