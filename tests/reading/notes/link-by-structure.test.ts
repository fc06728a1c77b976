import { describe, expect, test } from 'vitest'
import { tellHtml } from './structure-support.ts'

/** Each convention says the same: rain fell (note: gauge at the mill), roads closed (note: council minutes). */
const CONVENTIONS: readonly (readonly [name: string, html: string])[] = [
  [
    'pandoc and DPUB-ARIA',
    `<p>Rain fell.<a href="#fn1" id="fnref1" role="doc-noteref"><sup>1</sup></a> Roads closed.<a href="#fn2" id="fnref2" role="doc-noteref"><sup>2</sup></a></p>
     <section role="doc-endnotes"><hr/><ol><li id="fn1"><p>Gauge at the mill.<a href="#fnref1" role="doc-backlink">↩︎</a></p></li>
     <li id="fn2"><p>Council minutes.<a href="#fnref2" role="doc-backlink">↩︎</a></p></li></ol></section>`,
  ],
  [
    'kramdown',
    `<p>Rain fell.<sup id="fnref:a" role="doc-noteref"><a href="#fn:a" class="footnote" rel="footnote">1</a></sup> Roads closed.<sup id="fnref:b"><a href="#fn:b" class="footnote">2</a></sup></p>
     <div class="footnotes" role="doc-endnotes"><ol><li id="fn:a"><p>Gauge at the mill. <a href="#fnref:a" class="reversefootnote">&#8617;</a></p></li>
     <li id="fn:b"><p>Council minutes. <a href="#fnref:b" class="reversefootnote">&#8617;</a></p></li></ol></div>`,
  ],
  [
    'GitHub',
    `<p>Rain fell.<sup><a href="#user-content-fn-1" id="user-content-fnref-1" data-footnote-ref>1</a></sup> Roads closed.<sup><a href="#fn-2" id="user-content-fnref-2" data-footnote-ref>2</a></sup></p>
     <section data-footnotes class="footnotes"><h2 id="footnote-label" class="sr-only">Footnotes</h2><ol><li id="user-content-fn-1"><p>Gauge at the mill. <a href="#user-content-fnref-1" data-footnote-backref>↩</a></p></li>
     <li id="user-content-fn-2"><p>Council minutes. <a href="#user-content-fnref-2" data-footnote-backref>↩</a></p></li></ol></section>`,
  ],
  [
    'Word',
    `<p class=MsoNormal>Rain fell.<a href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference>[1]</span></a> Roads closed.<a href="#_ftn2" name="_ftnref2"><span>[2]</span></a></p>
     <div><br clear=all><hr align=left size=1><div id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1" title=""><span>[1]</span></a> Gauge at the mill.</p></div>
     <div id=ftn2><p class=MsoFootnoteText><a href="#_ftnref2" name="_ftn2"><span>[2]</span></a> Council minutes.</p></div></div>`,
  ],
  [
    'LibreOffice',
    `<p>Rain fell.<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> Roads closed.<a class="sdfootnoteanc" name="sdfootnote2anc" href="#sdfootnote2sym"><sup>2</sup></a></p>
     <div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a> Gauge at the mill.</p></div>
     <div id="sdfootnote2"><p><a class="sdfootnotesym" name="sdfootnote2sym" href="#sdfootnote2anc">2</a> Council minutes.</p></div>`,
  ],
  [
    'an old page without classes',
    `<p>Rain fell.<a name="r1"></a><a href="#n1">[1]</a> Roads closed.<a name="r2"></a><a href="#n2">[2]</a></p>
     <hr><p><a name="n1"></a><a href="#r1">[1]</a> Gauge at the mill.</p><p><a name="n2"></a><a href="#r2">[2]</a> Council minutes.</p>`,
  ],
  [
    'links in one direction only, below a heading',
    `<p>Rain fell.<sup><a href="#n1">1</a></sup> Roads closed.<sup><a href="#n2">2</a></sup></p>
     <h2>Notes</h2><p id="n1">1. Gauge at the mill.</p><p id="n2">2. Council minutes.</p>`,
  ],
  [
    'Docutils',
    `<p>Rain fell.<a class="footnote-reference brackets" href="#f1" id="id1">1</a> Roads closed.<a class="footnote-reference brackets" href="#f2" id="id2">2</a></p>
     <aside class="footnote-list brackets"><aside class="footnote brackets" id="f1" role="doc-footnote"><span class="label"><span>[</span><a href="#id1">1</a><span>]</span></span><p>Gauge at the mill.</p></aside>
     <aside class="footnote brackets" id="f2" role="doc-footnote"><span class="label"><span>[</span><a href="#id2">2</a><span>]</span></span><p>Council minutes.</p></aside></aside>`,
  ],
  [
    'mdBook and Zola',
    `<p>Rain fell.<sup class="footnote-reference"><a href="#1">1</a></sup> Roads closed.<sup class="footnote-reference"><a href="#2">2</a></sup></p>
     <div class="footnote-definition" id="1"><sup class="footnote-definition-label">1</sup><p>Gauge at the mill.</p></div>
     <div class="footnote-definition" id="2"><sup class="footnote-definition-label">2</sup><p>Council minutes.</p></div>`,
  ],
  [
    'a table of notes',
    `<p>Rain fell.<sup><a href="#t1">1</a></sup> Roads closed.<sup><a href="#t2">2</a></sup></p>
     <h3>Footnotes</h3><table><tr id="t1"><td>1</td><td>Gauge at the mill.</td></tr><tr id="t2"><td>2</td><td>Council minutes.</td></tr></table>`,
  ],
  [
    'notes in the footer of the page',
    `<main><p>Rain fell.<sup><a href="#n1" id="r1">1</a></sup> Roads closed.<sup><a href="#n2" id="r2">2</a></sup></p></main>
     <footer><ol><li id="n1">Gauge at the mill. <a href="#r1">^</a></li><li id="n2">Council minutes. <a href="#r2">^</a></li></ol></footer>`,
  ],
]

describe('notes that links and ids tell', () => {
  test.each(CONVENTIONS)('%s', (_, html) => {
    const { body, notes } = tellHtml(html)
    expect(body).toEqual(['Rain fell.{1>Gauge at the mill.} Roads closed.{2>Council minutes.}'])
    expect(notes.map((note) => note.replace(/ \/ /g, ''))).toEqual([
      '1: Gauge at the mill.',
      '2: Council minutes.',
    ])
  })
})

describe('what a note is', () => {
  test('several notes that share one paragraph are told apart', () => {
    const { notes } = tellHtml(
      '<p>Dry.<a name="r1" href="#n1">[1]</a> Wet.<a name="r2" href="#n2">[2]</a></p><p><a name="n1" href="#r1">[1]</a> One.<br><a name="n2" href="#r2">[2]</a> Two.</p>',
    )
    expect(notes).toEqual(['1: One.', '2: Two.'])
  })

  test('paragraphs of one list item stay together', () => {
    const { notes, body } = tellHtml(
      '<p>Dry.<sup><a href="#n1">1</a></sup></p><div class="footnotes"><ol><li id="n1"><p>One.</p><p>More.</p></li></ol></div><p>After.</p>',
    )
    expect(notes).toEqual(['1: One. / More.'])
    expect(body).toEqual(['Dry.{1>One. / More.}', 'After.'])
  })

  test('in a section of notes, an unlabelled paragraph belongs to the note before it', () => {
    const { notes } = tellHtml(
      `<p>Dry.<a href="#n1" id="b1"><sup>1</sup></a> Wet.<a href="#n2" id="b2"><sup>2</sup></a></p>
       <div class="footnotes"><p><a href="#b1" id="n1"><sup>1</sup></a>One.</p><p>More.</p><p><a href="#b2" id="n2"><sup>2</sup></a>Two.</p></div>`,
    )
    expect(notes).toEqual(['1: One. / More.', '2: Two.'])
  })

  test('a note that is called several times is one note, and its row of links back is gone', () => {
    const { body, notes } = tellHtml(
      `<p>Hay was cut<sup id="cite_ref-p_1-0"><a href="#cite_note-p-1">[1]</a></sup> and sold.<sup id="cite_ref-p_1-1"><a href="#cite_note-p-1">[1]</a></sup></p>
       <h2>References</h2><ol class="references"><li id="cite_note-p-1"><span class="mw-cite-backlink">^ <a href="#cite_ref-p_1-0"><sup>a</sup></a> <a href="#cite_ref-p_1-1"><sup>b</sup></a></span> <span>Parish book.</span></li></ol>`,
    )
    expect(body).toEqual(['Hay was cut{1>Parish book.} and sold.{1>Parish book.}'])
    expect(notes).toEqual(['1: Parish book.'])
  })

  test('groups keep their labels', () => {
    const { body } = tellHtml(
      `<p>Hay.<sup><a href="#cite_note-1">[note 1]</a></sup> Oats.<sup><a href="#cite_note-2">[a]</a></sup><sup>[<i><a href="/wiki/Help:Proof">citation needed</a></i>]</sup></p>
       <ol class="references"><li id="cite_note-1">First.</li><li id="cite_note-2">Second.</li></ol>`,
    )
    expect(body).toEqual(['Hay.{note 1>First.} Oats.{a>Second.}[citation needed]'])
  })

  test('keyed references lead to their entries, brackets and all', () => {
    const { body, notes } = tellHtml(
      `<p>Frames are sent [<a href="#MILL7">MILL7</a>], as before [<a href="#A1">A1</a>, <a href="#MILL7">MILL7</a>].</p>
       <section><h2>References</h2><dl class="references"><dt id="A1">[A1]</dt><dd>Abel, "Wheels".</dd><dt id="MILL7">[MILL7]</dt><dd>Miller, "Sluices".</dd></dl></section>`,
    )
    expect(body).toEqual([
      'Frames are sent {MILL7>Miller, "Sluices".}, as before {A1>Abel, "Wheels".}, {MILL7>Miller, "Sluices".}.',
    ])
    expect(notes).toEqual(['A1: Abel, "Wheels".', 'MILL7: Miller, "Sluices".'])
  })

  test('a call inside a note is a call, the links back are none', () => {
    const { notes } = tellHtml(
      `<p>Dry.<a id="r1" href="#n1">[1]</a> Wet.<a id="r2" href="#n2">[2]</a></p>
       <h2>Notes</h2><p id="n1"><a href="#r1">[1]</a> See <a href="#n2">[2]</a> below.</p><p id="n2"><a href="#r2">[2]</a> Two.</p>`,
    )
    expect(notes).toEqual(['1: See {2>Two.} below.', '2: Two.'])
  })

  test('a note of a declared section that nothing calls is kept as a note', () => {
    const { notes } = tellHtml(
      '<p>Dry.<sup><a href="#n1">1</a></sup></p><section class="footnotes"><ol><li id="n1">One.</li><li id="n2">Two.</li></ol></section>',
    )
    expect(notes).toEqual(['1: One.', '2: Two.'])
  })

  test('a declared call whose note stands in another file is a call without a note', () => {
    const { body } = tellHtml(
      '<p>Dry.<a href="endnotes.xhtml#note-7" id="noteref-7" epub:type="noteref">7</a> Wet.</p>',
    )
    expect(body).toEqual(['Dry.{7>?} Wet.'])
  })

  test('a sidenote in the middle of its line is a note called there', () => {
    const { body, notes } = tellHtml(
      '<p>Dry.<label for="s"></label><input id="s"><span class="sidenote">One.</span> Wet.</p><p>Cold.</p>',
    )
    expect(body).toEqual(['Dry.{1>One.} Wet.', 'Cold.'])
    expect(notes).toEqual(['1: One.'])
  })

  test('symbols in table cells lead to the notes below the table', () => {
    const { body, notes } = tellHtml(
      `<table><tr><td>Barley</td><td>40<a id="c" href="#t"><sup>*</sup></a></td></tr></table><p id="t"><a href="#c">*</a> In sacks.</p><p>Next.</p>`,
    )
    expect(body).toEqual(['Barley', '40{*>In sacks.}', 'Next.'])
    expect(notes).toEqual(['*: In sacks.'])
  })
})

describe('what is no note', () => {
  test.each([
    [
      'a table of contents',
      '<ul><li><a href="#s1">1</a></li><li><a href="#s2">2</a></li></ul><h2 id="s1">1 Dry</h2><p>Text.</p><h2 id="s2">2 Wet</h2><p>Text.</p>',
    ],
    [
      'a cross-reference to a section',
      '<p>See section <a href="#s3">3</a>.</p><h2 id="s3">3 Yields</h2><p>Hay.</p>',
    ],
    [
      'a section whose id is on the division',
      '<p>See section <a href="#s3">3</a>.</p><div id="s3"><h2>Yields</h2><p>Hay.</p></div>',
    ],
    ['a numbered paragraph', '<p>See paragraph <a href="#p3">3</a> below.</p><p id="p3">3. Hay was cut.</p>'],
    ['an equation', '<p>By (<a href="#e1">1</a>) it holds.</p><p id="e1">a = b (1)</p>'],
    [
      'a figure',
      '<p>See [<a href="#f1">1</a>].</p><figure id="f1"><figcaption>1 The mill.</figcaption></figure>',
    ],
    [
      'a permanent link to the paragraph itself',
      '<p id="p1"><sup><a href="#p1">1</a></sup> Hay was cut.</p>',
    ],
    ['a link to the top', '<p id="top">Hay.</p><p>Oats. <a href="#top">↑</a></p>'],
    [
      'a link elsewhere',
      '<p>Hay.<sup><a href="https://example.org/x">1</a></sup></p><h2>Notes</h2><p id="x">1. Oats.</p>',
    ],
  ])('%s', (_, html) => {
    const { notes, body } = tellHtml(html)
    expect(notes).toEqual([])
    expect(body.join('')).not.toContain('{')
  })
})

test('the heading over notes goes with the last of them, and stays where something else stands below it', () => {
  const page = (rest: string): string =>
    `<p>Dry.<sup><a href="#n1">1</a></sup></p><h2>Notes</h2><ol><li id="n1">One.</li></ol>${rest}`
  expect(tellHtml(page('<h2>Annex</h2><p>Text.</p>')).body).toEqual(['Dry.{1>One.}', 'Annex', 'Text.'])
  expect(tellHtml(page('<p>Photographs by the clerk.</p>')).body).toContain('Notes')
})
