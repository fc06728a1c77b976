/**
 * What a spreadsheet takes for a formula or a command when it opens a CSV file: a cell that begins with one of these signs, after
 * any space. Source: OWASP, CSV Injection.
 */
const DANGEROUS = /^'*(?:\s*[=+\-@＝＋－＠|]|[\t\r\n\0])/

/** A number as people write one, which is nothing but a number: −12,5 or +3.0 %. */
const NUMBER = /^[+-]?\d+(?:[.,\u00a0 ]\d+)*\s?%?$/

/**
 * A cell's text so that no spreadsheet runs it: with an apostrophe before it where it could be a formula. Numbers stay. An
 * apostrophe that stood there already gets another before it, so that `rearmed` gives every text back as it was.
 */
export const disarmed = (text: string): string =>
  DANGEROUS.test(text) && !NUMBER.test(text) ? `'${text}` : text

/** A text as it was before it was disarmed. */
export const rearmed = (text: string): string =>
  text.startsWith("'") && DANGEROUS.test(text) ? text.slice(1) : text
