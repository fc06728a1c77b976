/**
 * Counts the pages of a Word file: by the breaks that Word noted when it last laid the file out, and by breaks that the
 * writer put. Behind a writer's break Word notes one of its own; the two are one page.
 */
export class Pages {
  number = 1
  /** Whether Word noted its breaks: without them the count only knows the writer's. */
  isRendered = false
  /** Whether there was any break. */
  isBroken = false
  private isFresh = false
  private readonly rows: { readonly first: number; last: number }[] = []

  /** A break that the writer put. Returns the number of the page that begins. */
  broken(): number {
    this.isFresh = true
    return this.next()
  }

  /** A break that Word noted. Returns the number of the page that begins, null when it began already. */
  rendered(): number | null {
    this.isRendered = true
    if (!this.isFresh) return this.next()
    this.isFresh = false
    return null
  }

  /** Something was shown on the page. */
  filled(): void {
    this.isFresh = false
  }

  beginRow(): void {
    this.rows.push({ first: this.number, last: this.number })
  }

  /** Cells of a row stand side by side: each begins on the page of the row. Returns that page when it is another one. */
  beginCell(): number | null {
    const row = this.rows.at(-1)
    if (!row || this.number === row.first) return null
    row.last = Math.max(row.last, this.number)
    return (this.number = row.first)
  }

  /** Returns the page that the row ends on, when its last cell ends on another. */
  endRow(): number | null {
    const row = this.rows.pop()
    if (!row || row.last <= this.number) return null
    return (this.number = row.last)
  }

  private next(): number {
    this.isBroken = true
    return ++this.number
  }
}
