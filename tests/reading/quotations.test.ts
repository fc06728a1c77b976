import { describe, expect, test } from 'vitest'
import type { Block, BlockKind } from '../../src/reading/document.ts'
import { quotationsIn } from '../../src/reading/quotations.ts'

/** Blocks of one text, divided by blank lines; a block that starts with ">" is a block quotation. */
function laid(...words: string[]): { text: string; blocks: Block[] } {
  const text = words.join('\n\n')
  let start = 0
  const blocks = words.map((block) => {
    const kind: BlockKind = block.startsWith('>') ? 'quotation' : 'paragraph'
    const span = { kind, start, end: start + block.length }
    start = span.end + 2
    return span
  })
  return { text, blocks }
}

function read(...words: string[]): { runs: string[]; quoted: string[] } {
  const { text, blocks } = laid(...words)
  const { runs, quoted } = quotationsIn(text, blocks)
  const quote = ({ start, end }: { start: number; end: number }): string => text.slice(start, end)
  return { runs: runs.map(quote), quoted: quoted.map(quote) }
}

describe('within a paragraph', () => {
  test.each([
    ['He said "go" and “stay” then.', ['go', 'stay']],
    ['Er sagte „geh“ und »bleib«.', ['geh', 'bleib']],
    ['Il dit « va » et «reste».', [' va ', 'reste']],
    ['彼は「行く」と言った。', ['行く']],
    ["She wrote 'go home' and ‘stay put’.", ['go home', 'stay put']],
    ["The teachers' room isn't the boys' room.", []],
    ["It was '98, rock 'n' roll, and 'tis gone.", []],
    ['A 12" pipe and a 5\' rope.', []],
    ["She said 'the boys' room is \"mine\" now' twice.", ['the boys\' room is "mine" now']],
    ['“She said ‘go’ to me,” he wrote.', ['She said ‘go’ to me,']],
  ])('%s', (text, quoted) => {
    expect(read(text).quoted).toEqual(quoted)
  })

  test('a run includes its marks, what is quoted does not', () => {
    expect(read('He said "go".').runs).toEqual(['"go"'])
  })
})

describe('over several paragraphs', () => {
  test('each paragraph opens with a mark and only the last closes: one run', () => {
    const { runs, quoted } = read(
      'She wrote:',
      '"First we dug.',
      '"Then we built.',
      '"Then it fell." He left.',
      'Rain.',
    )
    expect(runs).toEqual(['"First we dug.\n\n"Then we built.\n\n"Then it fell."'])
    expect(quoted).toEqual(['First we dug.', 'Then we built.', 'Then it fell.'])
  })

  test('a quotation that never closes ends with its paragraph', () => {
    expect(read('She said: "We dug. We built.', 'It fell. The rest is known.').runs).toEqual([
      '"We dug. We built.',
    ])
  })

  test('a run that never closes ends with the last paragraph that opens with a mark', () => {
    expect(read('“We dug.', '“We built.', 'It fell.').runs).toEqual(['“We dug.\n\n“We built.'])
  })

  test('neighbouring block quotations are one run', () => {
    const { runs, quoted } = read('She wrote:', '> We dug.', '> It fell.', 'He left.')
    expect(runs).toEqual(['> We dug.\n\n> It fell.'])
    expect(quoted).toHaveLength(2)
  })
})

test('a stray mark is given up when another opens', () => {
  expect(read('The "pump broke, and the "valve" held.').quoted).toEqual(['valve'])
})
