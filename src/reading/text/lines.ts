/** A line of a text file. `text` has no white space at its ends and is empty for a blank line. */
export interface Line {
  readonly text: string
  /** Columns of white space before the text; a tab counts to the next multiple of eight. */
  readonly indent: number
  /** A form feed, or page furniture that was taken out, stands between this line and the one before. */
  readonly newPage: boolean
}

/** The lines of a text whose line ends are LF. A form feed ends a line too. */
export function linesOf(text: string): Line[] {
  return text
    .split('\n')
    .flatMap((raw) => (raw.includes('\f') ? raw.split('\f').map(lineAfterFeed) : [lineOf(raw, false)]))
}

const lineAfterFeed = (raw: string, index: number): Line => lineOf(raw, index > 0)

function lineOf(raw: string, newPage: boolean): Line {
  const text = raw.trim()
  return { text, indent: text === '' ? 0 : indentOf(raw), newPage }
}

function indentOf(raw: string): number {
  let columns = 0
  for (let i = 0; i < raw.length; i++) {
    const code = raw.charCodeAt(i)
    if (code === 9) columns += 8 - (columns % 8)
    else if (code === 32 || code === 160) columns++
    else if (code !== 0xfeff) break
  }
  return columns
}

/** The columns a line takes up. */
export const widthOf = (line: Line): number => line.indent + line.text.length

/** The columns that all of the lines are indented by. */
export const leastIndent = (lines: readonly Line[]): number =>
  lines.reduce((least, line) => Math.min(least, line.indent), lines[0]?.indent ?? 0)
