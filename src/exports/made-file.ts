/** A file that is to leave. */
export interface MadeFile {
  readonly bytes: Uint8Array
  /** Number of the draft. */
  readonly draft: number
  /** What the history says of it. */
  readonly counts:
    | { readonly comments: number; readonly changes: number }
    | { readonly claims: number; readonly sources: number }
  /** Claims whose words could not be found in the file with certainty; their comments stand at its beginning. */
  readonly unplaced: number
  /** What should be in it and is not to be found at the desk, in words. */
  readonly missing?: readonly string[]
}
