import type { Span } from '../text/span.ts'

/** The two claims that one becomes, each with the markers that it keeps. */
export interface Divided<M> {
  readonly first: Span & { readonly markers: readonly M[] }
  readonly second: Span & { readonly markers: readonly M[] }
}

/**
 * Divides a claim's words at an offset inside them. Each part is trimmed of the spaces, commas and markers at the cut; markers go
 * with the words before them. Null where one of the parts would have no word.
 *
 * `markers`: all that stand in the claim or belong to it, in order of their place.
 */
export function divideClaim<M extends Span>(
  text: string,
  claim: Span,
  markers: readonly M[],
  at: number,
): Divided<M> | null {
  const cut = markers.find((marker) => marker.start < at && at < marker.end)?.end ?? at
  if (cut <= claim.start || cut >= claim.end) return null
  const before = markers.filter(({ start }) => start < cut)
  const after = markers.filter(({ start }) => start >= cut)
  const first = { start: claim.start, end: trimmedEnd(text, claim.start, cut, before) }
  const second = { start: trimmedStart(text, cut, claim.end), end: claim.end }
  if (!hasWord(text, first) || !hasWord(text, second)) return null
  if (!breaksBetweenWords(text, cut)) return null
  return { first: { ...first, markers: before }, second: { ...second, markers: after } }
}

const hasWord = (text: string, { start, end }: Span): boolean => /[\p{L}\p{N}]/u.test(text.slice(start, end))

const WORD = /[\p{L}\p{M}\p{N}]/u

/** Whether an offset stands beside no word or at an end of one. */
const breaksBetweenWords = (text: string, at: number): boolean =>
  !(WORD.test(codePointBefore(text, at)) && WORD.test(String.fromCodePoint(text.codePointAt(at) ?? 32)))

function codePointBefore(text: string, at: number): string {
  const low = text.charAt(at - 1)
  return /[\uDC00-\uDFFF]/.test(low) ? text.slice(at - 2, at) : low
}

/** The end of the words before a cut: markers, spaces and commas at it are left out. */
function trimmedEnd(text: string, start: number, cut: number, markers: readonly Span[]): number {
  let end = cut
  let last = markers.length - 1
  for (;;) {
    while (end > start && LOOSE.test(text.charAt(end - 1))) end--
    if (last < 0 || markers[last]?.end !== end) return end
    end = markers[last]?.start ?? end
    last--
  }
}

const LOOSE = /[\s,;:–—]/

function trimmedStart(text: string, cut: number, end: number): number {
  let start = cut
  while (start < end && LOOSE.test(text.charAt(start))) start++
  return start
}

/** Offsets where a claim can be divided: after its markers, and where a sentence or a clause ends. Ascending, without repeats. */
export function placesToDivide(text: string, claim: Span, markers: readonly Span[]): number[] {
  const words = text.slice(claim.start, claim.end)
  const clauses = [...words.matchAll(CLAUSE)].map(({ 0: sign, index }) => claim.start + index + sign.length)
  const after = markers.map(({ end }) => end).filter((end) => end > claim.start && end < claim.end)
  const places = new Map<string, number>()
  for (const at of [...after, ...clauses].toSorted((a, b) => a - b)) {
    const divided = divideClaim(text, claim, markers, at)
    if (divided !== null) places.set(`${divided.first.end}-${divided.second.start}`, at)
  }
  return [...places.values()]
}

/** What a clause ends with: a sign before a space, or a joining word. */
const CLAUSE = /[.!?;:,—–][”’"')\]]*(?=\s)|\s(?=(?:and|but|while|whereas|although|because|which|who)\s)/gu
