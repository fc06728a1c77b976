import { hasRightToLeft, isRightToLeft } from './characters.ts'
import type { Running } from './lines.ts'
import type { Row } from './rows.ts'
import { writePieces } from './write-pieces.ts'

/** How the text of a file runs. `monospaced`: its fonts whose letters are all as wide. */
export function runningOf(rows: readonly Row[], monospaced: ReadonlySet<string>): Running {
  let balance = 0
  let drawn = 0
  for (const { pieces } of rows) {
    if (!pieces.some(({ text }) => hasRightToLeft(text))) {
      balance--
      continue
    }
    if (!isRightToLeft(pieces.map(({ text }) => text).join(' '))) continue
    balance++
    const first = /[()]/.exec(writePieces(pieces, { mirror: false, rightToLeft: true }).text)?.[0]
    if (first === ')') drawn++
    if (first === '(') drawn--
  }
  return {
    rightToLeft: balance > 0,
    mirror: drawn > 0,
    codeFonts: isTypewritten(rows, monospaced) ? new Set() : monospaced,
  }
}

/** Most letters are as wide as all others: a typewritten text, no program. */
function isTypewritten(rows: readonly Row[], monospaced: ReadonlySet<string>): boolean {
  if (monospaced.size === 0) return false
  let balance = 0
  for (const { pieces } of rows)
    for (const { font, text } of pieces) balance += monospaced.has(font) ? text.length : -text.length
  return balance > 0
}
