import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { GlyphPlacing } from './glyph-placing.ts'
import type { Operators } from './operators.ts'
import type { RawItem } from './page-pieces.ts'

/** Signs on one page; more is no page but a bomb. */
const MOST_GLYPHS = 200_000

/**
 * The signs of a page one by one, at their places: the library joins them to words by the order in which they are drawn,
 * which for text that runs from right to left is not that of reading. Empty where there are more than a page can have.
 */
export async function glyphItems(page: PDFPageProxy, operators: Operators): Promise<RawItem[]> {
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: 0 })
  const placing = new GlyphPlacing(operators, MOST_GLYPHS)
  fnArray.forEach((operator, i) => {
    placing.run(operator, (argsArray[i] as readonly unknown[] | null) ?? [])
  })
  return placing.items.length < MOST_GLYPHS ? placing.items : []
}
