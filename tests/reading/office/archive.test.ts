import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { Invalid } from '../../../src/errors.ts'
import { detectType } from '../../../src/reading/detect.ts'
import { Archive } from '../../../src/reading/office/archive.ts'
import { LARGEST_PART, MOST_ENTRIES } from '../../../src/reading/office/limits.ts'
import { docx, p } from '../../support/docx.ts'
import { zipOf } from '../../support/zip.ts'

const text = (bytes: Uint8Array | null): string => new TextDecoder().decode(bytes ?? new Uint8Array())

describe('an archive of parts', () => {
  test('gives a part by its name, whatever its case, and null for what it has not', () => {
    const archive = new Archive(zipOf({ 'Word/Document.xml': 'A'.repeat(5000), 'b.xml': 'b' }))
    expect(text(archive.read('word/document.xml'))).toBe('A'.repeat(5000))
    expect(text(archive.read('/b.xml'))).toBe('b')
    expect(archive.read('c.xml')).toBeNull()
  })

  test('reads parts that are stored unpacked, and an archive with a comment behind it', () => {
    const bytes = zipSync({ a: [new TextEncoder().encode('plain'), { level: 0, comment: 'x' }] })
    expect(text(new Archive(bytes).read('a'))).toBe('plain')
  })

  test.each([
    ['half of an archive', (whole: Uint8Array) => whole.slice(0, whole.length / 2)],
    ['an archive without its beginning', (whole: Uint8Array) => whole.slice(10)],
    ['bytes that are none', () => new TextEncoder().encode('Dear reader, this is a letter.')],
    ['nothing', () => new Uint8Array()],
  ])('refuses %s with advice', (_, damage) => {
    const whole = zipOf({ a: 'words '.repeat(500) })
    expect(() => new Archive(damage(whole)).read('a')).toThrow(Invalid)
    expect(() => new Archive(damage(whole)).read('a')).toThrow(/damaged .*save it again/)
  })

  test('refuses a part whose packed bytes were changed', () => {
    const bytes = zipOf({ a: Array.from({ length: 2000 }, (_, i) => `word ${i * 7919}`).join(' ') })
    bytes.fill(0xff, 60, 400)
    expect(() => new Archive(bytes).read('a')).toThrow(/damaged/)
  })

  test('refuses a part that unpacks to more than the limit', () => {
    const bomb = zipOf({ a: new Uint8Array(LARGEST_PART + 1) })
    expect(bomb.length).toBeLessThan(200_000)
    expect(() => new Archive(bomb).read('a')).toThrow(/unpacks to more than/)
  })

  test('refuses more files than any document has', () => {
    const many = Object.fromEntries(Array.from({ length: MOST_ENTRIES + 1 }, (_, i) => [`${i}`, '']))
    expect(() => new Archive(zipOf(many))).toThrow(/more than/)
  })

  test('refuses a file behind a password, encrypted part by part or as a whole', () => {
    const zip = zipOf({ a: 'words' })
    const view = new DataView(zip.buffer, zip.byteOffset)
    const listed = zip.findIndex((_, i) => view.getUint32(Math.min(i, zip.length - 4), true) === 0x02014b50)
    view.setUint16(listed + 8, 1, true)
    expect(() => new Archive(zip)).toThrow(/password/)
    const ole = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
      Buffer.alloc(600),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ])
    expect(() => new Archive(ole)).toThrow(/password/)
  })

  test('tells the owner of an old Word file what to do', () => {
    const old = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)])
    expect(() => new Archive(old)).toThrow(/old program .*save it as DOCX/)
  })
})

describe('the format of an office file', () => {
  test('is told by what is in it, whatever its name', () => {
    expect(detectType('report.txt', docx(p('Words')))).toBe('docx')
    const odt = zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<a/>' })
    expect(detectType('report', odt)).toBe('odt')
  })

  test('is not that of another archive', () => {
    expect(detectType('pictures.txt', zipOf({ 'one.png': '' }))).toBe('text')
  })
})
