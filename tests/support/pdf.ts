/** A run of text on a page: from the left and the top of the page, in points. */
export interface Run {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly size?: number
  readonly font?: 'roman' | 'bold' | 'mono' | 'unicode'
}

export interface TestLink {
  readonly box: readonly [left: number, top: number, right: number, bottom: number]
  readonly url?: string
  /** Page from 0, and y from its top. */
  readonly to?: readonly [page: number, y: number]
}

export interface TestPage {
  readonly runs: readonly Run[]
  readonly links?: readonly TestLink[]
}

export const PAGE_HEIGHT = 800
export const PAGE_WIDTH = 600

const FONTS = { roman: 'Times-Roman', bold: 'Times-Bold', mono: 'Courier', unicode: '' }

/** Lines of text below each other, from the left margin. */
export const lines = (texts: readonly string[], x: number, y: number, more: Partial<Run> = {}): Run[] =>
  texts.map((text, i) => ({ x, y: y + i * (more.size ?? 12) * 1.2, text, ...more }))

/** The bytes of a PDF with these pages. The font `unicode` shows any character, half an em wide. */
export function pdfOf(pages: readonly TestPage[], title?: string): Uint8Array {
  const objects: string[] = []
  const add = (body: string): number => objects.push(body)
  const catalog = add('')
  const tree = add('')
  const roman = add(`<< /Type /Font /Subtype /Type1 /BaseFont /${FONTS.roman} /Encoding /WinAnsiEncoding >>`)
  const bold = add(`<< /Type /Font /Subtype /Type1 /BaseFont /${FONTS.bold} /Encoding /WinAnsiEncoding >>`)
  const mono = add(`<< /Type /Font /Subtype /Type1 /BaseFont /${FONTS.mono} /Encoding /WinAnsiEncoding >>`)
  const unicode = addUnicodeFont(add)
  const fonts = `<< /roman ${roman} 0 R /bold ${bold} 0 R /mono ${mono} 0 R /unicode ${unicode} 0 R >>`
  const first = objects.length + 1
  pages.forEach(({ runs, links = [] }, i) => {
    const content = runs.map(showRun).join('\n')
    add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 ${PAGE_WIDTH} ${PAGE_HEIGHT}] /Contents ${first + 2 * i + 1} 0 R ` +
        `/Resources << /Font ${fonts} >> /Annots [${links.map((link) => linkObject(link, first)).join(' ')}] >>`,
    )
    add(streamOf(content))
  })
  const kids = pages.map((_, i) => `${first + 2 * i} 0 R`).join(' ')
  objects[catalog - 1] = `<< /Type /Catalog /Pages ${tree} 0 R >>`
  objects[tree - 1] = `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`
  const info = title === undefined ? null : add(`<< /Title (${title}) >>`)
  return fileOf(objects, catalog, info)
}

function fileOf(objects: readonly string[], catalog: number, info: number | null): Uint8Array {
  let file = '%PDF-1.7\n'
  const places = objects.map((body, i) => {
    const place = file.length
    file += `${i + 1} 0 obj\n${body}\nendobj\n`
    return place
  })
  const start = file.length
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const more = info === null ? '' : ` /Info ${info} 0 R`
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`
  file += `trailer << /Size ${objects.length + 1} /Root ${catalog} 0 R${more} >>\nstartxref\n${start}\n%%EOF`
  return new Uint8Array(Buffer.from(file, 'latin1'))
}

const streamOf = (content: string): string => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`

function showRun({ x, y, text, size = 12, font = 'roman' }: Run): string {
  const shown = font === 'unicode' ? `<${hexOf(text)}>` : `(${text.replace(/[\\()]/g, '\\$&')})`
  return `BT /${font} ${size} Tf 1 0 0 1 ${x} ${PAGE_HEIGHT - y} Tm ${shown} Tj ET`
}

const hexOf = (text: string): string =>
  Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, '0')).join('')

function linkObject({ box: [left, top, right, bottom], url, to }: TestLink, firstPage: number): string {
  const rect = `/Rect [${left} ${PAGE_HEIGHT - bottom} ${right} ${PAGE_HEIGHT - top}]`
  const target = to
    ? `/Dest [${firstPage + 2 * to[0]} 0 R /XYZ 0 ${PAGE_HEIGHT - to[1]} 0]`
    : `/A << /S /URI /URI (${url ?? ''}) >>`
  return `<< /Type /Annot /Subtype /Link ${rect} ${target} >>`
}

/** A font without outlines whose codes are UTF-16 units. */
function addUnicodeFont(add: (body: string) => number): number {
  const map = add(
    streamOf(
      '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n' +
        '1 begincodespacerange <0000> <ffff> endcodespacerange\n' +
        '1 beginbfrange <0000> <ffff> <0000> endbfrange\nendcmap end end',
    ),
  )
  const descriptor = add(
    '<< /Type /FontDescriptor /FontName /Any /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
  )
  const descendant = add(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Any /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor ${descriptor} 0 R >>`,
  )
  return add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /Any /Encoding /Identity-H /DescendantFonts [${descendant} 0 R] /ToUnicode ${map} 0 R >>`,
  )
}
