import type { Line, OpenSpan } from './line.ts'

/** Links and citations in each other, or left open by a damaged file. */
export const MOST_LINKS = 10

/** The links that are open at a place of a story. Each begun needs its end, whether it leads anywhere or not. */
export class OpenLinks {
  private readonly links: (OpenSpan | null)[] = []

  /** Begins a link; null for one that leads nowhere. One inside too many others is passed over. */
  begin(open: (() => OpenSpan) | null): void {
    this.links.push(open === null || this.links.length >= MOST_LINKS ? null : open())
  }

  /** Ends the innermost link in the line being written. */
  end(line: Line): void {
    const link = this.links.pop()
    if (link) line.closeSpan(link)
  }
}
