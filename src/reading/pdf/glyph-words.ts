import { hasRightToLeft } from './characters.ts'
import type { Piece } from './piece.ts'
import { type Script, scriptOf } from './script.ts'

/** Baselines this near are one, as a share of the size of the type. */
const SAME_BASE = 0.02
/** Wider gaps than this share of the size part words. */
const WORD_GAP = 0.15
/** Signs before and behind a mark that it may stand over. */
const NEIGHBOURS = 3

/** Joins pieces of one sign each to words and numbers, in whatever order they were drawn. */
export function wordsOfGlyphs(glyphs: readonly Piece[]): Piece[] {
  const whole = withMarks(glyphs).sort(
    (a, b) =>
      a.base - b.base || a.size - b.size || Number(a.font > b.font) - Number(a.font < b.font) || a.x - b.x,
  )
  const words: Piece[][] = []
  for (const glyph of whole) {
    const word = words.at(-1)
    const last = word?.at(-1)
    if (word && last && isSameWord(last, glyph)) word.push(glyph)
    else words.push([glyph])
  }
  return words.map(wordOf)
}

function isSameWord(a: Piece, b: Piece): boolean {
  if (a.font !== b.font || a.size !== b.size || Math.abs(a.base - b.base) > SAME_BASE * a.size) return false
  const script = scriptOf(a.text)
  if (script === 'neutral' || script !== scriptOf(b.text) || a.spaceRight || b.spaceLeft) return false
  return b.x - a.right <= WORD_GAP * a.size
}

function wordOf(glyphs: readonly Piece[]): Piece {
  const [first, last] = [glyphs[0], glyphs.at(-1)]
  if (!first || !last) throw new RangeError('A word has a sign.')
  const ordered: readonly Piece[] = direction(glyphs) === 'right' ? [...glyphs].reverse() : glyphs
  return {
    ...first,
    text: ordered
      .map(({ text }) => text)
      .join('')
      .normalize('NFC'),
    right: last.right,
    spaceRight: last.spaceRight,
  }
}

const direction = ([first]: readonly Piece[]): Script => scriptOf(first?.text ?? '')

/** Marks over and under letters, and letters without a width of their own that a joined sign shows, behind its first letter. */
function withMarks(glyphs: readonly Piece[]): Piece[] {
  const texts = new Map<Piece, string>()
  const kept = glyphs.filter((glyph, i) => {
    if (!isMark(glyph)) return true
    const letter = letterUnder(glyph, [
      ...glyphs.slice(i + 1, i + 1 + NEIGHBOURS),
      ...glyphs.slice(Math.max(0, i - NEIGHBOURS), i).reverse(),
    ])
    if (letter) texts.set(letter, (texts.get(letter) ?? '') + glyph.text)
    return letter === null
  })
  return kept.map((glyph) => ({ ...glyph, text: glyph.text + (texts.get(glyph) ?? '') }))
}

const isMark = ({ text, x, right }: Piece): boolean =>
  /^\p{M}+$/u.test(text) || (right - x < 0.01 && hasRightToLeft(text))

function letterUnder(mark: Piece, near: readonly Piece[]): Piece | null {
  const middle = (mark.x + mark.right) / 2
  let best: { letter: Piece; distance: number } | null = null
  for (const letter of near) {
    if (isMark(letter) || Math.abs(letter.base - mark.base) > letter.size) continue
    const distance = Math.max(letter.x - middle, middle - letter.right, 0)
    if (distance < (best?.distance ?? letter.size) - 0.05 * letter.size) best = { letter, distance }
  }
  return best?.letter ?? null
}
