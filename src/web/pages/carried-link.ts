import type { PanelClaim } from './desk-rows.ts'
import type { PanelRights } from './ruling-forms.ts'

/** Where what a new draft did to a claim is dealt with. */
export interface CarriedLink {
  readonly href: string
  readonly words: string
}

type Carried = Pick<PanelClaim, 'id' | 'stale' | 'setAside'> & {
  readonly placement: { readonly state: string }
}

/** A claim that was reworded leads to its old words and its new ones; one that stands nowhere to where it may have gone. */
export function carriedLink(
  { id, stale, setAside, placement: { state } }: Carried,
  { rule, findPlace }: Pick<PanelRights, 'rule' | 'findPlace'>,
): CarriedLink | null {
  const to = (page: string, words: string): CarriedLink => ({
    href: `/claims/${encodeURIComponent(id)}/${page}`,
    words,
  })
  if (setAside !== null) return null
  if (state === 'orphaned') return findPlace ? to('place', 'Find its place in this draft') : null
  return stale && rule ? to('rewording', 'See what was reworded, and whether it still holds') : null
}
