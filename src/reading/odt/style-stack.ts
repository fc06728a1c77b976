import type { Look } from '../office/line.ts'
import type { ResolvedStyle } from './odt-styles.ts'

/** Letters of scripts that are laid out in a complex way: Hebrew, Arabic, those of India and South-East Asia. */
const COMPLEX = /[\u0590-\u109f]/

/** The styles in force at a place: the paragraph's own, then those of the spans that are open. */
export class StyleStack {
  private readonly styles: ResolvedStyle[] = []

  get paragraph(): ResolvedStyle | undefined {
    return this.styles[0]
  }

  get look(): Look {
    return {
      raised: this.styles.some((style) => style.raised),
      code: this.styles.some((style) => style.isCode),
    }
  }

  get isHidden(): boolean {
    return this.styles.some((style) => style.hidden)
  }

  beginParagraph(style: ResolvedStyle): void {
    this.styles.length = 0
    this.styles.push(style)
  }

  endParagraph(): void {
    this.styles.length = 0
  }

  beginSpan(style: ResolvedStyle): void {
    this.styles.push(style)
  }

  endSpan(): void {
    this.styles.pop()
  }

  /** The language that the innermost style gives to a text of its script. BCP 47. */
  language(text: string): string | null {
    const key = COMPLEX.test(text) ? 'complexLanguage' : 'language'
    return this.styles.findLast((style) => style[key] !== null)?.[key] ?? null
  }
}
