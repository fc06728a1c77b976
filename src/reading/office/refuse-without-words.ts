import { Invalid } from '../../errors.ts'
import type { FlowBlock } from '../flow.ts'

/** Refuses a file none of whose stories (the text, its notes, its comments) has words. @throws Invalid */
export function refuseWithoutWords(stories: readonly (readonly FlowBlock[])[]): void {
  if (!stories.some(hasWords))
    throw new Invalid('The file holds no text: choose a file that holds the text of the report.')
}

const hasWords = (blocks: readonly FlowBlock[]): boolean =>
  blocks.some(({ text }) => /[^\s\ufffc]/.test(text))
