import type { Attribution, Tests } from '../document.ts'
import type { Findings } from './cues.ts'
import type { Tokens } from './tokens.ts'

/** Who a statement is put to, and what a verdict on it tests. */
export function attributionOf(
  text: string,
  tokens: Tokens,
  findings: Findings,
): { attribution: Attribution | null; tests: Tests } {
  const [speaker] = findings.speakers
  if (speaker === undefined) return { attribution: null, tests: 'that it is so' }
  const start = tokens.starts[speaker.people.from] ?? 0
  const end = tokens.ends[speaker.people.to - 1] ?? start
  return {
    attribution: { start, end, text: text.slice(start, end), named: false },
    tests: 'that it was said',
  }
}
