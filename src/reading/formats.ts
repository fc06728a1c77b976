import type { SourceType } from './document.ts'

/** A format that Stet reads. */
export interface Format {
  /** What people call it. */
  readonly words: string
  /** Endings of a file's name, without the dot, in lower case; the first is the usual one. */
  readonly extensions: readonly string[]
  readonly mediaType: string
  /** Can be pasted into a form. */
  readonly plain: boolean
}

export const FORMATS: Readonly<Record<SourceType, Format>> = {
  text: { words: 'plain text', extensions: ['txt', 'text'], mediaType: 'text/plain', plain: true },
  markdown: {
    words: 'Markdown',
    extensions: ['md', 'markdown', 'mdown', 'mkd'],
    mediaType: 'text/markdown',
    plain: true,
  },
  html: {
    words: 'web page (HTML)',
    extensions: ['html', 'htm', 'xhtml'],
    mediaType: 'text/html',
    plain: true,
  },
  docx: {
    words: 'Word (DOCX)',
    extensions: ['docx', 'docm', 'dotx', 'dotm'],
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    plain: false,
  },
  odt: {
    words: 'OpenDocument (ODT)',
    extensions: ['odt', 'ott'],
    mediaType: 'application/vnd.oasis.opendocument.text',
    plain: false,
  },
  pdf: { words: 'PDF', extensions: ['pdf'], mediaType: 'application/pdf', plain: false },
}

export const sourceTypes = Object.keys(FORMATS) as [SourceType, ...SourceType[]]
