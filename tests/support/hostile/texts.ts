import { type Bait, type HostileFile, numbered, times } from './hostile-file.ts'

const WORDS = 'The keeper lit the lamp at dusk.'

/** Plain text: encodings, controls, and shapes that make slow readers slow. */
export const texts = (): readonly HostileFile[] => [
  { name: 'nothing.txt', make: () => '', expected: { refused: /empty/ } },
  { name: 'only-spaces.txt', make: () => times(100_000, ' \n'), expected: { refused: /holds no text/ } },
  {
    name: 'invalid-utf8.txt',
    make: () =>
      Buffer.concat([Buffer.from(`${WORDS} `), Buffer.from([0xc3, 0x28, 0xa0, 0xff]), Buffer.from(' out.')]),
    expected: { read: WORDS, warned: ['encoding-assumed'] },
  },
  {
    name: 'cut-utf16.txt',
    make: () =>
      Buffer.concat([Buffer.from(`\ufeff${times(20, `${WORDS} `)}`, 'utf16le'), Buffer.from([0x41])]),
    expected: { read: WORDS },
  },
  {
    name: 'lone-surrogates.txt',
    make: () =>
      Buffer.from(`\ufeff${times(40, `${WORDS} `)} \ud800 and \udc00 then \ud800\ud800 stayed.`, 'utf16le'),
    expected: { read: WORDS },
  },
  { name: 'zeros.txt', make: () => new Uint8Array(300_000), expected: { refused: /not text/ } },
  {
    name: 'zero-between.txt',
    make: () => times(2000, `${WORDS}\n\n`) + '\0' + WORDS,
    expected: { read: WORDS },
  },
  { name: 'random.txt', make: () => noise(400_000), expected: { refused: /not text/ } },
  {
    name: 'picture.md',
    make: () => Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1'),
    expected: { refused: /a picture/ },
  },
  { name: 'one-line.txt', make: () => times(31_000, `${WORDS} `), expected: { read: WORDS } },
  { name: 'one-word.txt', make: () => times(1_000_000, 'a'), expected: { read: 'aaaa' } },
  { name: 'brackets.txt', make: () => times(500_000, '[]'), expected: { read: '[]' } },
  { name: 'open-brackets.txt', make: () => times(1_000_000, '['), expected: { read: '[[' } },
  {
    name: 'markers-without-notes.txt',
    make: () => `${WORDS}\n\n${numbered(10_000, (i) => `It went out again.[${i + 1}] `)}`,
    expected: { read: WORDS, warned: ['note-missing'] },
  },
  {
    name: 'notes-without-markers.txt',
    make: () =>
      `${WORDS}\n\nNotes\n\n${numbered(20_000, (i) => `[${i + 1}] Log of the light, page ${i}.\n\n`)}`,
    expected: { read: WORDS, warned: ['note-uncalled'] },
  },
  {
    name: 'long-label.txt',
    make: () => `${WORDS}[${times(5000, 'x')}] And so on.\n`,
    expected: { read: WORDS, warned: ['label-too-long'] },
  },
  {
    name: 'million-claims.txt',
    make: () => times(1_000_000, 'It is so. '),
    expected: { refused: /divide/i },
  },
  {
    name: 'too-large.txt',
    make: () => times(700_000, `${WORDS}\n`),
    expected: { refused: /larger than 20 MB/ },
  },
  {
    name: 'right-to-left-tricks.txt',
    make: () => `${WORDS} \u202e${times(10_000, '\u202d\u202e')} gnp.exe\u2066 stayed dark.\n`,
    expected: { read: WORDS },
  },
  {
    name: 'combining.txt',
    make: () => `${WORDS} The lamp l${times(200_000, '\u0301')} burned.\n`,
    expected: { read: WORDS },
  },
]

/** Markdown: nesting, emphasis and notes by the hundred thousand. */
export const markdowns = ({ path }: Bait): readonly HostileFile[] => [
  {
    name: 'deep-quotes.md',
    make: () => `${times(100_000, '>')} ${WORDS}\n`,
    expected: { refused: /no text that could be read \(.*deep/ },
  },
  {
    name: 'deep-lists.md',
    make: () => numbered(1000, (i) => `${times(i, '  ')}- ${WORDS}\n`),
    expected: { read: WORDS },
  },
  {
    name: 'deep-emphasis.md',
    make: () => `${times(100_000, '*a **b ')}${WORDS}\n`,
    expected: { read: 'The keeper' },
  },
  {
    name: 'open-links.md',
    make: () => `${times(200_000, '[a](')}${WORDS}\n`,
    expected: { read: 'The keeper' },
  },
  { name: 'backticks.md', make: () => numbered(1500, (i) => `${times(i, '`')} a `), expected: { read: 'a' } },
  {
    name: 'many-definitions.md',
    make: () => `${WORDS}[^n1]\n\n${numbered(50_000, (i) => `[^n${i}]: Log of the light, ${i}.\n\n`)}`,
    expected: { read: WORDS, warned: ['note-uncalled'] },
  },
  {
    name: 'same-definition.md',
    make: () => `${WORDS}[^n]\n\n${times(20_000, '[^n]: Log of the light.\n\n')}`,
    expected: { read: WORDS, warned: ['note-duplicate'] },
  },
  {
    name: 'notes-in-notes.md',
    make: () => `${WORDS}[^n0]\n\n${numbered(5000, (i) => `[^n${i}]: See the next.[^n${i + 1}]\n\n`)}`,
    expected: { read: WORDS },
  },
  { name: 'inline-notes.md', make: () => `${WORDS}${times(50_000, '^[')}\n`, expected: { read: WORDS } },
  {
    name: 'wide-table.md',
    make: () => `|${times(10_000, 'a|')}\n|${times(10_000, '-|')}\n|${times(10_000, 'b|')}\n\n${WORDS}\n`,
    expected: { read: WORDS },
  },
  {
    name: 'local-links.md',
    make: () =>
      `${WORDS} ![lamp](file://${path}) [log](file://${path}) <file://${path}>\n\n[ref]: file://${path}\n`,
    expected: { read: WORDS },
  },
  {
    name: 'front-matter.md',
    make: () => `---\na: &a [x]\n${numbered(2000, (i) => `b${i}: [*a, *a, *a]\n`)}---\n\n${WORDS}\n`,
    expected: { read: WORDS },
  },
]

/** Web pages. */
export const pages = ({ path, url }: Bait): readonly HostileFile[] => [
  {
    name: 'deep-divisions.html',
    make: () => `${times(100_000, '<div>')}${WORDS}`,
    expected: { read: WORDS },
  },
  {
    name: 'deep-tables.html',
    make: () => `<p>${WORDS}</p>${times(30_000, '<table><tr><td>')}`,
    expected: { read: WORDS },
  },
  {
    name: 'deep-formatting.html',
    make: () => `${times(100_000, '<b><i>')}${WORDS}`,
    expected: { read: WORDS },
  },
  {
    name: 'misnested.html',
    make: () => `<p>${WORDS}</p>${times(20_000, '<a><b></a><p></b>')}`,
    expected: { read: WORDS },
  },
  {
    name: 'wide-table.html',
    make: () => `<p>${WORDS}</p><table><tr>${times(50_000, '<td>a')}</table>`,
    expected: { read: WORDS },
  },
  {
    name: 'gigantic-attribute.html',
    make: () => `<p title="${times(5_000_000, 'x')}" ${numbered(20_000, (i) => `a${i}=1 `)}>${WORDS}</p>`,
    expected: { read: WORDS },
  },
  {
    name: 'entities.html',
    make: () =>
      `<p>${WORDS} ${times(200_000, '&amp')} ${times(100_000, '&#x41;')} &unknown; &#xD800; &#99999999;</p>`,
    expected: { read: WORDS },
  },
  {
    name: 'outside.html',
    make: () =>
      `<base href="${url}/"><link rel=stylesheet href="a.css"><script src="${url}/s.js"></script><p>${WORDS} <img src="${url}/p.png">
<iframe src="file://${path}"></iframe><object data="file://${path}"></object><embed src="${url}/e"><a href="file://${path}">log</a></p>
<!--#include file="${path}"--><video src="${url}/v"></video><meta http-equiv=refresh content="0;url=${url}/m">`,
    expected: { read: WORDS },
  },
  {
    name: 'entity-declarations.xhtml',
    make: () =>
      `<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file://${path}"><!ENTITY y "${times(1000, 'y')}">]><html><body><p>${WORDS} &x; ${times(1000, '&y;')}</p></body></html>`,
    expected: { read: WORDS },
  },
  {
    name: 'unclosed.html',
    make: () => `<p>${WORDS}</p><!-- ${times(1_000_000, '-')}`,
    expected: { read: WORDS },
  },
  { name: 'open-tags.html', make: () => `<p>${WORDS}</p>${times(500_000, '<')}`, expected: { read: WORDS } },
  {
    name: 'calls-in-a-circle.html',
    make: () =>
      `<p>${WORDS}<a id=a href="#b">1</a></p><p id=b><a href="#a">1</a> Log.<a id=c href="#c">2</a></p>${numbered(20_000, (i) => `<a id=d${i} href="#d${i + 1}">${i}</a>`)}`,
    expected: { read: WORDS },
  },
  {
    name: 'only-script.html',
    make: () => `<script>${times(10_000, 'x()')}</script>`,
    expected: { refused: /no text/ },
  },
]

/** Bytes that follow no pattern; always the same. */
function noise(length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let state = 12_345
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    bytes[i] = state >>> 24
  }
  return bytes
}
