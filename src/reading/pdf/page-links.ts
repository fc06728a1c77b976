import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PageLink } from './piece.ts'
import { type Matrix, moved } from './turn.ts'

/** Links of one file that are looked at. */
const MOST_LINKS = 50_000

/** The number that the library has for link annotations. */
const LINK = 2

/** As much of a link annotation as is read here. `pageIndex` counts from 0. */
interface LinkAnnotation {
  readonly rect?: unknown
  readonly url?: unknown
  readonly dest?: unknown
  readonly pageIndex?: unknown
}

/**
 * The links of all pages, by page from 1. They are asked for together: for a single page the library reads its text once
 * more. What the file says wrong about a link loses that link only; null where none of them can be asked for.
 */
export async function linksByPage(
  file: PDFDocumentProxy,
  turned: ReadonlyMap<number, Matrix>,
): Promise<Map<number, PageLink[]> | null> {
  const asked = file.getAnnotationsByType(new Set([LINK]), new Set()) as Promise<
    readonly LinkAnnotation[] | null
  >
  const annotations = await asked.then(
    (found) => found ?? [],
    () => null,
  )
  if (annotations === null) return null
  const byPage = new Map<number, PageLink[]>()
  for (const { rect, url, dest, pageIndex } of annotations.slice(0, MOST_LINKS)) {
    const page = Number(pageIndex) + 1
    const matrix = turned.get(page)
    if (!matrix || !isRect(rect)) continue
    const link = await linkOf(file, boxOf(rect, matrix), url, dest)
    if (!link) continue
    const ofPage = byPage.get(page)
    if (ofPage) ofPage.push(link)
    else byPage.set(page, [link])
  }
  return byPage
}

async function linkOf(
  file: PDFDocumentProxy,
  box: PageLink,
  url: unknown,
  dest: unknown,
): Promise<PageLink | null> {
  if (typeof url === 'string') return { ...box, url }
  const to = await placeOf(file, dest).catch(() => null)
  return to ? { ...box, to } : null
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
