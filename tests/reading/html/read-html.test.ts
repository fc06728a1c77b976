import { describe, expect, test } from 'vitest'
import { readHtml } from '../../../src/reading/html/read-html.ts'

const texts = (html: string): readonly string[] => readHtml(html).blocks.map((block) => block.text)
const shapes = (html: string): readonly string[] =>
  readHtml(html).blocks.map(({ kind, level, ordinal, text }) =>
    [kind, level, ordinal, text].filter((part) => part !== undefined).join(' '),
  )

describe('blocks', () => {
  test('headings, paragraphs, lists, quotations, tables and captions come as what they are', () => {
    expect(
      shapes(`<h2>Mills</h2><p>Three stood.</p><ol start="3"><li>Upper</li><li><p>Lower</p><ul><li>Wheel</li></ul></li></ol>
        <blockquote><p>It turned.</p></blockquote><table><caption>Yields</caption><tr><th>Year<td>1801</table><figure><img alt="x"><figcaption>The weir</figcaption></figure>`),
    ).toEqual([
      'heading 2 Mills',
      'paragraph Three stood.',
      'list-item 1 3 Upper',
      'list-item 1 4 Lower',
      'list-item 2 Wheel',
      'quotation It turned.',
      'caption Yields',
      'table-cell Year',
      'table-cell 1801',
      'caption The weir',
    ])
  })

  test('end tags that are missing or crossed lose no text', () => {
    expect(
      texts(
        '<p>One<p>Two<ul><li>Three<li>Four</ul><b><p>Five</b> more</p>Six<table><tr><td>Seven<td>Eight<tr><td>Nine</table>Ten',
      ),
    ).toEqual(['One', 'Two', 'Three', 'Four', 'Five more', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'])
  })

  test('white space is folded, one line break is a space, two begin a paragraph', () => {
    expect(texts('<p>A&nbsp; \n b<br>c<br>\n<br>d&shy;e</p>')).toEqual(['A b c', 'de'])
  })

  test('references are resolved and quotations get their marks', () => {
    expect(texts('<p>Bread &amp; water &mdash; <q>plain</q> &#8364;5</p>')).toEqual([
      'Bread & water — “plain” €5',
    ])
  })

  test('the numbers of lettered and roman lists are those a browser shows', () => {
    expect(
      readHtml('<ol type="a"><li>x<li>y</ol><ol type="I"><li value="4">z</ol>').blocks.map(
        (block) => block.ordinal,
      ),
    ).toEqual(['a', 'b', 'IV'])
  })
})

describe('what is left out', () => {
  test('programs, forms, hidden parts, navigation and what surrounds the text', () => {
    const page = `<html><head><title>T</title><style>p{}</style><script>var a="<p>no</p>"</script></head><body><header><p>Daily</p></header><nav><a href="/">Home</a></nav>
      <div class="cookie-banner"><p>We bake.</p></div><main><h1>Hay<a class="headerlink" href="#hay">¶</a></h1><p>It was cut.</p><p style="display: none">Secret</p><p hidden>More</p>
      <form><label>Name</label><input value="x"><button>Go</button></form></main><aside><p>Read also</p></aside><footer><p>Imprint</p></footer></body></html>`
    expect(texts(page)).toEqual(['Hay', 'It was cut.'])
    expect(readHtml(page).warnings.map((warning) => warning.rule)).toEqual(['furniture-dropped'])
  })

  test('a page of nothing but a menu is still read', () => {
    expect(texts('<div class="menu"><p>Soup</p></div>')).toEqual(['Soup'])
  })

  test('a form around the whole page hides nothing', () => {
    expect(texts('<form id="aspnetForm"><p>Hay was cut.</p></form>')).toEqual(['Hay was cut.'])
  })

  test('links that run programs are no links', () => {
    const { blocks } = readHtml(
      '<p><a href="javascript:alert(1)">a</a> <a href=" java\nscript:x">b</a> <a href="JAVASCRIPT:x">c</a> <a href="/d">d</a></p>',
    )
    expect(blocks[0]?.marks).toEqual([{ kind: 'link', href: '/d', start: 6, end: 7 }])
  })
})

describe('marks', () => {
  test('links, anchors, raised text and code stand where their words stand', () => {
    const { blocks } = readHtml(
      '<p>See <a href="#x"> here</a>, m<sup>2</sup> and <code>f()</code><a name="y"></a>.</p>',
    )
    const block = blocks[0]!
    expect(block.text).toBe('See here, m2 and f().')
    expect(block.marks.map((mark) => [mark.kind, block.text.slice(mark.start, mark.end)])).toEqual([
      ['link', 'here'],
      ['raised', '2'],
      ['code', 'f()'],
      ['anchor', ''],
    ])
  })

  test('a link around two paragraphs marks both', () => {
    const { blocks } = readHtml('<a href="#x"><p>One</p><p>Two</p></a><p>Three</p>')
    expect(blocks.map((block) => block.marks.length)).toEqual([1, 1, 0])
  })

  test('preformatted text is code in a page of prose, and prose where it is the page', () => {
    const covered = (html: string): readonly boolean[] =>
      readHtml(html).blocks.map((block) => block.marks.some((mark) => mark.kind === 'code'))
    expect(covered('<p>A long paragraph about hay.</p><pre>x = [1]</pre>')).toEqual([false, true])
    expect(covered('<pre>Hay was cut.\n\nOats were sown.</pre>')).toEqual([false, false])
  })
})

test('title and language are what the page says, else the first heading and unknown', () => {
  const said = readHtml(
    '<html lang="en-GB"><head><title> The\n Mill </title></head><body><svg><title>icon</title></svg><h1>Hay</h1></body></html>',
  )
  expect([said.title, said.language]).toEqual(['The Mill', 'en-GB'])
  const unsaid = readHtml('<h1>Hay</h1><p>Text</p>')
  expect([unsaid.title, unsaid.language]).toEqual(['Hay', null])
})

test('XHTML elements may end themselves', () => {
  const { blocks } = readHtml(
    '<?xml version="1.0"?><html><body><p>A<a id="x"/>b <script src="s.js"/>c</p><p>d</p></body></html>',
  )
  expect(blocks.map((block) => block.text)).toEqual(['Ab c', 'd'])
})

describe('hostile pages', () => {
  const HOSTILE: readonly (readonly [name: string, html: string])[] = [
    ['100,000 nested elements', `${'<div>'.repeat(100_000)}x`],
    ['crossed elements', `${'<b><p>'.repeat(50_000)}${'</b></p>'.repeat(50_000)}`],
    ['end tags without beginnings', '</div></span></a>'.repeat(60_000)],
    ['nested links and raised text', '<a href="#x"><sup>1<p>'.repeat(40_000)],
    ['nested items with ids', '<ul><li id="a">x'.repeat(40_000)],
    ['one tag of many attributes', `<p ${Array.from({ length: 100_000 }, (_, i) => `a${i}=1`).join(' ')}>x`],
    ['open comments and brackets', '<!--<<['.repeat(100_000)],
    ['nested tables', '<table><tr><td>'.repeat(30_000)],
  ]
  test.each(HOSTILE)('%s are read in time that grows with their length only', (_, html) => {
    const start = performance.now()
    expect(readHtml(html).blocks.length).toBeGreaterThanOrEqual(0)
    expect(performance.now() - start).toBeLessThan(8000)
  })
})
