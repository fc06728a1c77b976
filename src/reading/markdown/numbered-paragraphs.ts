import type Token from 'markdown-it/lib/token.mjs'

interface OpenList {
  readonly opening: Token
  readonly items: Token[]
}

/**
 * The tokens of lists that are none: one item with a number other than 1 is a numbered paragraph of a report
 * ("201. …"), whose number is part of the text.
 */
export function numberedParagraphs(tokens: readonly Token[]): ReadonlySet<Token> {
  const found = new Set<Token>()
  const open: OpenList[] = []
  for (const token of tokens) {
    if (token.type === 'ordered_list_open' || token.type === 'bullet_list_open')
      open.push({ opening: token, items: [] })
    else if (token.type === 'list_item_open' || token.type === 'list_item_close')
      open.at(-1)?.items.push(token)
    else if (token.type === 'ordered_list_close' || token.type === 'bullet_list_close') {
      const list = open.pop()
      if (list && isNumberedParagraph(list))
        for (const part of [list.opening, ...list.items, token]) found.add(part)
    }
  }
  return found
}

const isNumberedParagraph = ({ opening, items }: OpenList): boolean =>
  opening.type === 'ordered_list_open' && items.length === 2 && Number(opening.attrGet('start') ?? '1') > 1
