/** A file that is broken or made to harm, and what has to become of it. */
export interface HostileFile {
  /** With an ending, true or false. */
  readonly name: string
  readonly make: () => Uint8Array | string
  readonly expected: Expected
}

/**
 * `refused`: what the message says. `read`: part of the text that is read. `warned`: rules that are among its warnings.
 */
export type Expected =
  { readonly refused: RegExp } | { readonly read: string; readonly warned?: readonly string[] }

/** Words that a file on this machine or an answer of a server on it holds, and no reading may. */
export const CANARY = 'canary-of-the-lighthouse'

/** What hostile files point at: a file on this machine (an absolute path) and a web server on it. */
export interface Bait {
  readonly path: string
  readonly url: string
}

/** Copies of a piece, as one string. */
export const times = (count: number, piece: string): string => piece.repeat(count)

/** Pieces made from their number, from 0. */
export const numbered = (count: number, make: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => make(i)).join('')
