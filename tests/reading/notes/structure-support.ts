import type { Flow } from '../../../src/reading/flow.ts'
import { readHtml } from '../../../src/reading/html/read-html.ts'
import { readMarkdown } from '../../../src/reading/markdown/read-markdown.ts'
import { linkByStructure } from '../../../src/reading/notes/link-by-structure.ts'

/** What linking made of a text, as a person would say it. */
export interface Told {
  /** The body, with `{label>words of the note}` in place of each call, `{label>?}` where the note is missing. */
  readonly body: readonly string[]
  /** `label: words`, blocks divided by ` / `, calls in notes written as in the body. */
  readonly notes: readonly string[]
}

export function tell(flow: Flow): Told {
  const linked = linkByStructure(flow)
  const words = linked.notes.map(({ blocks }) => blocks.map((block) => block.text).join(' / '))
  const written = (text: string, block: number, inNote: number | undefined): string => {
    const calls = linked.calls.filter((call) => call.block === block && call.inNote === inNote)
    return calls.reduceRight(
      (out, { start, end, label, note }) =>
        `${out.slice(0, start)}{${label}>${note === null ? '?' : (words[note] ?? '').slice(0, 24)}}${out.slice(end)}`,
      text,
    )
  }
  return {
    body: linked.body.map((block, i) => written(block.text, i, undefined)),
    notes: linked.notes.map(
      ({ label, blocks }, n) =>
        `${label}: ${blocks.map((block, i) => written(block.text, i, n)).join(' / ')}`,
    ),
  }
}

export const tellHtml = (html: string): Told => tell(readHtml(html))
export const tellMarkdown = (markdown: string): Told => tell(readMarkdown(markdown))
