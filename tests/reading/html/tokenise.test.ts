import { describe, expect, test } from 'vitest'
import type { TagSink } from '../../../src/reading/html/tag-sink.ts'
import { tokenise } from '../../../src/reading/html/tokenise.ts'
import { StandardTokenizer } from '../../../src/reading/html/standard-tokenizer.ts'

/** What a sink hears, with neighbouring pieces of text joined. */
class Heard implements TagSink {
  readonly all: string[] = []
  private pending = ''

  open(name: string, attributes: readonly { name: string; value: string }[], selfClosing: boolean): void {
    const said = attributes.map((each) => `${each.name}=${each.value}`).join('|')
    this.push(`<${name} ${said}${selfClosing ? '/' : ''}>`)
  }

  close(name: string): void {
    this.push(`</${name}>`)
  }

  text(text: string): void {
    this.pending += text
  }

  result(): readonly string[] {
    this.push('end')
    return this.all
  }

  private push(event: string): void {
    if (this.pending !== '') this.all.push(this.pending)
    this.pending = ''
    this.all.push(event)
  }
}

function heard(html: string, xml: boolean): readonly string[] {
  const sink = new Heard()
  tokenise(html, sink, xml)
  return sink.result()
}

/** The same page, read by the standard's tokenizer alone and in one piece. */
function byStandard(html: string, xml: boolean): readonly string[] {
  const sink = new Heard()
  const tokenizer = new StandardTokenizer(sink, xml)
  tokenizer.feed(html)
  tokenizer.end()
  return sink.result()
}

const PAGES = [
  '<p>Three lamps<br>were lit.</p>',
  '<P CLASS=wide Id="a b" hidden>Large <B>letters</B></P>',
  "<a href=/quay/?a=1&b=2 title='x > y'>pier &amp; quay &copy &#8217; &notit; &</a>",
  '<a title="one>two" title="again">x</a><a/><a b/>y<a href=x/>z',
  'a < b and 2 <3 </ 4 </p> <> <!doctype html> <? what ?> <!-- a > b --> end',
  '<script>if (a < b && c > d) write("<p>no</p>")</script><p>yes',
  '<title>Tides &amp; <b>locks</title><textarea><p></textarea>t<style>p > a {}</style>',
  '<svg><title>Drawing</title><g/><![CDATA[ <p> ]]></svg><![CDATA[ x ]]>',
  '<p>one\0two\rthree\r\nfour</p>',
  '<p class="a\nb"\n id = "c"  data-x>text<p class="never ended',
  '<p>ends in a reference &am',
  'ends in a tag <p',
  '<p a=1 b=2 c=3 d=4 e=5 f=6 g=7 h=8 i=9 j=10 k=11 l=12 m=13>many</p>',
  '<epub:switch epub:type="x">names</epub:switch><x-y>hyphens</x-y>',
  '<p>\u00a0harbour \ud83d\ude00 caf\u00e9 \ud800</p>',
]

describe('tokenising', () => {
  test.each(PAGES)('hears in pieces what the tokenizer of the standard hears at once: %j', (page) => {
    expect(heard(page, false)).toEqual(byStandard(page, false))
    expect(heard(page, true)).toEqual(byStandard(page, true))
  })

  test('hears the same wherever a page is cut off', () => {
    const page = PAGES.join('')
    for (let end = 0; end < page.length; end += 3) {
      const part = page.slice(0, end).replace(/[\0\r]/g, '')
      expect(heard(part, false)).toEqual(byStandard(part, false))
    }
  })

  test('takes no more than its share of time for a megabyte of half-open things', () => {
    for (const piece of ['<', '&', '<a b="', '<!-- >', '&amp;>', '<a x="<', '</', '<p a a>']) {
      const start = performance.now()
      heard(piece.repeat(1_000_000 / piece.length), false)
      expect(performance.now() - start).toBeLessThan(4000)
    }
  })
})
