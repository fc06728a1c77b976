import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { Invalid } from '../../../src/errors.ts'
import { DEEPEST } from '../../../src/reading/office/limits.ts'
import { XmlCursor } from '../../../src/reading/office/xml-cursor.ts'

const PREFIXES = new Map([['urn:known', 'k']])

const walk = (xml: string): string[] => {
  const cursor = new XmlCursor(xml, 'part.xml', PREFIXES)
  const seen: string[] = []
  while (cursor.next() !== 'end')
    seen.push(`${cursor.kind} ${cursor.kind === 'text' ? cursor.text() : cursor.name}`)
  return seen
}

describe('the cursor over XML', () => {
  test('walks through elements, text, CDATA and empty elements in order', () => {
    expect(
      walk('<?xml version="1.0"?><a>x &amp; &#x41;<b c="1"/><!-- - > --><![CDATA[<y>&amp;]]></a >'),
    ).toEqual(['open a', 'text x & A', 'open b', 'close b', 'text <y>&amp;', 'close a'])
  })

  test('names elements and attributes by their namespaces, whatever the prefixes of the file', () => {
    const cursor = new XmlCursor(
      `<z:r xmlns:z="urn:known" z:v='>"' v="a>b"><r xmlns="urn:known" v="&lt;"/><r/></z:r>`,
      'part.xml',
      PREFIXES,
    )
    cursor.next()
    expect([cursor.name, cursor.attribute('k:v'), cursor.attribute('v'), cursor.attribute('w')]).toEqual([
      'k:r',
      '>"',
      'a>b',
      null,
    ])
    cursor.next()
    expect([cursor.name, cursor.attribute('v')]).toEqual(['k:r', '<'])
    cursor.next()
    cursor.next()
    expect(cursor.name).toBe('r')
  })

  test('says where each text stands in the part', () => {
    const xml = '<a><b>one</b> two</a>'
    const cursor = new XmlCursor(xml, 'part.xml', PREFIXES)
    const texts: string[] = []
    while (cursor.next() !== 'end')
      if (cursor.kind === 'text') texts.push(xml.slice(cursor.start, cursor.end))
    expect(texts).toEqual(['one', ' two'])
  })

  test.each([
    ['a document type definition', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ['an entity that nobody defined', '<a>&b;</a>'],
    ['a bare ampersand', '<a>b & c</a>'],
    ['a reference to no character', '<a>&#0;</a>'],
    ['an end tag without its start', '<a></b></a>'],
    ['an element that never ends', '<a><b></b>'],
    ['a tag that is cut off', '<a><b c="d'],
    ['a comment that never ends', '<a><!-- b</a>'],
    ['an attribute without a value', '<a b></a>'],
    ['words outside of the root', '<a/>words'],
  ])('refuses %s with advice', (_, xml) => {
    expect(() => walk(xml)).toThrow(Invalid)
    expect(() => walk(xml)).toThrow(/damaged .*save it again/)
  })

  test(`refuses elements nested deeper than ${DEEPEST}`, () => {
    expect(walk('<a>'.repeat(DEEPEST) + '</a>'.repeat(DEEPEST))).toHaveLength(DEEPEST * 2)
    expect(() => walk('<a>'.repeat(1_000_000))).toThrow(/nests elements more than/)
  })

  test('reads what another parser reads, over generated elements', () => {
    const name = fc.constantFrom('a', 'b', 'k:c')
    const words = fc.stringMatching(/^[a-z &<>"'é😀\n]{0,12}$/u)
    const escape = (text: string): string =>
      text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0) ?? 0};`)
    const tree = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        words.map(escape),
        fc
          .tuple(name, fc.option(words), fc.array(tie('node'), { maxLength: 4 }))
          .map(([tag, value, children]) => {
            const open = value === null ? tag : `${tag} v = "${escape(value)}"`
            return children.length === 0 ? `<${open}/>` : `<${open}>${children.join('')}</${tag}>`
          }),
      ),
    })).node
    fc.assert(
      fc.property(tree, (inner) => {
        const xml = `<root xmlns:k="urn:known">${inner}</root>`
        expect(joined(walk(xml))).toEqual(joined(bySaxes(xml)))
      }),
    )
  })
})

/** One parser may divide a text where the other does not. */
function joined(events: readonly string[]): string[] {
  const out: string[] = []
  for (const event of events)
    if (event.startsWith('text ') && out.at(-1)?.startsWith('text '))
      out.push((out.pop() ?? '') + event.slice(5))
    else if (event !== 'text ') out.push(event)
  return out
}

function bySaxes(xml: string): string[] {
  const seen: string[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('opentag', (tag) => seen.push(`open ${tag.name}`))
  parser.on('closetag', (tag) => seen.push(`close ${tag.name}`))
  parser.on('text', (text) => seen.push(`text ${text}`))
  parser.write(xml).close()
  return seen
}
