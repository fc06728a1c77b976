import { expect, test } from 'vitest'
import { captureTypeOf } from '../../../src/sources/captures/capture.ts'
import { pageOfMhtml } from '../../../src/sources/captures/mhtml.ts'
import { readCapture } from '../../../src/sources/captures/read-capture.ts'

interface Part {
  readonly headers: readonly string[]
  readonly body: string
}

const savedPage = (parts: readonly Part[], parameters = ''): Buffer =>
  Buffer.from(
    [
      'From: <Saved by a browser>',
      'Subject: The mill',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related;',
      `\ttype="text/html";${parameters}`,
      '\tboundary="----Mill.(1)+----"',
      '',
      'This is a preamble.',
      ...parts.flatMap(({ headers, body }) => ['------Mill.(1)+----', ...headers, '', body]),
      '------Mill.(1)+------',
      'An epilogue.',
    ].join('\r\n'),
    'latin1',
  )

const html = (words: string): string =>
  `<html><head><title>The mill burns</title></head><body><p>${words}</p></body></html>`
const PICTURE: Part = {
  headers: ['Content-Type: image/png', 'Content-Transfer-Encoding: base64'],
  body: 'iVBORw0KGgo=',
}
const PRINTABLE: Part = {
  headers: [
    'Content-Type: text/html; charset="utf-8"',
    'Content-ID: <frame-1@mhtml.blink>',
    'Content-Transfer-Encoding: quoted-printable',
  ],
  body: html('The miller=E2=80=99s daughter said that the mill bur=\r\nned on 2 May: 3=3D3.'),
}
const BASE64: Part = {
  headers: ['content-type: text/html;', ' charset=windows-1252', 'content-transfer-encoding: BASE64'],
  body: Buffer.from(html('The caf\xe9 burned too.'), 'latin1').toString('base64'),
}

const read = (bytes: Buffer) => readCapture(bytes, captureTypeOf(bytes, 'mill.mhtml'), { name: 'mill.mhtml' })

test('a saved page is read: quoted-printable, line by line', async () => {
  expect(await read(savedPage([PRINTABLE, PICTURE]))).toEqual({
    text: expect.stringContaining('The miller’s daughter said that the mill burned on 2 May: 3=3.') as string,
    title: 'The mill burns',
    unread: null,
  })
})

test('base64 in the encoding that the part names, behind a picture', async () => {
  expect((await read(savedPage([PICTURE, BASE64]))).text).toContain('The café burned too.')
})

test('the part that is named as the start comes before the others', () => {
  const start = ' start="<frame-1@mhtml.blink>";'
  const page = pageOfMhtml(savedPage([BASE64, PRINTABLE], start))
  expect(Buffer.from(page?.bytes ?? []).toString()).toContain('daughter')
})

test('a page within multipart/alternative is found', () => {
  const inner = `--in\r\nContent-Type: text/plain\r\n\r\nplain\r\n--in\r\nContent-Type: text/html\r\n\r\n${html('Inside.')}\r\n--in--`
  const nested = { headers: ['Content-Type: multipart/alternative; boundary=in'], body: inner }
  expect(Buffer.from(pageOfMhtml(savedPage([nested]))?.bytes ?? []).toString()).toBe(html('Inside.'))
})

test.each([
  ['no page in it', savedPage([PICTURE])],
  ['no parts', savedPage([])],
  ['no boundary', Buffer.from('MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\nnothing')],
  [
    'parts in parts without end',
    Buffer.from(
      `MIME-Version: 1.0\r\n${'Content-Type: multipart/related; boundary=a\r\n\r\n--a\r\n'.repeat(2_000)}`,
    ),
  ],
])('with %s is kept without a text, and says why', async (_, bytes) => {
  expect(await read(bytes)).toEqual({
    text: null,
    title: null,
    unread: 'There is no page in this saved page: its parts are broken.',
  })
})
