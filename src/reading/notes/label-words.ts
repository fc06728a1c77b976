import type { Span } from '../../text/span.ts'

/** A label as it stands inside a call, without its brackets. Offsets into the words inside the brackets. */
export interface LabelWords extends Span {
  readonly label: string
}

/** Longest label; longer words in brackets are an editor's. Code units. */
export const LONGEST_LABEL = 40
/** A range of calls `[3-9]` longer than this is none. */
const LONGEST_RANGE = 20

/** The number that a label is, or null. Leading zeros make a code, not a number. */
export const numberOf = (label: string): number | null =>
  /^[1-9]\d{0,4}$/.test(label) ? Number(label) : null

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** Digits for superscript digits; other characters as they are. */
export const plainDigits = (text: string): string =>
  text.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => String(SUPERSCRIPTS.indexOf(digit)))

/** The labels that words inside brackets name: `12`, `3, 5`, `7–9`, `RFC2119`, `Note 4`. Empty when they name none. */
export function labelsIn(inner: string): readonly LabelWords[] {
  const single = singleLabel(inner)
  if (single !== null) return [{ label: single, start: 0, end: inner.length }]
  if (!/[,;\d–-]/.test(inner)) return []
  return listedLabels(inner)
}

function singleLabel(inner: string): string | null {
  if (numberOf(inner) !== null) return inner
  const bare = inner
    .trim()
    .replace(/^(?:(?:foot|end)?note|fn\.?|n\.)\s{0,3}(?=\S)/i, '')
    .replace(/^\^/, '')
  if (bare === '' || bare.length > LONGEST_LABEL) return null
  if (numberOf(bare) !== null || /^[*†‡§¶‖#]{1,4}$/.test(bare)) return bare
  return /^[\p{L}\p{N}][^\s,;]{0,39}$/u.test(bare) && !/^\d{1,5}[–-]\d{1,5}$/.test(bare) ? bare : null
}

/** `3, 5` and `7–9`: every part must be a label or a range of numbers. */
function listedLabels(inner: string): readonly LabelWords[] {
  const labels: LabelWords[] = []
  let start = 0
  for (const part of inner.split(/(?<=[,;])/)) {
    const words = part.replace(/[,;]$/, '').trim()
    const range = /^(\d{1,5})\s?[–-]\s?(\d{1,5})$/.exec(words)
    const end = start + part.length
    if (range) labels.push(...rangeLabels(Number(range[1]), Number(range[2]), start, end))
    else if (singleLabel(words) !== null) labels.push({ label: singleLabel(words) ?? words, start, end })
    else return []
    start = end
  }
  return labels
}

/** The first number takes the words up to the dash, the last the rest; those between stand at the dash without words. */
function rangeLabels(first: number, last: number, start: number, end: number): LabelWords[] {
  if (!(first >= 1 && last > first && last - first <= LONGEST_RANGE)) return []
  const dash = Math.min(end, start + String(first).length)
  return Array.from({ length: last - first + 1 }, (_, i) => ({
    label: String(first + i),
    start: i === 0 ? start : dash,
    end: i === 0 ? dash : first + i === last ? end : dash,
  }))
}
