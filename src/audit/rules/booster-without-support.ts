import type { ReadClaim } from '../../reading/document.ts'
import type { TextRule } from '../rule.ts'

export const boosterWithoutSupport: TextRule = {
  id: 'booster-without-support',
  severity: 'advice',
  why: 'Words like “undoubtedly” put the writer’s weight where evidence should stand.',
  find: (audited) =>
    audited.document.claims.flatMap((claim) =>
      claim.confidence.boosters
        .filter(({ start }) => !audited.isQuoted(start))
        .map(({ start, end, text }) => ({
          at: { start, end },
          ...said(claim, text, audited.document.markers),
        })),
    ),
}

function said(
  claim: ReadClaim,
  words: string,
  markers: readonly { readonly label: string }[],
): { readonly message: string; readonly label?: string } {
  const label = claim.notes.map(({ marker }) => markers[marker]?.label).find((known) => known !== undefined)
  return label === undefined
    ? { message: `“${words}” overstates what nothing is cited for.` }
    : { label, message: `“${words}”: does note ${label} leave as little doubt as these words?` }
}
