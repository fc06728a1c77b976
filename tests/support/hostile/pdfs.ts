import { deflateSync } from 'node:zlib'
import { FONT, type Objects, page, pdf, show, stream } from './raw-pdf.ts'
import { type Bait, type HostileFile, numbered, times } from './hostile-file.ts'

const WORDS = 'The keeper lit the lamp at dusk.'

/** One page that says the words; other objects come over these. */
const simple = (others: Objects = {}): Objects => ({
  1: '<< /Type /Catalog /Pages 2 0 R >>',
  2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  3: page('5 0 R'),
  4: FONT,
  5: stream(show(WORDS)),
  ...others,
})

const flate = (bytes: Buffer): Buffer => stream(deflateSync(bytes, { level: 9 }), '/Filter /FlateDecode')

/** PDFs. */
export const pdfs = ({ path, url }: Bait): readonly HostileFile[] => [
  { name: 'whole.pdf', make: () => pdf(simple()), expected: { read: WORDS } },
  { name: 'disguised.txt', make: () => pdf(simple()), expected: { read: WORDS } },
  {
    name: 'five-thousand-pages.pdf',
    make: () =>
      pdf(
        simple({
          2: `<< /Type /Pages /Kids [${numbered(5000, (i) => `${i + 10} 0 R `)}] /Count 5000 >>`,
          ...Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [i + 10, page('5 0 R')])),
        }),
      ),
    expected: { refused: /5000 pages/ },
  },
  {
    name: 'claims-a-billion-pages.pdf',
    make: () => pdf(simple({ 2: '<< /Type /Pages /Kids [3 0 R] /Count 1000000000 >>' })),
    expected: { read: WORDS },
  },
  {
    name: 'pages-in-a-circle.pdf',
    make: () =>
      pdf(
        simple({
          2: '<< /Type /Pages /Kids [6 0 R 3 0 R] /Count 20 >>',
          6: '<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 6 0 R] /Count 19 >>',
        }),
      ),
    expected: { read: WORDS, warned: ['page-damaged'] },
  },
  {
    name: 'deep-page-tree.pdf',
    make: () =>
      pdf(
        simple({
          2: '<< /Type /Pages /Kids [10 0 R] /Count 1 >>',
          ...Object.fromEntries(
            Array.from({ length: 20_000 }, (_, i) => [
              i + 10,
              i === 19_999 ? page('5 0 R') : `<< /Type /Pages /Kids [${i + 11} 0 R] /Count 1 >>`,
            ]),
          ),
        }),
      ),
    expected: { read: WORDS },
  },
  {
    name: 'tables-in-a-circle.pdf',
    make: () => {
      const bytes = pdf(simple(), '/Prev 99999')
      const at = bytes.lastIndexOf('xref\n0')
      return Buffer.from(
        bytes.toString('latin1').replace('/Prev 99999', `/Prev ${String(at).padStart(5, '0')}`),
        'latin1',
      )
    },
    expected: { read: WORDS },
  },
  {
    name: 'table-beyond-the-end.pdf',
    make: () =>
      Buffer.from(
        pdf(simple())
          .toString('latin1')
          .replace(/startxref\n\d+/, 'startxref\n999999999'),
        'latin1',
      ),
    expected: { read: WORDS },
  },
  {
    name: 'form-that-shows-itself.pdf',
    make: () =>
      pdf(
        simple({
          3: page('5 0 R', '/XObject << /X 6 0 R >>'),
          5: stream(`${show(WORDS)}/X Do\n`),
          6: stream(
            '/X Do /X Do\n',
            '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>',
          ),
        }),
      ),
    expected: { read: WORDS },
  },
  {
    name: 'forms-that-double.pdf',
    make: () =>
      pdf(
        simple({
          3: page('5 0 R', '/XObject << /X 10 0 R >>'),
          5: stream(`${show(WORDS)}/X Do\n`),
          ...Object.fromEntries(
            Array.from({ length: 30 }, (_, i) => [
              i + 10,
              stream(
                i === 29 ? show('tick') : '/X Do /X Do\n',
                `/Type /XObject /Subtype /Form /BBox [0 0 999 999] /Resources << /Font << /F1 4 0 R >> /XObject << /X ${i + 11} 0 R >> >>`,
              ),
            ]),
          ),
        }),
      ),
    expected: { refused: /longer than 18 seconds/ },
  },
  {
    name: 'contents-in-a-circle.pdf',
    make: () => pdf(simple({ 3: page('[6 0 R 5 0 R]'), 6: '[6 0 R 6 0 R]' })),
    expected: { read: WORDS },
  },
  {
    name: 'flate-bomb.pdf',
    make: () => pdf(simple({ 5: flate(Buffer.alloc(400_000_000, ' ')) })),
    expected: { refused: /memory/ },
  },
  {
    name: 'flate-bomb-of-text.pdf',
    make: () =>
      pdf(
        simple({
          5: flate(Buffer.from(times(800_000, '(lamp) Tj ').replace(/^/, 'BT /F1 12 Tf 72 700 Td '))),
        }),
      ),
    expected: { read: 'lamp' },
  },
  {
    name: 'filters-in-filters.pdf',
    make: () => {
      let bytes: Buffer = Buffer.alloc(50_000_000, ' ')
      for (let i = 0; i < 5; i++) bytes = deflateSync(bytes)
      return pdf(simple({ 5: stream(bytes, `/Filter [${times(5, '/FlateDecode ')}]`) }))
    },
    expected: { refused: /text|memory/ },
  },
  { name: 'cut-at-half.pdf', make: () => cut(0.5), expected: { refused: /damaged|text/ } },
  { name: 'cut-before-its-table.pdf', make: () => cut(0.75), expected: { refused: /damaged/ } },
  { name: 'only-its-mark.pdf', make: () => '%PDF-1.7\n', expected: { refused: /damaged/ } },
  {
    name: 'garbage-after-its-mark.pdf',
    make: () => `%PDF-1.7\n${times(200_000, 'obj << [ ( ')}`,
    expected: { refused: /damaged/ },
  },
  { name: 'empty.pdf', make: () => '', expected: { refused: /empty|damaged/ } },
  { name: 'text.pdf', make: () => `${WORDS}\n`, expected: { refused: /damaged/ } },
  {
    name: 'without-text.pdf',
    make: () => pdf(simple({ 5: stream('0 0 612 792 re f\n') })),
    expected: { refused: /OCR/ },
  },
  {
    name: 'without-pages.pdf',
    make: () => pdf(simple({ 2: '<< /Type /Pages /Kids [] /Count 0 >>' })),
    expected: { refused: /damaged|text/ },
  },
  {
    // A key that the empty password does not open: what it was made of does not matter.
    name: 'password.pdf',
    make: () =>
      pdf(
        simple({
          9: `<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <${times(32, '3c')}> /U <${times(32, 'a5')}> >>`,
        }),
        '/Encrypt 9 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]',
      ),
    expected: { refused: /password/ },
  },
  {
    name: 'outside.pdf',
    make: () =>
      pdf(
        simple({
          1: `<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /Launch /F (${path}) >> /AA << /WC << /S /URI /URI (${url}/a) >> >> /Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (app.launchURL\\("${url}/j"\\)) >>] >> >> >>`,
          3: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents [5 0 R 6 0 R] /Resources << /Font << /F1 4 0 R /F2 7 0 R >> >> /Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 99 99] /A << /S /GoToR /F (${path}) >> >> << /Type /Annot /Subtype /Link /Rect [0 0 99 99] /A << /S /URI /URI (file://${path}) >> >>] >>`,
          6: stream('', `/F (${path}) /FFilter /FlateDecode`),
          7: `<< /Type /Font /Subtype /TrueType /BaseFont /Lamp /FontDescriptor << /Type /FontDescriptor /FontName /Lamp /Flags 32 /FontFile2 8 0 R >> >>`,
          8: stream('', `/F << /FS /URL /F (${url}/font.ttf) >>`),
        }),
      ),
    expected: { read: WORDS },
  },
  {
    name: 'foreign-characters.pdf',
    make: () =>
      pdf(
        simple({
          4: '<< /Type /Font /Subtype /Type0 /BaseFont /Lamp /Encoding /../../../../../etc/passwd /DescendantFonts [4 0 R] /ToUnicode 4 0 R >>',
        }),
      ),
    expected: { read: WORDS },
  },
  {
    name: 'many-pieces.pdf',
    make: () => pdf(simple({ 5: stream(show(WORDS) + numbered(150_000, (i) => show('x', i % 700))) })),
    expected: { read: WORDS },
  },
  {
    name: 'deep-arrays.pdf',
    make: () => pdf(simple({ 6: `${times(200_000, '[')}${times(200_000, ']')}`, 3: page('[5 0 R 6 0 R]') })),
    expected: { refused: /damaged/ },
  },
]

function cut(share: number): Buffer {
  const bytes = pdf(simple())
  return bytes.subarray(0, Math.floor(bytes.length * share))
}
