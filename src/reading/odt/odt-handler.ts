import type { XmlCursor } from '../office/xml-cursor.ts'
import type { OdtContext } from './odt-context.ts'

/** Tells the writer what an element says. It may move the cursor up to the element's end. */
export type OdtHandler = (context: OdtContext, cursor: XmlCursor) => void

/** By name of the element, for its beginning and its end. */
export interface OdtHandlers {
  readonly open: Readonly<Record<string, OdtHandler>>
  readonly close: Readonly<Record<string, OdtHandler>>
}

/** Passes over an element that says nothing to readers. */
export const pass: OdtHandler = (_, cursor) => cursor.skip()
