import { readFileSync } from 'node:fs'

interface ElementNames {
  readonly void: readonly string[]
  readonly dropped: readonly string[]
  readonly block: readonly string[]
  readonly code: readonly string[]
}

const names = JSON.parse(readFileSync(new URL('./elements.json', import.meta.url), 'utf8')) as ElementNames

/** Elements that never have content or an end tag. */
export const VOID: ReadonlySet<string> = new Set(names.void)

/** Elements whose content is no text of the page: programs, form controls, navigation, annotations of ruby and formulas. */
export const DROPPED: ReadonlySet<string> = new Set(names.dropped)

/** Elements that begin and end a block of text. */
export const BLOCK: ReadonlySet<string> = new Set(names.block)

/** Elements whose text is code inside a line. */
export const CODE: ReadonlySet<string> = new Set(names.code)
