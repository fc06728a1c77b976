import { describe, expect, test } from 'vitest'
import { readDocument } from '../../../src/reading/read-document.ts'
import { hasChromium, printed, WITHOUT_CHROMIUM } from '../../support/chromium.ts'
import { converted, hasLibreOffice, WITHOUT_LIBREOFFICE } from '../../support/libreoffice.ts'

const ARABIC = [
  'اجتمع مجلس الميناء في 12 مايو 2024 وقرر إغلاق الرصيف القديم (الذي بني عام 1961) أمام السفن الكبيرة.[1] وقالت شركة Harbour Works Ltd إن 35% من الأعمدة متآكلة [انظر الملحق 4]، وإن الإصلاح سيكلف 2.5 مليون دولار.[2]',
  'وأضاف المدير أن البرنامج «Safe Pier 2030» لا يزال قيد الدراسة؛ وربما يبدأ العمل في الربع الأول من عام 2025 على الأرجح.',
  '[1] محضر مجلس الميناء، الصفحة 17.',
  '[2] مقابلة مع المدير (أجراها A. Miller)، 3 يونيو 2024.',
]
const HEBREW = [
  'מועצת הנמל התכנסה ב־12 במאי 2024 והחליטה לסגור את הרציף הישן (שנבנה בשנת 1961) בפני אוניות גדולות.[1] חברת Harbour Works Ltd מסרה כי 35% מהעמודים רקובים [ראו נספח 4], וכי התיקון יעלה 2.5 מיליון דולר.[2]',
  'המנהל הוסיף כי תוכנית "Safe Pier 2030" עדיין נבחנת; ייתכן שהעבודה תתחיל ברבעון הראשון של 2025.',
  '[1] פרוטוקול מועצת הנמל, עמוד 17.',
  '[2] ריאיון עם המנהל (ערך A. Miller), 3 ביוני 2024.',
]

const STYLE =
  'body { font: 14pt/1.6 serif } sup { font-size: 0.65em; line-height: 0 } .note { font-size: 10pt }'

/** The paragraphs as a page: markers and the labels of notes are raised. */
function pageOf(language: string, paragraphs: readonly string[]): string {
  const written = paragraphs.map((text) => {
    const raised = text.replace(/\[(\d)\](?!,)/g, '<sup>$1</sup>')
    return `<p class="${text.startsWith('[') ? 'note' : 'text'}">${raised}</p>`
  })
  return `<!doctype html><html lang="${language}" dir="rtl"><meta charset="utf-8"><style>${STYLE}</style>${written.join('\n')}</html>`
}

const LANGUAGES = [
  ['ar', ARABIC],
  ['he', HEBREW],
] as const

async function expectAsWritten(pdf: Uint8Array, paragraphs: readonly string[]): Promise<void> {
  const { text, markers, notes } = await readDocument(pdf, { name: 'pier.pdf' })
  expect(text.split('\n\n').map((part) => part.trim())).toEqual(paragraphs)
  expect(markers.map(({ label, note }) => [label, note])).toEqual([
    ['1', 0],
    ['2', 1],
  ])
  expect(notes).toHaveLength(2)
}

const withoutChromium = hasChromium ? '' : ` ${WITHOUT_CHROMIUM}`
describe.skipIf(!hasChromium)(`a page from right to left that a browser printed${withoutChromium}`, () => {
  test.each(LANGUAGES)('reads as it was written (%s)', { timeout: 120_000 }, async (language, paragraphs) => {
    await expectAsWritten(printed(pageOf(language, paragraphs)), paragraphs)
  })
})

const NAMESPACES = ['office', 'style', 'text']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ')

/** A style of paragraphs from right to left. `size`: in points. */
const styleOf = (name: string, size: number): string =>
  `<style:style style:name="${name}" style:family="paragraph"><style:paragraph-properties style:writing-mode="rl-tb"/>` +
  `<style:text-properties fo:font-size="${size}pt" style:font-size-complex="${size}pt"/></style:style>`

/** The paragraphs as an OpenDocument text, with real footnotes. */
function officeFileOf(paragraphs: readonly string[]): string {
  const notes = paragraphs.filter((text) => text.startsWith('[')).map((text) => text.slice(4))
  const note = (label: string): string =>
    `<text:note text:id="n${label}" text:note-class="footnote"><text:note-citation>${label}</text:note-citation>` +
    `<text:note-body><text:p text:style-name="Note"><text:s/>${notes[Number(label) - 1] ?? ''}</text:p></text:note-body></text:note>`
  const body = paragraphs
    .filter((text) => !text.startsWith('['))
    .map(
      (text) =>
        `<text:p text:style-name="Text">${text.replace(/(?<=\.)\[(\d)\]/g, (_all, label: string) => note(label))}</text:p>`,
    )
  return (
    `<?xml version="1.0" encoding="UTF-8"?><office:document ${NAMESPACES} ` +
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3" ' +
    'office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles>' +
    `${styleOf('Text', 12)}${styleOf('Note', 9)}</office:automatic-styles>` +
    `<office:body><office:text>${body.join('')}</office:text></office:body></office:document>`
  )
}

const withoutOffice = hasLibreOffice ? '' : ` ${WITHOUT_LIBREOFFICE}`
describe.skipIf(!hasLibreOffice)(`a page from right to left that LibreOffice made${withoutOffice}`, () => {
  test.each(LANGUAGES)(
    'reads as it was written (%s)',
    { timeout: 120_000 },
    async (_language, paragraphs) => {
      await expectAsWritten(converted(Buffer.from(officeFileOf(paragraphs)), 'fodt', 'pdf'), paragraphs)
    },
  )
})
