import type { SourceType } from './document.ts'
import { FORMATS, sourceTypes } from './formats.ts'
import { officeType } from './office/office-type.ts'

/** How much of a file a look at its content takes in, in bytes. */
const LOOK = 8192

/**
 * The format of a file: by its content where that leaves no doubt, by its extension, and by a look at its content where
 * the extension says nothing or "text".
 */
export function detectType(name: string, bytes: Uint8Array): SourceType {
  const office = officeType(bytes)
  if (office !== null) return office
  if (isPdf(bytes)) return 'pdf'
  const byName = typeOfName(name)
  if (byName !== undefined && byName !== 'text') return byName
  const head = headOf(bytes)
  if (
    /^\s*(?:<!doctype html|<\?xml[^<>]{0,200}\?>\s{0,20}<(?:!doctype html|html)|<html|<head|<body)\b/i.test(
      head,
    )
  )
    return 'html'
  if (byName === 'text') return 'text'
  return looksLikeMarkdown(head) ? 'markdown' : 'text'
}

/** How far behind the start of a file viewers look for the mark of a PDF, in bytes. */
const PDF_LOOK = 1024

/** A PDF begins with `%PDF-`, behind a little that mail programs and servers put before it at most. */
export function isPdf(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, PDF_LOOK)).toString(
    'latin1',
  )
  for (const { index } of head.matchAll(/%PDF-\d/g))
    if (index === 0 || !isPrintable(head.charAt(index - 1))) return true
  return false
}

/** A mark in the middle of words is talk of PDF; behind `>` stands what a mail program wrote. */
const isPrintable = (character: string): boolean => /[ -=?-~]/.test(character) || character === '\x7f'

function typeOfName(name: string): SourceType | undefined {
  const extension = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  return sourceTypes.find((type) => FORMATS[type].extensions.includes(extension))
}

/** The first bytes as characters, whatever the encoding: all that is looked for is ASCII. */
const headOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, LOOK))
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/^(?:\xff\xfe|\xfe\xff|\xef\xbb\xbf)/, '')

/** Two different marks of Markdown; one alone (a rule of hyphens, a bullet) stands in plain text too. */
function looksLikeMarkdown(head: string): boolean {
  const signs = [/^#{1,6} \S/m, /^```/m, /\]\((?:https?:|#|\/)/, /\[\^[^\]\s]{1,40}\]/, /\*\*\S/]
  return signs.filter((sign) => sign.test(head)).length >= 2
}
