import type { ReadClaim } from '../../reading/document.ts'
import type { AuditedText } from '../audited-text.ts'
import type { TextRule } from '../rule.ts'
import { anyOf, whole } from '../words.ts'

const MANY = whole(`${anyOf('counting')}(?: [\\p{L}-]+){0,2} ${anyOf('manySources')}`)
const SAY =
  /(?<!\p{L})(?:say|said|report|reported|show|showed|shown|claim|claimed|suggest|suggested|indicate|indicated|found|find|confirm|confirmed|agree|agreed|warn|warned|according to|argue|argued|believe|believed|describe|described|estimate|estimated)(?!\p{L})/iu

export const manySourcesOneCited: TextRule = {
  id: 'many-sources-one-cited',
  severity: 'advice',
  why: '“Several reports” with one work behind them is one report.',
  find: (audited) =>
    audited.document.claims.flatMap((claim) => {
      const words = audited.quote(claim)
      const found = [...words.matchAll(MANY)].find(({ index }) => !audited.isQuoted(claim.start + index))
      if (found === undefined || !SAY.test(words) || worksBehind(claim, audited) !== 1) return []
      const start = claim.start + found.index
      return [
        {
          at: { start, end: start + found[0].length },
          message: `“${found[0]}”, but one work is cited: name the others, or the one.`,
        },
      ]
    }),
}

/** Works that the notes of a claim name; a note in which none was read counts as one. */
const worksBehind = (claim: ReadClaim, { document: { notes } }: AuditedText): number =>
  [...new Set(claim.notes.flatMap(({ note }) => (note === null ? [] : [note])))].reduce(
    (sum, note) => sum + Math.max(1, notes[note]?.citations.length ?? 1),
    0,
  )
