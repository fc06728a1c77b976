import type { Flow, FlowBlock } from '../flow.ts'
import { markCaptions } from '../mark-captions.ts'
import { ElementReader } from './element-reader.ts'
import { keepText } from './keep-text.ts'
import { PageHead } from './page-head.ts'
import { tokenise } from './tokenise.ts'

/**
 * Reads a page of HTML or XHTML: its own text with marks for links, anchors, raised text and code. Programs, forms,
 * what is hidden and what stands around the text are left out. Never fails: every string is a page.
 */
export function readHtml(text: string): Flow {
  const head = new PageHead()
  const reader = new ElementReader()
  tokenise(
    text,
    {
      open: (name, attributes, selfClosing) => {
        head.open(name, attributes)
        reader.open(name, attributes, selfClosing)
      },
      close: (name) => {
        head.close(name)
        reader.close(name)
      },
      text: (characters) => {
        head.text(characters)
        reader.text(characters)
      },
    },
    isXml(text),
  )
  const kept = keepText(reader.end(), true)
  const blocks = markCaptions(kept.blocks)
  return { title: titleOf(head.title, kept.blocks), language: head.language, ...kept, blocks }
}

/** XHTML begins with an XML declaration. */
const isXml = (text: string): boolean => /^\ufeff?\s{0,100}<\?xml\s/.test(text.slice(0, 200))

function titleOf(title: string | null, blocks: readonly FlowBlock[]): string | null {
  const said = title?.replace(/\s+/g, ' ').trim() ?? ''
  if (said !== '') return said
  return blocks.find((block) => block.kind === 'heading' && block.level === 1)?.text ?? null
}
