/** The tables that are open around a place, and how many cells each has. */
export class Tables {
  private readonly cells: { count: number; readonly start: number }[] = []

  get isOpen(): boolean {
    return this.cells.length > 0
  }

  /** `start`: index of the first block that will stand in the table. */
  begin(start: number): void {
    this.cells.push({ count: 0, start })
  }

  cell(): void {
    const table = this.cells.at(-1)
    if (table) table.count++
  }

  /** Ends the innermost table. Returns where its blocks start when it is a mere frame: one cell, in no other table. */
  end(): number | null {
    const table = this.cells.pop()
    return table?.count === 1 && !this.isOpen ? table.start : null
  }
}
