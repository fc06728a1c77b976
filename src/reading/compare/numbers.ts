import { readData } from './read-data.ts'
import type { Token } from './tokens.ts'

const lists = readData('quantities.json') as {
  readonly numbers: readonly string[]
  readonly dates: readonly string[]
}
const NUMBERS = new Set(lists.numbers)
const DATES = new Set(lists.dates)
const SIGNS = '$£€¥%‰°+-'

/** Whether a token is a number in digits or words, a month or a day of the week. */
export const isQuantity = ({ text }: Token): boolean =>
  /^\p{N}/u.test(text) || NUMBERS.has(text.toLowerCase()) || DATES.has(text)

/**
 * The quantities of a text that are among its `changed` tokens or touch one, sorted, each as its value is written: digits
 * without the commas that group them, with the sign of currency, share or minus that touches them; number words, months
 * and days as words.
 */
export function quantitiesOf(tokens: readonly Token[], changed: ReadonlySet<Token>): string[] {
  const isChanged = (token: Token | undefined): boolean => token !== undefined && changed.has(token)
  return tokens
    .flatMap((token, index) => {
      if (!isChanged(token) && !isChanged(tokens[index - 1]) && !isChanged(tokens[index + 1])) return []
      return isQuantity(token) ? [valueAt(tokens, token, index)] : []
    })
    .sort()
}

function valueAt(tokens: readonly Token[], token: Token, index: number): string {
  const [before, after] = [tokens[index - 1], tokens[index + 1]]
  const sign = before?.end === token.start && isSign(before, tokens[index - 2]) ? before.text : ''
  const unit = after?.start === token.end && after.text === '%' ? '%' : ''
  return `${sign}${ungrouped(token.text.toLowerCase())}${unit}`
}

/** A dash is a minus only where nothing touches its other side. */
const isSign = ({ text, start }: Token, before: Token | undefined): boolean =>
  SIGNS.includes(text) && (text !== '-' || before?.end !== start)

const ungrouped = (number: string): string =>
  /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(number) ? number.replaceAll(',', '') : number
