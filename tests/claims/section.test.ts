import { expect, test } from 'vitest'
import { sectionsOf } from '../../src/claims/section.ts'
import type { Block } from '../../src/reading/document.ts'

/** One block a line; `#` marks headings by their level, and stays in the text. */
function draftOf(lines: readonly string[]): { text: string; blocks: Block[] } {
  const text = lines.join('\n')
  let start = 0
  const blocks = lines.map((line): Block => {
    const level = /^#*/.exec(line)?.[0].length ?? 0
    const span = { start, end: start + line.length }
    start = span.end + 1
    return level === 0 ? { kind: 'paragraph', ...span } : { kind: 'heading', level, ...span }
  })
  return { text, blocks }
}

const sectionsIn = (lines: readonly string[]): string[] => {
  const { text, blocks } = draftOf(lines)
  return sectionsOf(text, blocks).map(
    ({ title, start, end }) => `${title}: ${text.slice(start, end).trim().split('\n').join(' | ')}`,
  )
}

test('a section goes down to the next heading of its level, and holds those below it', () => {
  expect(sectionsIn(['# A', 'one', '## B', 'two', '### C', 'three', '## D', 'four', '# E', 'five'])).toEqual([
    '# A: # A | one | ## B | two | ### C | three | ## D | four',
    '## B: ## B | two | ### C | three',
    '### C: ### C | three',
    '## D: ## D | four',
    '# E: # E | five',
  ])
})

test('what stands before the first heading is a section of its own', () => {
  expect(sectionsIn(['one', '# A', 'two'])).toEqual(['Beginning: one', '# A: # A | two'])
  expect(sectionsIn(['one', 'two'])).toEqual(['Beginning: one | two'])
})

test('a level may be left out', () => {
  expect(sectionsIn(['## A', '#### B', 'one', '### C', '# D'])).toEqual([
    '## A: ## A | #### B | one | ### C',
    '#### B: #### B | one',
    '### C: ### C',
    '# D: # D',
  ])
})

test('a title is one line, cut where it is long', () => {
  const { text, blocks } = draftOf([`# ${'long '.repeat(40)}`])
  const [section] = sectionsOf(text, blocks)
  expect(section?.title).toHaveLength(90)
  expect(section?.title.endsWith('…')).toBe(true)
})
