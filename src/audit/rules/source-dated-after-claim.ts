import type { ReadClaim } from '../../reading/document.ts'
import { calendarDates } from '../calendar-dates.ts'
import type { AuditedText } from '../audited-text.ts'
import type { Hit, TextRule } from '../rule.ts'

export const sourceDatedAfterClaim: TextRule = {
  id: 'source-dated-after-claim',
  severity: 'warning',
  why: 'What a source is said to have reported on one day cannot come from what it published on another: one of the dates is wrong, or the wrong note stands here.',
  find: (audited) => audited.document.claims.flatMap((claim) => contradictions(claim, audited)),
}

/** "The Courier reported on 3 May 2023 …", and the only work cited is of 9 May 2023. */
const SAID_ON = /\b(?:reported|published|wrote|posted|tweeted|aired|broadcast)(?: [\p{L}]+){0,2} on $/u

function contradictions(claim: ReadClaim, audited: AuditedText): Hit[] {
  const said = calendarDates(audited.quote(claim), claim.start).find(
    ({ start, exists }) => exists && SAID_ON.test(audited.text.slice(claim.start, start)),
  )
  if (said?.year == null) return []
  const dates = claim.notes.flatMap(({ note }) =>
    note === null
      ? []
      : (audited.document.notes[note]?.citations ?? []).map(({ csl }) => csl.issued?.['date-parts'][0] ?? []),
  )
  const wanted = Date.UTC(said.year, said.month - 1, said.day)
  const [issued] = dates
  if (dates.length !== 1 || issued?.length !== 3) return []
  const [year = 0, month = 1, day = 1] = issued
  return Date.UTC(year, month - 1, day) > wanted
    ? [
        {
          at: said,
          message: `Said to have been published on ${audited.quote(said)}, but the work cited is dated ${[year, month, day].map((part) => String(part).padStart(2, '0')).join('-')}.`,
        },
      ]
    : []
}
