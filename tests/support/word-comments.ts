import { unzipSync } from 'fflate'

/** The comments in a Word file as Word shows them: who wrote each, and its words. */
export function wordComments(bytes: Uint8Array): { readonly author: string; readonly words: string }[] {
  const part = Object.entries(unzipSync(bytes)).find(([name]) => name.endsWith('comments.xml'))?.[1]
  const xml = Buffer.from(part ?? []).toString('utf8')
  return [...xml.matchAll(/<w:comment [^>]*w:author="([^"]*)"[^>]*>(.*?)<\/w:comment>/gs)].map(
    ([, author = '', body = '']) => ({ author, words: wordsOf(body) }),
  )
}

const wordsOf = (xml: string): string =>
  xml
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .trim()
