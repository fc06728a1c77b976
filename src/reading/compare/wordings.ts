import { lettersOf, wordingOf } from '../../text/similarity-wording.ts'
import { isRespaced } from './respaced.ts'

/** The wordings of the passages of one comparison, each folded once, and only where letters alone do not tell. */
export class Wordings {
  private readonly letters = new Map<string, string>()
  private readonly wordings = new Map<string, string>()

  lettersOf(words: string): string {
    return remembered(this.letters, words, lettersOf)
  }

  of(words: string): string {
    return remembered(this.wordings, words, wordingOf)
  }

  /** Whether two texts say the same, typography aside. */
  areSame(old: string, next: string): boolean {
    if (old === next) return true
    const [before, after] = [this.lettersOf(old), this.lettersOf(next)]
    if (before.length !== after.length || before.toLowerCase() !== after.toLowerCase()) return false
    return (before === after && this.of(old) === this.of(next)) || isRespaced(old, next)
  }
}

function remembered(known: Map<string, string>, words: string, make: (words: string) => string): string {
  const made = known.get(words) ?? make(words)
  known.set(words, made)
  return made
}
