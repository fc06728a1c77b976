import { Invalid } from '../errors.ts'
import type { Flow } from './flow.ts'

/** The largest file that is read, in bytes (20 MB): a Word file or a PDF can hold as much in pictures. */
export const LARGEST_FILE = 20 * 1024 * 1024

/** The longest text that is read, in characters (12 million): some thirty books. Reading it takes ten seconds and 400 MB. */
export const LONGEST_TEXT = 12_000_000

/** The most blocks of a text. A page has ten to thirty; a file with more is a table of data, or made to harm. */
export const MOST_BLOCKS = 400_000

/** @throws Invalid a text longer than can be read at once */
export function assertReadable({ blocks }: Flow): void {
  if (blocks.length > MOST_BLOCKS)
    throw new Invalid(
      `The file has ${blocks.length} paragraphs and table cells, which is more than can be checked at once (${MOST_BLOCKS}): divide it, and read the parts one by one.`,
    )
  assertLength(blocks.reduce((length, { text }) => length + text.length, 0))
}

/** @throws Invalid `length`, in characters, is more than can be read at once */
export function assertLength(length: number): void {
  if (length > LONGEST_TEXT)
    throw new Invalid(
      `The file holds ${Math.ceil(length / 1_000_000)} million characters of text, and ${LONGEST_TEXT / 1_000_000} million can be read at once: divide it, and read the parts one by one.`,
    )
}
