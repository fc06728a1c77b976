import type { FlowBlock } from '../flow.ts'

/** Names that programs give to what has none. */
const NO_TITLE =
  /^(?:microsoft word|untitled|document\d*|slide \d|unknown$|\W*$)|\.(?:docx?|odt|indd|tex|pdf|rtf|txt|html?|qxd|pages)$/i

/** Blocks at the front in which a title's words are looked for. */
const FRONT = 12

/** The title: what the file says where its first page says so too, else its first heading, else what the file says. */
export function titleOf(info: object, blocks: readonly FlowBlock[]): string | null {
  const title: unknown = 'Title' in info ? info.Title : null
  const said =
    typeof title === 'string' && !NO_TITLE.test(title.trim()) ? title.replace(/\s+/g, ' ').trim() : null
  const front = blocks.slice(0, FRONT)
  if (said !== null && lettersOf(front.map(({ text }) => text).join(' ')).includes(lettersOf(said)))
    return said
  return front.find(({ kind }) => kind === 'heading')?.text ?? said
}

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
