import { Conflict } from '../errors.ts'

/** Below this share of its claims that find a place, a text looks like another report's. */
const LEAST_SHARE = 0.2

/** A draft that may have been sent by mistake. Nothing was imported; whoever means it says so, and it is. */
export class DoubtfulDraft extends Conflict {
  /** What is odd about it, as one sentence. */
  readonly doubt: string

  constructor(doubt: string) {
    super(`${doubt} Nothing was imported. If it is the next draft all the same, import it anyway.`)
    this.doubt = doubt
  }
}

/** @throws DoubtfulDraft fewer than a fifth of the claims that had a place have one in the text */
export function assertSameReport(found: number, of: number): void {
  if (of === 0 || found >= LEAST_SHARE * of) return
  const some = found === 1 ? 'one finds a place' : `${found} find a place`
  throw new DoubtfulDraft(
    `This looks like another report: of ${of === 1 ? '1 claim' : `${of} claims`} ${found === 0 ? 'none finds a place' : some} in it.`,
  )
}

/** @throws DoubtfulDraft the text is that of the draft before, word for word. `before`: null where that was destroyed */
export function assertOtherText(
  text: string,
  before: { readonly number: number; readonly text: string | null },
): void {
  if (text === before.text)
    throw new DoubtfulDraft(`Its text is that of draft ${before.number}, word for word.`)
}
