import type { TextRule } from '../rule.ts'
import { anyOf, whole } from '../words.ts'

/** Ways in which such a word says nothing absolute. */
const HARMLESS = new RegExp(
  '(?:not only|at first|first (?:of all|name|half|quarter|time|lady)|last (?:week|month|year|night|summer|name)|for the first|if only|after all|at all|above all|all but|all the same|first and foremost|the last (?:of|few|two|three)|every(?:day| day| year| month| week))',
  'giu',
)
const ABSOLUTE = whole(anyOf('absolute'))

export const absoluteWording: TextRule = {
  id: 'absolute-wording',
  severity: 'advice',
  why: '“All”, “never”, “first”: one exception makes the sentence false, and readers write in about it.',
  find: (audited) =>
    audited.document.claims.flatMap((claim) => {
      const words = audited.quote(claim)
      const harmless = [...words.matchAll(HARMLESS)].map(({ 0: found, index }) => ({
        start: index,
        end: index + found.length,
      }))
      const found = [...words.matchAll(ABSOLUTE)].find(
        ({ index }) =>
          !harmless.some(({ start, end }) => start <= index && index < end) &&
          !audited.isQuoted(claim.start + index),
      )
      if (found === undefined) return []
      const start = claim.start + found.index
      return [
        {
          at: { start, end: start + found[0].length },
          message: `“${found[0]}” allows for no exception: is there none?`,
        },
      ]
    }),
  among: {
    objects: ({ document }) => document.claims.length,
    message: (hit, of) => `${hit} of ${of} claims allow for no exception.`,
  },
}
