import type { SourceType } from './document.ts'

const BY_EXTENSION: Readonly<Record<string, SourceType>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  mdown: 'markdown',
  mkd: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
}

/** How much of a file a look at its content takes in, in code units. */
const LOOK = 4096

/** The format of a file: by its extension, and by a look at its content where the extension says nothing or "text". */
export function detectType(name: string, text: string): SourceType {
  const byName = BY_EXTENSION[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '']
  if (byName === 'markdown' || byName === 'html') return byName
  const head = text.slice(0, LOOK)
  if (
    /^\s*(?:<!doctype html|<\?xml[^<>]{0,200}\?>\s{0,20}<(?:!doctype html|html)|<html|<head|<body)\b/i.test(
      head,
    )
  )
    return 'html'
  if (byName === 'text') return 'text'
  return looksLikeMarkdown(head) ? 'markdown' : 'text'
}

/** Two different marks of Markdown; one alone (a rule of hyphens, a bullet) stands in plain text too. */
function looksLikeMarkdown(head: string): boolean {
  const signs = [/^#{1,6} \S/m, /^```/m, /\]\((?:https?:|#|\/)/, /\[\^[^\]\s]{1,40}\]/, /\*\*\S/]
  return signs.filter((sign) => sign.test(head)).length >= 2
}
