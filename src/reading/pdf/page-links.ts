import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PageLink } from './piece.ts'
import { type Matrix, moved } from './turn.ts'

/** Links of one page that are looked at. */
const MOST_LINKS = 5000

/** As much of a link annotation as is read here. */
interface LinkAnnotation {
  readonly subtype?: unknown
  readonly rect?: unknown
  readonly url?: unknown
  readonly dest?: unknown
}

/** The links of a page, in upright coordinates. What the file says wrong about a link loses that link only. */
export async function linksOf(
  file: PDFDocumentProxy,
  page: PDFPageProxy,
  turned: Matrix,
): Promise<PageLink[]> {
  const annotations = (await page.getAnnotations().catch(() => [])) as readonly LinkAnnotation[]
  const links: PageLink[] = []
  for (const { subtype, rect, url, dest } of annotations.slice(0, MOST_LINKS)) {
    if (subtype !== 'Link' || !isRect(rect)) continue
    const box = boxOf(rect, turned)
    if (typeof url === 'string') links.push({ ...box, url })
    else {
      const to = await placeOf(file, dest).catch(() => null)
      if (to) links.push({ ...box, to })
    }
  }
  return links
}

const isRect = (rect: unknown): rect is [number, number, number, number] =>
  Array.isArray(rect) && rect.length === 4 && rect.every((number) => Number.isFinite(number))

function boxOf([x1, y1, x2, y2]: [number, number, number, number], turned: Matrix): PageLink {
  const [ax, ay] = moved(turned, x1, y1)
  const [bx, by] = moved(turned, x2, y2)
  return { x: Math.min(ax, bx), right: Math.max(ax, bx), top: Math.min(ay, by), bottom: Math.max(ay, by) }
}

/** A destination: `[page, /XYZ, left, top, zoom]`, `[page, /FitH, top]` or the name of one. PDF 32000-1, 12.3.2. */
async function placeOf(file: PDFDocumentProxy, dest: unknown): Promise<PageLink['to'] | null> {
  const place: unknown = typeof dest === 'string' ? await file.getDestination(dest) : dest
  if (!Array.isArray(place)) return null
  const [ref, mode, ...numbers] = place as unknown[]
  const index = typeof ref === 'number' ? ref : await file.getPageIndex(ref as never)
  const [x, y] = corner((mode as { readonly name?: string } | undefined)?.name, numbers)
  if (!Number.isInteger(index) || typeof y !== 'number') return null
  return { page: index + 1, x: typeof x === 'number' ? x : 0, y }
}

/** Left and top of what a destination shows. */
function corner(mode: string | undefined, numbers: readonly unknown[]): readonly [unknown, unknown] {
  if (mode === 'XYZ') return [numbers[0], numbers[1]]
  if (mode === 'FitH' || mode === 'FitBH') return [0, numbers[0]]
  return mode === 'FitR' ? [numbers[0], numbers[3]] : [0, null]
}
