/**
 * What a pure function made of texts lately: at most `most` of them, the oldest forgotten first, and none of a text that is longer
 * than `longest` (UTF-16 code units).
 */
export function keptResults<T>(
  make: (text: string) => T,
  { most, longest }: { readonly most: number; readonly longest: number },
): (text: string) => T {
  const kept = new Map<string, T>()
  return (text) => {
    const known = kept.get(text)
    if (known !== undefined) return known
    const made = make(text)
    if (text.length > longest) return made
    for (const oldest of kept.size < most ? [] : [...kept.keys()].slice(0, most / 2)) kept.delete(oldest)
    kept.set(text, made)
    return made
  }
}
