import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { fetchedTypeOf } from '../../sources/captures/capture.ts'
import { inUnicode } from '../../sources/captures/in-unicode.ts'
import { readCapture } from '../../sources/captures/read-capture.ts'
import { type FetchedPage, headerOf } from '../../sources/fetch/fetched.ts'

/** Bytes of a page that is taken apart here, in some hundredths of a second; larger ones are read aside. */
const HERE = 1_000_000

/** Elements whose text nobody reads. */
const UNREAD = new Set(['script', 'style', 'noscript', 'template', 'svg', 'math', 'head'])

/** All words that a page shows, menus included; null where it is no text. */
export async function pageText({ body, exchanges }: FetchedPage): Promise<string | null> {
  const contentType = headerOf(exchanges.at(-1)?.responseHeaders ?? [], 'content-type')
  const type = fetchedTypeOf(body, contentType)
  if (type.reads !== 'html' || body.length > HERE) {
    const { text } = await readCapture(body, type, { name: `page.${type.extension}`, contentType })
    return text
  }
  return textOf(parse(Buffer.from(inUnicode(body, contentType)).toString('utf8')))
}

type Node = DefaultTreeAdapterTypes.Node

/** The text of a tree in its order, however deep it is; elements divide words where they are no letters' dress. */
function textOf(root: Node): string {
  const words: string[] = []
  const open: Node[] = [root]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.nodeName === '#text') words.push((node as DefaultTreeAdapterTypes.TextNode).value)
    if (UNREAD.has(node.nodeName)) continue
    if (!INLINE.has(node.nodeName)) words.push(' ')
    if ('childNodes' in node) open.push(...node.childNodes.toReversed())
  }
  return words.join('')
}

/** Elements that may stand in the middle of a word. */
const INLINE = new Set([
  '#text',
  'a',
  'abbr',
  'b',
  'bdi',
  'cite',
  'em',
  'font',
  'i',
  'mark',
  'q',
  's',
  'small',
  'span',
  'strong',
  'u',
  'wbr',
])
