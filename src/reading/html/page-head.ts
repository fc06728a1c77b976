import { attribute, type Attributes } from './attributes.ts'
import type { TagSink } from './tag-sink.ts'

/** Listens for what a page says of itself: its title and its language. */
export class PageHead implements TagSink {
  title: string | null = null
  language: string | null = null
  private inTitle = false
  private drawings = 0

  open(name: string, attributes: Attributes): void {
    if (name === 'svg') this.drawings++
    this.inTitle = name === 'title' && this.drawings === 0 && this.title === null
    if (this.inTitle) this.title = ''
    if (name === 'html' || name === 'body')
      this.hear(attribute(attributes, 'lang') ?? attribute(attributes, 'xml:lang'))
    if (name === 'meta' && attribute(attributes, 'http-equiv')?.toLowerCase() === 'content-language') {
      this.hear(attribute(attributes, 'content'))
    }
  }

  close(name: string): void {
    if (name === 'svg') this.drawings--
    if (name === 'title') this.inTitle = false
  }

  text(text: string): void {
    if (this.inTitle) this.title = (this.title ?? '') + text
  }

  private hear(tag: string | null): void {
    const language = tag?.trim() ?? ''
    if (this.language === null && /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,5}$/.test(language))
      this.language = language
  }
}
