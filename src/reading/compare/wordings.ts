import { wordingOf } from '../../text/similarity-wording.ts'

/** The wordings of the passages of one comparison, each folded once. */
export class Wordings {
  private readonly known = new Map<string, string>()

  of(words: string): string {
    const known = this.known.get(words)
    if (known !== undefined) return known
    const wording = wordingOf(words)
    this.known.set(words, wording)
    return wording
  }
}
