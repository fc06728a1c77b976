import { describe, expect, test } from 'vitest'
import { readMarkdown } from '../../../src/reading/markdown/read-markdown.ts'
import { tellMarkdown } from '../notes/structure-support.ts'

const texts = (markdown: string): readonly string[] =>
  readMarkdown(markdown).blocks.map((block) => block.text)

describe('declared notes', () => {
  test('a note of several paragraphs, lazy lines and code is one note', () => {
    const { body, notes } = tellMarkdown(
      'Dry.[^a]\n\n[^a]: One\nlazy.\n\n    Two.\n\n        code()\n\nAfter.\n',
    )
    expect(body).toEqual(['Dry.{a>One lazy. / Two. / code(}', 'After.'])
    expect(notes).toEqual(['a: One lazy. / Two. / code()'])
  })

  test('definitions may stand before the call, in lists and in quotations', () => {
    const { body } = tellMarkdown(
      '[^1]: First.\n\n- Dry.[^1]\n- Wet.[^2]\n\n  [^2]: Second.\n\n> Cold.[^3]\n>\n> [^3]: Third.\n\n| a | b |\n|---|---|\n| c[^1] | d |\n',
    )
    expect(body.join('|')).toBe('Dry.{1>First.}|Wet.{2>Second.}|Cold.{3>Third.}|a|b|c{1>First.}|d')
  })

  test('inline notes get numbers that no other note has', () => {
    const { body, notes } = tellMarkdown(
      'Dry.^[With `]` and [a link](#x).] Wet.[^2] Cold.^[Third.]\n\n[^2]: Second.\n',
    )
    expect(body).toEqual(['Dry.{1>With ] and a link.} Wet.{2>Second.} Cold.{3>Third.}'])
    expect(notes).toHaveLength(3)
  })

  test('a call without a definition stays a call, what merely looks like one does not', () => {
    expect(
      tellMarkdown('Dry.[^9] Pattern [^a-z]+ and [^abc] and `[^1]` and \\[^2\\] and [^my note].').body,
    ).toEqual(['Dry.{9>?} Pattern [^a-z]+ and [^abc] and [^1] and [^2] and [^my note].'])
  })

  test('a key in words behind a word is a call though nothing defines it, in a text with notes', () => {
    const written = 'Dry.[^log] Wet.[^tide-book] Cold “so”[^a:b] but [^apart] x[^a]+ `y[^code]`'
    expect(tellMarkdown(`${written}\n\n[^log]: First.\n`).body).toEqual([
      'Dry.{log>First.} Wet.{tide-book>?} Cold “so”{a:b>?} but [^apart] x[^a]+ y[^code]',
    ])
    expect(tellMarkdown(written).body).toEqual([
      'Dry.[^log] Wet.[^tide-book] Cold “so”[^a:b] but [^apart] x[^a]+ y[^code]',
    ])
  })

  test('code holds neither calls nor notes', () => {
    const { body, notes } = tellMarkdown('Text.\n\n```\nx[^1]\n[^1]: no\n```\n\n    y[^2]\n\n    [^2]: no\n')
    expect(notes).toEqual([])
    expect(body.join('')).not.toContain('{')
  })

  test('the first of two definitions counts, the second is kept and told', () => {
    const { notes } = tellMarkdown('Dry.[^1]\n\n[^1]: One.\n\n[^1]: Two.\n')
    expect(notes).toEqual(['1: One.', '1: Two.'])
    expect(readMarkdown('[^1]: One.\n\n[^1]: Two.\n').warnings.map((warning) => warning.rule)).toEqual([
      'note-duplicate',
    ])
  })

  test('a call in a note is a call', () => {
    expect(tellMarkdown('Dry.[^1]\n\n[^1]: See[^2].\n\n[^2]: Two.\n').notes).toEqual([
      '1: See{2>Two.}.',
      '2: Two.',
    ])
  })
})

describe('home-made notes', () => {
  test.each([
    [
      'raised links and a list with ids',
      'Dry.<sup id="a1">[1](#f1)</sup>\n\n## Footnotes\n\n1. <span id="f1"></span> Gauge. [↩](#a1)\n',
    ],
    [
      'links in double brackets',
      'Dry. <a name="s1"></a>[[1]](#f1)\n\n<a name="f1" href="#s1">1.</a> Gauge.\n',
    ],
    ['raised digits', 'Dry.[¹](#f1)\n\n---\n\n<a id="f1"></a>¹ Gauge.\n'],
    ['a span with an id', 'Dry.<sup>[1](#f1)</sup>\n\n### Notes\n\n[1]{#f1} Gauge.\n'],
    [
      'an HTML list with blank lines and indented items',
      'Dry.<sup id="r1"><a href="#f1">1</a></sup>\n\n<ul>\n\n\t<li id="f1"><sup>1</sup> Gauge. <a href="#r1">&#8617;</a></li>\n\n</ul>\n',
    ],
  ])('%s', (_, markdown) => {
    const { body, notes } = tellMarkdown(markdown)
    expect(body[0]?.replace(' {', '{')).toBe('Dry.{1>Gauge.}')
    expect(notes).toEqual(['1: Gauge.'])
  })

  test('links to sections are no calls', () => {
    expect(tellMarkdown('- [1](#one)\n\nSee [2](#two).\n\n# One {#one}\n\n## 2 Two {#two}\n').notes).toEqual(
      [],
    )
  })
})

describe('what pandoc and kramdown add', () => {
  test('attributes, divisions and escapes leave only their words', () => {
    expect(
      texts('# Hay {#hay .wide}\n\n::: note\nCut [in June]{.smallcaps} \\[12\\].\n:::\n\n{: .big}\nSold.\n'),
    ).toEqual(['Hay', 'Cut in June [12].', 'Sold.'])
  })

  test('definitions keep their later paragraphs as text', () => {
    const { blocks } = readMarkdown('Hay\n\n:   Cut grass.\n\n    Dried in June.\n')
    expect(blocks.map((block) => block.text)).toEqual(['Hay', 'Cut grass.', 'Dried in June.'])
    expect(blocks.flatMap((block) => block.marks)).toEqual([])
  })

  test('cells of grid tables are cells, code in them is code', () => {
    const { blocks } = readMarkdown(
      '+-----+---------+\n| Hay | `[1,4]` |\n+=====+=========+\n| Cut | - one   |\n|     | - two   |\n+-----+---------+\n',
    )
    expect(blocks.map((block) => block.text)).toEqual(['Hay', '[1,4]', 'Cut', 'one', 'two'])
    expect(blocks[1]?.marks).toEqual([{ kind: 'code', start: 0, end: 5 }])
  })

  test('indented text below a lettered item is text', () => {
    expect(readMarkdown('b.  Rights.\n\n    Hay was cut.\n').blocks.flatMap((block) => block.marks)).toEqual(
      [],
    )
  })

  test('the number of a numbered paragraph is part of its text', () => {
    expect(texts('201. Hay was cut.\n\nText.\n\n1. One\n2. Two\n')).toEqual([
      '201. Hay was cut.',
      'Text.',
      'One',
      'Two',
    ])
  })
})

describe('front matter', () => {
  test('YAML and TOML give title and language and are no text', () => {
    const yaml = readMarkdown('---\ntitle: "The Mill"\nlang: en-GB\n---\n\nHay.\n')
    expect([yaml.title, yaml.language, yaml.blocks.length]).toEqual(['The Mill', 'en-GB', 1])
    const toml = readMarkdown('+++\ntitle = "The Mill"\n+++\nHay.\n')
    expect([toml.title, toml.blocks.length]).toEqual(['The Mill', 1])
  })

  test('a rule above the text is no front matter; the first heading is the title', () => {
    const flow = readMarkdown('---\nHay was cut, says he.\n\n---\n\n# The Mill\n')
    expect(flow.title).toBe('The Mill')
    expect(flow.blocks[0]?.text).toContain('Hay was cut')
  })
})

test('a code block is a paragraph that is code from end to end', () => {
  expect(readMarkdown('```js\nlet a\n\nlet b\n```\n').blocks).toEqual([
    { kind: 'paragraph', text: 'let a let b', marks: [{ kind: 'code', start: 0, end: 11 }] },
  ])
})

describe('hostile text', () => {
  const HOSTILE: readonly (readonly [name: string, markdown: string])[] = [
    ['open brackets', '['.repeat(200_000)],
    ['open inline notes', '^['.repeat(100_000)],
    ['nested inline notes', `${'^['.repeat(20_000)}x${']'.repeat(20_000)}`],
    ['open calls', '[^'.repeat(100_000)],
    ['definitions in definitions', '[^a]: '.repeat(50_000)],
    ['carets', '^a'.repeat(100_000)],
    ['backticks of growing length', Array.from({ length: 600 }, (_, i) => '`'.repeat(i)).join(' ')],
    ['nested spans', `${'['.repeat(20_000)}x${']{.a}'.repeat(20_000)}`],
    ['raw tags', '<div>\n\n'.repeat(40_000)],
    ['borders of tables', '+---+\n'.repeat(40_000)],
    ['colons', ': a\n'.repeat(40_000)],
    ['letters', 'a. '.repeat(80_000)],
  ]
  test.each(HOSTILE)('%s are read in time that grows with their length only', (_, markdown) => {
    const start = performance.now()
    expect(readMarkdown(markdown).title).toBeNull()
    expect(performance.now() - start).toBeLessThan(8000)
  })
})
