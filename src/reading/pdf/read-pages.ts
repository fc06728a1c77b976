import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { Invalid } from '../../errors.ts'
import { hasRightToLeft } from './characters.ts'
import { glyphItems } from './glyph-items.ts'
import { refusal } from './open-pdf.ts'
import type { Operators } from './operators.ts'
import { linksByPage } from './page-links.ts'
import { PieceReader } from './page-pieces.ts'
import type { PdfPage } from './piece.ts'

type TextContent = Awaited<ReturnType<PDFPageProxy['getTextContent']>>

/** Pieces of text in one file: more is no report but a bomb. */
const MOST_PIECES = 2_000_000

export interface ReadPages {
  readonly pages: readonly PdfPage[]
  /** Pages that could not be read, from 1. */
  readonly broken: readonly number[]
  /** The links of the file could not be read. */
  readonly withoutLinks: boolean
  /** Characters for which the file's fonts give no letters. */
  readonly unreadable: number
  readonly language: string | null
  /** Fonts whose letters are all as wide. */
  readonly monospaced: ReadonlySet<string>
}

/**
 * Reads the text of every page, one after the other, and lets go of each before the next.
 * @throws Invalid when there is more text than a report can have, or no page can be read
 */
export async function readPages(
  file: PDFDocumentProxy,
  operators: Operators,
  done: (share: number) => void,
): Promise<ReadPages> {
  const pages: PdfPage[] = []
  const broken: number[] = []
  let left = MOST_PIECES
  let unreadable = 0
  let language: string | null = null
  const monospaced = new Set<string>()
  let failure: unknown = null
  for (let number = 1; number <= file.numPages; number++) {
    try {
      const read = await readPage(file, operators, number, left)
      pages.push(read.page)
      left -= read.page.pieces.length
      unreadable += read.unreadable
      for (const font of read.monospaced) monospaced.add(font)
      language ??= read.language
    } catch (error) {
      if (error instanceof Invalid) throw error
      failure = error
      broken.push(number)
    }
    done(number / file.numPages)
  }
  if (pages.length === 0) throw refusal(failure)
  const links = await linksByPage(file, new Map(pages.map(({ number, turned }) => [number, turned])))
  return {
    pages: pages.map((page) => ({ ...page, links: links?.get(page.number) ?? [] })),
    broken,
    withoutLinks: links === null,
    unreadable,
    language,
    monospaced,
  }
}

interface ReadPage {
  readonly monospaced: ReadonlySet<string>
  readonly page: PdfPage
  readonly unreadable: number
  readonly language: string | null
}

async function readPage(
  file: PDFDocumentProxy,
  operators: Operators,
  number: number,
  most: number,
): Promise<ReadPage> {
  const page = await file.getPage(number)
  try {
    const viewport = page.getViewport({ scale: 1 })
    const reader = (): PieceReader => new PieceReader(viewport.transform, viewport.width, viewport.height)
    let pieces = reader()
    const { language, rightToLeft } = await streamText(page, pieces, most)
    if (rightToLeft) pieces = pieces.byGlyphs(await glyphItems(page, operators).catch(() => []), reader())
    const read = pieces.finish()
    return {
      page: { number, ...read, links: [] },
      unreadable: pieces.unreadable,
      monospaced: pieces.monospaced,
      language,
    }
  } finally {
    page.cleanup()
  }
}

/** What the text of a page says beside its words. */
interface Streamed {
  readonly language: string | null
  /** Some of it runs from right to left. */
  readonly rightToLeft: boolean
}

async function streamText(page: PDFPageProxy, pieces: PieceReader, most: number): Promise<Streamed> {
  const reader = (page.streamTextContent() as ReadableStream<TextContent>).getReader()
  let language: string | null = null
  let rightToLeft = false
  for (;;) {
    const { value, done } = await reader.read()
    if (done) return { language, rightToLeft }
    language ??= value.lang
    pieces.addStyles(value.styles)
    for (const item of value.items)
      if ('str' in item) {
        pieces.add(item)
        rightToLeft ||= hasRightToLeft(item.str)
      }
    if (pieces.count > most) {
      await reader.cancel()
      throw new Invalid(
        'The PDF holds more text than a report can: divide it, and read the parts one by one.',
      )
    }
  }
}
