import { Invalid } from '../errors.ts'
import type { Flow } from './flow.ts'

/** The largest file that is read, in bytes (20 MB): a Word file or a PDF can hold as much in pictures. */
export const LARGEST_FILE = 20 * 1024 * 1024

/** The longest text that is read, in characters (12 million): some thirty books. Reading it takes ten seconds and 400 MB. */
export const LONGEST_TEXT = 12_000_000

/** The most blocks of a text. A page has ten to thirty; a file with more is a table of data, or made to harm. */
export const MOST_BLOCKS = 400_000

/** The most ends of sentences: three times those of a text of the greatest length. Each becomes a kilobyte of claim. */
export const MOST_STOPS = 300_000

/** @throws Invalid no text, or more than can be read at once */
export function assertReadable({ blocks, warnings }: Flow): void {
  if (!blocks.some(({ text }) => /\S/.test(text))) throw withoutText(warnings[0]?.message)
  if (blocks.length > MOST_BLOCKS)
    throw new Invalid(
      `The file has ${blocks.length} paragraphs and table cells, which is more than can be checked at once (${MOST_BLOCKS}): divide it, and read the parts one by one.`,
    )
  assertLength(blocks.reduce((length, { text }) => length + text.length, 0))
  if (blocks.reduce((stops, { text }) => stops + stopsIn(text), 0) > MOST_STOPS)
    throw new Invalid(
      `The file has more than ${MOST_STOPS.toLocaleString('en')} sentences, which is more than can be checked at once: divide it, and read the parts one by one.`,
    )
}

const withoutText = (why: string | undefined): Invalid =>
  new Invalid(
    `The file holds no text that could be read${why === undefined ? '' : ` (${why})`}: choose a file that holds the text of the report.`,
  )

/** Full stops, question and exclamation marks with a space behind. */
function stopsIn(text: string): number {
  let stops = 0
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1))
    if (STOPS.has(text.charCodeAt(at - 1))) stops++
  return stops
}

const STOPS: ReadonlySet<number> = new Set(['.', '?', '!'].map((stop) => stop.charCodeAt(0)))

/** @throws Invalid `length`, in characters, is more than can be read at once */
export function assertLength(length: number): void {
  if (length > LONGEST_TEXT)
    throw new Invalid(
      `The file holds ${Math.ceil(length / 1_000_000)} million characters of text, and ${LONGEST_TEXT / 1_000_000} million can be read at once: divide it, and read the parts one by one.`,
    )
}
