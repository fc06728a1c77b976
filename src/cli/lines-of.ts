import type { Readable } from 'node:stream'

/**
 * The lines of a UTF-8 stream, as they come, without their ends and without a byte order mark. Only line feeds end
 * lines: JSON may hold the other line separators of Unicode as they are.
 */
export async function* linesOf(stream: Readable): AsyncGenerator<string> {
  stream.setEncoding('utf8')
  let rest: string[] = []
  let first = true
  for await (const chunk of stream as AsyncIterable<string>) {
    const lines = (first ? chunk.replace(/^\uFEFF/, '') : chunk).split('\n')
    first = false
    const last = lines.pop() ?? ''
    for (const line of lines) {
      yield rest.join('') + line
      rest = []
    }
    rest.push(last)
  }
  if (rest.join('') !== '') yield rest.join('')
}
