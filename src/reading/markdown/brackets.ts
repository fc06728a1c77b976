/**
 * Which `]` ends each `[` of a line, by index; escapes and code spans are stepped over. One pass over the line, so that
 * a megabyte of open brackets costs no more than a megabyte of letters.
 */
export function matchBrackets(line: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>()
  const open: number[] = []
  const codeEnds = codeSpans(line)
  for (let i = 0; i < line.length; i++) {
    const character = line.charCodeAt(i)
    if (character === BACKSLASH) i++
    else if (character === BACKTICK) i = codeEnds.get(i) ?? i
    else if (character === OPEN) open.push(i)
    else if (character === CLOSE) {
      const start = open.pop()
      if (start !== undefined) ends.set(start, i)
    }
  }
  return ends
}

const BACKSLASH = 92
const BACKTICK = 96
const OPEN = 91
const CLOSE = 93

/** For each run of backticks its last index: of the closing run of the same length, else of the run itself. */
function codeSpans(line: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>()
  if (!line.includes('`')) return ends
  const later = new Map<number, number>()
  const runs = [...line.matchAll(/`+/g)].reverse()
  for (const run of runs) {
    const length = run[0].length
    ends.set(run.index, (later.get(length) ?? run.index) + length - 1)
    later.set(length, run.index)
  }
  return ends
}
