import { expect, test } from 'vitest'
import { markCaptions } from '../../src/reading/mark-captions.ts'
import { readHtml } from '../../src/reading/html/read-html.ts'
import { readMarkdown } from '../../src/reading/markdown/read-markdown.ts'

const kindOf = (text: string): string | undefined =>
  markCaptions([{ kind: 'paragraph', text, marks: [] }])[0]?.kind

test.each([
  'The old pier at low tide (Source: Quay Office, 3 May 2019)',
  'May 2019: the crane returns. (Photo credit: A. Writer).',
  'Two ferries at the lock (, May 3, 2019)',
])('%j is a caption', (text) => {
  expect(kindOf(text)).toBe('caption')
})

test.each([
  'Forty boats were counted that night (Source: Quay Office).',
  'The board met twice (in May and June)',
  `${'The water rose again. '.repeat(20)}(Source: Quay Office)`,
])('%j is none', (text) => {
  expect(kindOf(text)).toBe('paragraph')
})

test('captions are told in Markdown and in HTML', () => {
  const text = 'The old pier (Source: Quay Office)'
  expect(readMarkdown(text).blocks[0]?.kind).toBe('caption')
  expect(readHtml(`<p>${text}</p>`).blocks[0]?.kind).toBe('caption')
})
