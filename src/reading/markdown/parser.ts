import MarkdownIt from 'markdown-it'
import type Token from 'markdown-it/lib/token.mjs'
import { gridTableRule } from './grid-tables.ts'
import { plainParagraphRule } from './plain-paragraphs.ts'
import { callRule, definitionRule, inlineNoteRule, type NoteEnv } from './note-rules.ts'
import {
  attributeLineRule,
  attributesRule,
  definitionListRule,
  letteredItemRule,
  looseReferenceRule,
  raisedRule,
  spanRule,
  withoutAttributes,
} from './pandoc-rules.ts'

/** markdown-it reads no blocks that are nested deeper than this (`maxNesting` of its default preset). */
export const DEEPEST = 100

/**
 * CommonMark with tables, notes, raw HTML as tags, and what pandoc and kramdown add that would else stand in the text.
 * It divides a text into blocks only: `inlineTokens` reads the words of each when they are wanted, so that a megabyte's
 * tokens need not all be kept at once.
 */
export const parser: MarkdownIt = makeParser()

/** Every character that an inline rule begins with, and the spaces that make a line break. */
const MARKUP = /[\\`~*_[<&^{]| {2}\n/

/** Whether the words of a block are nothing but text, lines ends included. */
export const isPlain = (words: string): boolean => !MARKUP.test(words)

/** The tokens in the words of a block, `env` being that of the text's parse. */
export function inlineTokens(words: string, env: NoteEnv): readonly Token[] {
  const tokens: Token[] = []
  parser.inline.parse(words, parser, env, tokens)
  return tokens
}

function makeParser(): MarkdownIt {
  const md = new MarkdownIt('default', { html: true })
  md.core.ruler.disable(['inline', 'linkify', 'replacements', 'smartquotes', 'text_join'])
  const alt = { alt: ['paragraph', 'reference', 'blockquote', 'list'] }
  md.block.ruler.before('reference', 'note_definition', definitionRule, {
    alt: ['paragraph', 'reference', 'blockquote'],
  })
  md.block.ruler.after('reference', 'loose_reference', looseReferenceRule)
  md.block.ruler.before('table', 'grid_table', gridTableRule, { alt: ['paragraph', 'reference'] })
  md.block.ruler.before('hr', 'attribute_line', attributeLineRule, alt)
  md.block.ruler.before('paragraph', 'definition_list', definitionListRule, { alt: ['paragraph'] })
  md.block.ruler.before('lheading', 'lettered_item', letteredItemRule)
  md.block.ruler.before('grid_table', 'plain_paragraph', plainParagraphRule)
  md.inline.ruler.before('link', 'note_call', callRule)
  md.inline.ruler.before('link', 'span', spanRule)
  md.inline.ruler.before('emphasis', 'inline_note', inlineNoteRule)
  md.inline.ruler.before('emphasis', 'raised', raisedRule)
  md.inline.ruler.before('html_inline', 'attributes', attributesRule)
  md.core.ruler.after('block', 'heading_attributes', (state) => {
    state.tokens.forEach((token, i) => {
      const heading = token.type === 'heading_open' ? state.tokens[i + 1] : undefined
      if (!heading) return
      const { words, id } = withoutAttributes(heading.content)
      heading.content = words
      if (id !== null) token.attrSet('id', id)
    })
  })
  return md
}
