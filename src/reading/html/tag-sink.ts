import type { Attributes } from './attributes.ts'

/** Takes the tags and the text of a page in their order. Names are in lower case, references like `&amp;` are resolved. */
export interface TagSink {
  open(name: string, attributes: Attributes, selfClosing: boolean): void
  close(name: string): void
  text(text: string): void
}
