/**
 * Index of the first item that lies beyond a place, the length where none does; found by halves. `isBeyond` holds for all
 * items behind the first one it holds for.
 */
export function firstIndex<T>(sorted: readonly T[], isBeyond: (item: T) => boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    const item = sorted[middle]
    if (item === undefined || isBeyond(item)) high = middle
    else low = middle + 1
  }
  return low
}
