import type { NoteKind } from '../document.ts'
import type { OdtPackage } from './odt-package.ts'
import type { OdtWriter } from './odt-writer.ts'

/** A note or comment whose body is being read. */
export interface OpenNote {
  readonly key: string
  readonly kind: NoteKind
  /** The sign that the writer put in place of a number. */
  ownLabel: string | null
  readonly thread: Thread | null
  /** How many paragraphs were open around it. */
  readonly paragraphs: number
}

/** A comment and its answers. `waits`: the end of its words is still to come. */
export interface Thread {
  readonly key: string
  waits: boolean
  isCalled: boolean
  hasWords: boolean
}

/** What the handlers of elements share. */
export interface OdtContext {
  readonly file: OdtPackage
  readonly writer: OdtWriter
  /** Names of comments whose words have an end of their own. */
  readonly annotationEnds: ReadonlySet<string>
  /** The threads of comments, by the names of their comments. */
  readonly threads: Map<string, Thread>
  readonly notes: OpenNote[]
  /** Of each frame around this place, whether one of its pictures of the same thing was taken. */
  readonly frames: boolean[]
  /** Sections around this place: whether they are hidden. */
  readonly sections: boolean[]
  /** Paragraphs around this place; text outside of all is none. */
  paragraphs: number
  changes: number
  footnotes: number
  /** Comments begun, and threads of them that have their call. */
  comments: number
  annotations: number
}
