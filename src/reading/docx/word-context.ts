import { Languages } from '../office/languages.ts'
import { Losses } from '../office/losses.ts'
import type { CslItem } from '../document.ts'
import { Calls } from './calls.ts'
import { Numbering } from './numbering.ts'
import { Pages } from './pages.ts'
import { cachedReader } from './props-cache.ts'
import { readParagraphProps } from './paragraph-props.ts'
import { RunLooks } from './run-look.ts'
import { readRunProps } from './run-props.ts'
import type { Section } from './section.ts'
import { Styles } from './styles.ts'
import type { WordPackage } from './word-package.ts'
import { wordSources } from './word-sources.ts'

/** What all stories of a file share: the text, its notes and its comments. */
export class WordContext {
  readonly styles: Styles
  readonly looks: RunLooks
  readonly numbering: Numbering
  readonly calls = new Calls()
  readonly pages = new Pages()
  readonly losses = new Losses()
  readonly languages = new Languages()
  /** Sections that have ended, in order. */
  readonly sections: Section[] = []
  /** Tracked changes that were read as accepted. */
  readonly changes = { inserted: 0, deleted: 0, moved: 0 }
  readonly runProps = cachedReader(readRunProps)
  readonly paragraphProps = cachedReader(readParagraphProps)
  title: string | null = null
  private sources: ReadonlyMap<string, CslItem> | null = null

  /** `traced`: every piece of text says where in the file it stands, for those who write into the file. */
  constructor(
    readonly file: WordPackage,
    readonly traced: boolean,
  ) {
    this.styles = new Styles(file.related('styles'))
    this.looks = new RunLooks(this.styles)
    this.numbering = new Numbering(file.related('numbering'))
  }

  /** A source that Word itself keeps for its citations. */
  source(tag: string): CslItem | null {
    this.sources ??= wordSources(this.file)
    return this.sources.get(tag) ?? null
  }
}
