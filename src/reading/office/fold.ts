/** White space other than single spaces, and characters that are not shown. */
const UNTIDY = /[\p{Cc}\u00a0\u00ad\u200b\ufeff]| {2}/u
const SPACES = /[ \t\n\v\f\r\u00a0]+/g
const UNSEEN = /[^\P{Cc}\t\n\v\f\r]|[\u00ad\u200b\ufeff]/gu

/** Text as it is shown in a line: white space as single spaces, no soft hyphens, nothing that has no width. */
export const fold = (raw: string): string =>
  UNTIDY.test(raw) ? raw.replace(UNSEEN, '').replace(SPACES, ' ') : raw
