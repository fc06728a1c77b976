import type { AuditedText } from '../audited-text.ts'
import { type Figure, figuresIn } from '../figures.ts'
import type { Hit, TextRule } from '../rule.ts'

/** What stands between a whole and its parts, and between the parts: "240 people: 140 men and 101 women". */
const OPENS_PARTS = /^[^.;:()–—]{0,60}(?::|\(| of (?:whom|which|them))/u
/** Parts that are not all of it. */
const SOME =
  /\b(?:including|among them|at least|about|around|some|nearly|almost|over|more than|up to|roughly|approximately)\b/iu

export const sumDoesNotAddUp: TextRule = {
  id: 'sum-does-not-add-up',
  severity: 'warning',
  why: 'Parts that do not make their whole are what a reader with a pencil finds first.',
  find: (audited) => audited.document.claims.flatMap((claim) => sumWithin(audited, claim.start, claim.end)),
}

function sumWithin(audited: AuditedText, start: number, end: number): Hit[] {
  const words = audited.text.slice(start, end)
  const [whole, ...parts] = figuresIn(words, start)
  if (whole === undefined || parts.length < 2 || SOME.test(words)) return []
  const between = audited.text.slice(whole.end, parts[0]?.start)
  const joined = parts
    .slice(1)
    .every((part, i) => isList(audited.text.slice(parts[i]?.end ?? part.start, part.start)))
  if (!OPENS_PARTS.test(between) || !joined || parts.some(({ share }) => share !== whole.share)) return []
  const sum = parts.reduce((total, { value }) => total + value, 0)
  const isOfWhole = sum > whole.value / 2 && sum < whole.value * 2
  return !isOfWhole || Math.abs(sum - whole.value) < tolerance(whole)
    ? []
    : [hitOf(audited, whole, parts, sum)]
}

/** Shares are rounded. */
const tolerance = ({ share, value }: Figure): number => (share ? 1.01 : Math.max(1e-6, value * 1e-9))

const isList = (between: string): boolean =>
  /^(?: [\p{L}' -]{1,40})?(?:,| and|, and| or|;)(?: [\p{L}' -]{1,20})? $/u.test(between)

const hitOf = (audited: AuditedText, whole: Figure, parts: readonly Figure[], sum: number): Hit => ({
  at: whole,
  also: parts,
  message: `The parts make ${sum.toLocaleString('en')}, not ${audited.quote(whole)}.`,
})
