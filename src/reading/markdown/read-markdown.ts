import type { Flow, FlowWarning } from '../flow.ts'
import { ElementReader } from '../html/element-reader.ts'
import { keepText } from '../html/keep-text.ts'
import { markCaptions } from '../mark-captions.ts'
import { readFrontMatter } from './front-matter.ts'
import { newNoteEnv } from './note-rules.ts'
import { DEEPEST, parser } from './parser.ts'
import { TokenWalker } from './token-walker.ts'

/**
 * Reads Markdown: CommonMark, GitHub's tables and notes, inline notes, raw HTML, and what pandoc and kramdown add.
 * Notes come as blocks with a `noteKey`, their calls as marks with that key. Never fails: every string is Markdown.
 */
export function readMarkdown(text: string): Flow {
  const { title, language, body } = readFrontMatter(text)
  const env = newNoteEnv()
  const tokens = parser.parse(body, env)
  const reader = new ElementReader()
  const walker = new TokenWalker(reader, tokens, env)
  walker.walk()
  const kept = keepText(reader.end(), false)
  const warnings = [...kept.warnings, ...walker.warnings, ...depthWarnings(tokens)]
  const heading = kept.blocks.find((block) => block.kind === 'heading' && block.level === 1)
  return {
    ...kept,
    blocks: markCaptions(kept.blocks),
    title: title ?? heading?.text ?? null,
    language,
    warnings,
  }
}

function depthWarnings(tokens: readonly { readonly level: number }[]): FlowWarning[] {
  if (!tokens.some((token) => token.level >= DEEPEST - 1)) return []
  return [
    { rule: 'nesting-too-deep', message: `What is nested more than ${DEEPEST} levels deep was left out.` },
  ]
}
