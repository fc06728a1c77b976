/** Counts how much of a text is in which language, as its runs say. */
export class Languages {
  private readonly lengths = new Map<string, number>()

  add(language: string | null, length: number): void {
    if (language !== null) this.lengths.set(language, (this.lengths.get(language) ?? 0) + length)
  }

  /** The language of most of the text (BCP 47), null when nothing says. */
  get main(): string | null {
    let best: string | null = null
    for (const [language, length] of this.lengths)
      if (best === null || length > (this.lengths.get(best) ?? 0)) best = language
    return best
  }
}
