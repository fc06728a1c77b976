import type { FlowBlock, LinkedWarning } from '../flow.ts'
import type { Candidate } from './label-candidates.ts'
import type { Decision } from './label-deciding.ts'

/** A number as markers have it: longer ones are years and amounts. */
const MARKER_NUMBER = /^\d{1,3}$/

/** What a marker is set tight to: the end of a word, or what closes a clause. */
const BEFORE_MARKER = /(?:\p{L}{3}|[.,;:!?"”’)»])$/u

/** Numbers that look like markers and were taken for none, because nothing answers them and no other number goes on from them. */
export function unsureMarkers(
  body: readonly FlowBlock[],
  all: readonly Candidate[],
  decisions: readonly Decision[],
): LinkedWarning[] {
  const decided = new Set(decisions.map(({ candidate }) => candidate))
  return all.filter((one) => !decided.has(one) && looksLikeMarker(one, body)).map(warningOf)
}

function looksLikeMarker(
  { style, labels, block, inNote, start }: Candidate,
  body: readonly FlowBlock[],
): boolean {
  if (inNote !== undefined || (style !== 'bracket' && style !== 'raised')) return false
  const before = body[block]?.text.slice(Math.max(0, start - 3), start) ?? ''
  return labels.every(({ label }) => MARKER_NUMBER.test(label)) && BEFORE_MARKER.test(before)
}

const warningOf = ({ labels, block, start, end }: Candidate): LinkedWarning => ({
  rule: 'marker-unsure',
  message: `${labels.map(({ label }) => label).join(', ')} may call a note, but nothing in the file answers it: it stays in the text.`,
  block,
  start,
  end,
})
