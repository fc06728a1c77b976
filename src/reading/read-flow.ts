import { decode } from './decode.ts'
import type { SourceType } from './document.ts'
import type { Flow } from './flow.ts'

/** `done` hears how much of the file is read, from 0 to 1, where a reader goes through it page by page. */
type FlowReader = (bytes: Uint8Array, done: (share: number) => void) => Flow | Promise<Flow>

/** One reader per format; each is loaded when a file of its format comes. */
const READERS: Readonly<Record<SourceType, () => Promise<FlowReader>>> = {
  text: async () => decoding((await import('./text/read-text.ts')).readText),
  markdown: async () => decoding((await import('./markdown/read-markdown.ts')).readMarkdown),
  html: async () => decoding((await import('./html/read-html.ts')).readHtml),
  docx: async () => readingBytes((await import('./docx/read-docx.ts')).readDocx),
  odt: async () => readingBytes((await import('./odt/read-odt.ts')).readOdt),
  pdf: async () => (await import('./pdf/read-pdf.ts')).readPdf,
}

/**
 * Turns the bytes of a file into the middle document.
 * @throws Invalid for a file that holds no text or is not of this format
 */
export async function readFlow(
  bytes: Uint8Array,
  type: SourceType,
  done: (share: number) => void = () => undefined,
): Promise<Flow> {
  const read = await READERS[type]()
  return read(bytes, done)
}

/** A reader of bytes from a reader of text. */
function decoding(read: (text: string) => Flow): FlowReader {
  return (bytes) => {
    const { text, warnings } = decode(bytes)
    const flow = read(text)
    return { ...flow, warnings: [...warnings, ...flow.warnings] }
  }
}

/** A reader that takes all bytes at once, and nothing else. */
const readingBytes =
  (read: (bytes: Uint8Array) => Flow): FlowReader =>
  (bytes) =>
    read(bytes)
