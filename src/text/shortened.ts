/** A stretch of text on one line, `most` UTF-16 code units of it, with an ellipsis where something is left out. */
export function shortened(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= most ? line : `${line.slice(0, most).trimEnd()} …`
}
