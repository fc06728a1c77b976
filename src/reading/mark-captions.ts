import type { FlowBlock } from './flow.ts'

/** The words under a picture are few. Code units. */
const LONGEST = 300

/** `The old pier (Source: Quay Office, 3 May 2019)`; of a lost name only the comma before the date is left. */
const SOURCED = /\((?:(?:Image |Photo )?(?:[Ss]ource|[Cc]redit)s?\s?:[^()]{0,160}|,\s[^()]{4,40})\)\.?$/

/** Makes paragraphs that end in the source of a picture captions. */
export const markCaptions = (blocks: readonly FlowBlock[]): readonly FlowBlock[] =>
  blocks.map((block) => (isCaption(block) ? { ...block, kind: 'caption' } : block))

const isCaption = ({ kind, text, noteKey, role }: FlowBlock): boolean =>
  kind === 'paragraph' &&
  noteKey === undefined &&
  role === undefined &&
  text.length <= LONGEST &&
  (text.endsWith(')') || text.endsWith(').')) &&
  SOURCED.test(text.slice(-200)) &&
  endsBeforeSource(text)

/** A statement whose source stands in brackets before its full stop is no caption. */
const endsBeforeSource = (text: string): boolean => !text.endsWith(').') || /\.\s\([^()]*\)\.$/.test(text)
