/** The number words that a line of a list starts with, or null: `3.` → [3], `2.1.4` → [2, 1, 4], `7)` → [7]. */
export function numberAtStart(text: string): readonly number[] | null {
  const match =
    /^\(?(\d{1,4}(?:\.\d{1,3}){0,6})[.)]\s/.exec(text) ?? /^(\d{1,3}(?:\.\d{1,3}){1,6})\s/.exec(text)
  return match?.[1] ? match[1].split('.').map(Number) : null
}

/** Whether `next` can come right after `previous` in a numbered list: 1 → 2, 1 → 1.1, 1.3.2 → 1.4, 1.3.2 → 2. */
export function comesAfter(previous: readonly number[], next: readonly number[]): boolean {
  if (next.length === previous.length + 1) {
    return next.at(-1) === 1 && previous.every((number, i) => next[i] === number)
  }
  const last = next.length - 1
  return (
    next.length <= previous.length &&
    next.slice(0, last).every((number, i) => previous[i] === number) &&
    next[last] === (previous[last] ?? 0) + 1
  )
}

/** The label of a note in brackets that a line starts with (`[12] …`), or null. */
export const bracketAtStart = (text: string): string | null =>
  text.startsWith('[') ? (/^\[([^[\]\s]{1,24})\]/.exec(text)?.[1] ?? null) : null

/** The bullet that a line of a list starts with, with the white space after it, or null. */
export const bulletAtStart = (text: string): string | null =>
  /^(?:[•●▪‣◦∙·]\s*|[-–—*+]\s+|o\s{2,})(?=\S)/.exec(text)?.[0] ?? null
