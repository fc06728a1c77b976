/** A name as initials: "Ana Maria Berg" is AB, "Ana" A. For a margin; the whole name stands beside them in words. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/).filter((word) => /^\p{L}/u.test(word))
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  const letters = ends.map((word = '') => /^\p{L}\p{M}*/u.exec(word)?.[0] ?? '')
  return letters.join('').toLocaleUpperCase('und') || '·'
}
