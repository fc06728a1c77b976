import { isBylineInSentences } from './byline-sentences.ts'
import type { FlowBlock } from './flow.ts'

/** The line with the authors stands among the first blocks. */
const FRONT = 15
const LONGEST_BYLINE = 300

/** Gives the lines at the front that name the authors, the date and the series the role `byline`. */
export function markFrontMatter(blocks: readonly FlowBlock[]): readonly FlowBlock[] {
  const proseAt = blocks.findIndex(
    (block) => block.kind === 'paragraph' && block.text.length > LONGEST_BYLINE,
  )
  const end = Math.min(FRONT, proseAt < 0 ? blocks.length : proseAt)
  return blocks.map((block, index) =>
    index < end && (isByline(block) || isBelowTitle(block, blocks[index - 1]))
      ? { ...block, kind: 'paragraph', role: 'byline' }
      : block,
  )
}

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)'
const DATE = new RegExp(`^(?:${MONTH} \\d{1,2}, \\d{4}|\\d{1,2} ${MONTH} \\d{4})(?:$|.{0,250}[^.!?]$)`)

/** `Author: A. Writer`, as catalogues and e-texts open. */
const LABELLED =
  /^(?:title|authors?|editors?|translators?|illustrator|language|date|release date|published|publisher|category|character set encoding): /i

function isByline({ kind, text, noteKey }: FlowBlock): boolean {
  if (text.length > LONGEST_BYLINE || noteKey !== undefined || (kind !== 'paragraph' && kind !== 'heading'))
    return false
  if (LABELLED.test(text)) return true
  if (/[.!?]$/.test(text)) return false
  return DATE.test(text) || /(?:^|\|\s)[Bb]y:?\s\p{Lu}/u.test(text) || text.includes(' | ')
}

/** Publisher, authors and date in sentences of their own, right below a heading. */
const isBelowTitle = ({ kind, text, noteKey }: FlowBlock, above: FlowBlock | undefined): boolean =>
  above?.kind === 'heading' &&
  kind === 'paragraph' &&
  noteKey === undefined &&
  text.length <= LONGEST_BYLINE &&
  isBylineInSentences(text)
