export type Cell = string | number | null

/** A table of text and numbers. Every row has as many cells as there are columns. */
export interface Table {
  readonly name: string
  readonly columns: readonly { readonly name: string; readonly wide?: boolean }[]
  readonly rows: readonly (readonly Cell[])[]
}
