import { expect, test } from 'vitest'
import { Invalid } from '../../src/errors.ts'
import { decode } from '../../src/reading/decode.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16 = (text: string, big: boolean, mark = true): Uint8Array => {
  const codes = [...(mark ? [0xfeff] : []), ...Array.from(text, (char) => char.charCodeAt(0))]
  return Uint8Array.from(codes.flatMap((code) => (big ? [code >> 8, code & 255] : [code & 255, code >> 8])))
}

test.each([
  ['UTF-8', utf8('Zürich – “ja”')],
  ['UTF-8 with a byte order mark', utf8('\uFEFFZürich – “ja”')],
  ['UTF-16 LE with a byte order mark', utf16('Zürich – “ja”', false)],
  ['UTF-16 BE with a byte order mark', utf16('Zürich – “ja”', true)],
])('reads %s', (_, bytes) => {
  expect(decode(bytes)).toEqual({ text: 'Zürich – “ja”', warnings: [] })
})

test.each([false, true])('tells UTF-16 without a mark by its zero bytes (big-endian: %s)', (big) => {
  expect(decode(utf16('The mill burned down.', big, false)).text).toBe('The mill burned down.')
})

test('reads bytes that are no UTF-8 as Windows-1252 and says so', () => {
  const { text, warnings } = decode(
    Uint8Array.from([0x43, 0x61, 0x66, 0xe9, 0x20, 0x93, 0x6f, 0x75, 0x69, 0x94]),
  )
  expect(text).toBe('Café “oui”')
  expect(warnings.map((warning) => warning.rule)).toEqual(['encoding-assumed'])
})

test('turns every kind of line end into a line feed', () => {
  expect(decode(utf8('a\r\nb\rc\n')).text).toBe('a\nb\nc\n')
})

test.each([
  ['an empty file', new Uint8Array(), /empty/],
  ['white space alone', utf8(' \n\t\n'), /no text/],
  ['a PDF', utf8('%PDF-1.7 …'), /PDF.*save the report as/],
  ['a zipped document', utf8('PK\u0003\u0004\u0014'), /zip archive.*save the report as DOCX/],
  ['an RTF document', utf8('{\\rtf1 Hello}'), /RTF/],
  ['a binary file', Uint8Array.from({ length: 900 }, (_, i) => (i * 7) % 256), /not text/],
])('refuses %s and says what to do', (_, bytes, words) => {
  expect(() => decode(bytes)).toThrow(Invalid)
  expect(() => decode(bytes)).toThrow(words)
})
