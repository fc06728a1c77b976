import type { TextRule } from '../rule.ts'

/** Three of them fence code. */
const OPENS = /^["“”„«»「『]|^``(?!`)/

export const unclosedQuotation: TextRule = {
  id: 'unclosed-quotation',
  severity: 'warning',
  why: 'Where a quotation does not end, readers take the writer’s words for the speaker’s. One that runs over several paragraphs opens each and closes the last.',
  find: (audited) =>
    audited.quotations.runs
      .filter((run) => {
        const words = audited.quote(run).trimEnd()
        return OPENS.test(words) && !CLOSED.test(words)
      })
      .map(({ start, end }) => ({
        at: { start, end: Math.min(end, start + SHOWN) },
        message: 'This quotation opens and never closes.',
      })),
}

/** What stands at the end of a quotation that was closed. */
const CLOSED = /(?:["”“»«」』]|'')$/u
/** Characters of it that a finding shows. */
const SHOWN = 80
