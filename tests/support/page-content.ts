import { type DefaultTreeAdapterTypes, parse } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/** A page as a browser understands it. */
export interface PageContent {
  /** Everything that is printed, with single spaces. */
  readonly text: string
  readonly hrefs: readonly string[]
  readonly elements: readonly PageElement[]
}

export interface PageElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string
}

export function pageContent(html: string): PageContent {
  const elements = elementsOf(parse(html)).map((element) => ({
    name: element.tagName,
    attributes: Object.fromEntries(element.attrs.map(({ name, value }) => [name, value])),
    text: textOf(element),
  }))
  return {
    text: elements.find(({ name }) => name === 'body')?.text ?? '',
    hrefs: elements.flatMap(({ attributes }) => attributes['href'] ?? []),
    elements,
  }
}

/** What in a page could run or lead to something that a report's author put there. A page of ours has none of it. */
export const foreignParts = (html: string): readonly PageElement[] =>
  pageContent(html).elements.filter(
    ({ name, attributes, text }) =>
      (name === 'script' && (text !== '' || !attributes['src']?.startsWith('/js/'))) ||
      ['img', 'iframe', 'object', 'embed', 'base'].includes(name) ||
      Object.keys(attributes).some((attribute) => attribute.startsWith('on')) ||
      ['href', 'src', 'action'].some((link) =>
        /^\s*(?:javascript|data|vbscript):/i.test(attributes[link] ?? ''),
      ),
  )

const elementsOf = (node: Node): Element[] => [
  ...('tagName' in node ? [node] : []),
  ...('childNodes' in node ? node.childNodes.flatMap(elementsOf) : []),
]

const textOf = (node: Node): string => rawTextOf(node).replace(/\s+/g, ' ').trim()

function rawTextOf(node: Node): string {
  if ('value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(rawTextOf).join(' ') : ''
}
