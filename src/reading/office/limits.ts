/**
 * What a package of parts may come to. An honest report stays far below all of these: ten megabytes of text are about
 * sixty of Word's XML, and pictures are never unpacked.
 */

/** Entries in the archive. A book of three thousand pictures has about as many. */
export const MOST_ENTRIES = 10_000
/** Bytes of one part, unpacked. A string of it takes twice as much, and the reader as a whole half a gigabyte at most. */
export const LARGEST_PART = 80_000_000
/** Bytes of all parts that are read, unpacked. */
export const LARGEST_WHOLE = 160_000_000
/** Elements in each other. Word itself gives up at a few hundred; libxml2 stops at 256. */
export const DEEPEST = 1000
