/** Where the pages before and after this one are, and what this one shows: "101–200 of 312". */
export interface PageLinks {
  readonly words: string
  readonly previous: string | null
  readonly next: string | null
}

/** A page number as a query string gives it: an integer from 1, else 1. */
export const pageNumber = (given: string): number => (/^[1-9]\d{0,5}$/.test(given) ? Number(given) : 1)

export function pageLinks(
  { page, perPage, total }: { page: number; perPage: number; total: number },
  hrefOf: (page: number) => string,
): PageLinks {
  const first = (page - 1) * perPage + 1
  const last = Math.min(total, page * perPage)
  return {
    words: first > total ? `none of ${total}` : `${first}–${last} of ${total}`,
    previous: page > 1 ? hrefOf(page - 1) : null,
    next: last < total ? hrefOf(page + 1) : null,
  }
}
