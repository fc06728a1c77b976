import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { Invalid } from '../../errors.ts'
import type { Operators } from './operators.ts'

/** A file of more pages takes longer than anybody waits; reports have some hundreds at most. */
const MOST_PAGES = 1000

type Library = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

/** The files of the library for older programs without their comments, which are compiled in half the time. */
const LIBRARY = 'legacy/build/pdf.min.mjs'
const WORKER = 'legacy/build/pdf.worker.min.mjs'

/**
 * What the library asks for when it is loaded, to draw pages with. None is drawn here, and what it would take instead
 * comes with an addon in machine code, which a process that reads strangers' files may not load.
 */
const FOR_DRAWING = ['DOMMatrix', 'ImageData', 'Path2D']

function loadLibrary(folder: string): Promise<Library> {
  for (const name of FOR_DRAWING) if (!(name in globalThis)) Reflect.set(globalThis, name, Nothing)
  return import(pathToFileURL(join(folder, LIBRARY)).href) as Promise<Library>
}

/** Stands for what is never used. */
const Nothing = function Nothing(): void {
  // there is nothing to make
}

/** The build of the library for older programs replaces this by a much slower one, for all that runs beside it. */
const NATIVE_PUSH = Object.getOwnPropertyDescriptor(Array.prototype, 'push')

function restorePush(): void {
  if (NATIVE_PUSH) Object.defineProperty(Array.prototype, 'push', NATIVE_PUSH)
}

/** An opened file; `close` frees what it holds. */
export interface OpenPdf {
  readonly file: PDFDocumentProxy
  /** The library's numbers for what a page draws. */
  readonly operators: Operators
  close(): Promise<void>
}

/**
 * Opens a PDF. Nothing is fetched or run: fonts are not drawn, scripts are off, maps of characters come from the package.
 * @throws Invalid for a file that is damaged, needs a password or has too many pages
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const folder = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), sep)
  const { getDocument, GlobalWorkerOptions, OPS } = await loadLibrary(folder)
  GlobalWorkerOptions.workerSrc = pathToFileURL(join(folder, WORKER)).href
  const task = getDocument({
    data: new Uint8Array(bytes),
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    enableXfa: false,
    maxImageSize: 1,
    stopAtErrors: false,
    useWorkerFetch: false,
    cMapUrl: join(folder, 'cmaps', sep),
    cMapPacked: true,
    standardFontDataUrl: join(folder, 'standard_fonts', sep),
    verbosity: 0,
  })
  try {
    const file = await task.promise
    restorePush()
    if (file.numPages > MOST_PAGES)
      throw new Invalid(
        `The PDF has ${file.numPages} pages, more than ${MOST_PAGES}: divide it, and read the parts one by one.`,
      )
    return { file, operators: OPS, close: () => task.destroy() }
  } catch (error) {
    restorePush()
    await task.destroy()
    throw refusal(error)
  }
}

/** What a failure of the library means to the person who sent the file. */
export function refusal(error: unknown): Error {
  if (error instanceof Invalid) return error
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException')
    return new Invalid('The PDF is protected by a password: save a copy without one and try again.')
  return new Invalid(
    'The PDF is damaged and could not be read: open it in a viewer, save or print it to a new PDF and try again.',
  )
}
