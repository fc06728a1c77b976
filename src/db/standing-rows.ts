/** A row of a table that is never updated. One with `withdraws` takes back the row that it names. */
interface Withdrawable {
  readonly id: string
  readonly withdraws: string | null
}

/** The rows that nobody took back, in their order. */
export function standingRows<Row extends Withdrawable>(rows: readonly Row[]): Row[] {
  const back = new Set(rows.map(({ withdraws }) => withdraws))
  return rows.filter(({ id, withdraws }) => withdraws === null && !back.has(id))
}
