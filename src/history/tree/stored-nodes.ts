/**
 * The lowest level of the tree whose nodes are stored. What is below is made of the events themselves, at most fifteen leaves at
 * either end of a proof: an eighth of the rows for no more than two short ranges to read.
 */
export const LOWEST_LEVEL = 4

/** The leaves under one node of the lowest level that is stored. */
export const BLOCK = 2 ** LOWEST_LEVEL
