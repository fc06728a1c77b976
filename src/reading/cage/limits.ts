/**
 * What the reading of one file may take. A megabyte of text takes about one second and 100 MB, so a file that asks for
 * more than this is damaged, made to harm, or no report.
 */
export const READING_LIMITS = {
  /**
   * Milliseconds of processor time, so that a busy machine refuses nothing that a quiet one reads. On a machine with a
   * core to spare whoever waits hears within 20 seconds.
   */
  time: 18_000,
  /** Milliseconds by the clock, after which even a reading that got no time to work is given up. */
  wait: 60_000,
  /** Resident megabytes of the process that reads, all told: heap, buffers and the program itself. */
  memory: 480,
  /** The same for a PDF, whose streams are unpacked in steps of up to a hundred megabytes; 600 full pages take 290. */
  memoryOfPdf: 340,
  /** Megabytes of long-lived objects, so that garbage is collected long before the process is large. */
  heap: 320,
  /** Megabytes of young objects. */
  young: 16,
} as const

export type ReadingLimits = Readonly<Record<keyof typeof READING_LIMITS, number>>

/** Milliseconds between two looks at a reading's memory: it can grow by some tens of megabytes meanwhile. */
export const LOOK_EVERY = 20

/** Files that a server reads at once: each takes a core and up to `READING_LIMITS.memory`. */
export const READINGS_AT_ONCE = 2

/** Files that may wait for their turn: each is held in memory, 20 MB at most. */
export const READINGS_WAITING = 8

/** Blocks, sentences, claims, notes, markers or warnings of a report on a desk: five books, and 300 MB while it is stored. */
export const LONGEST_LIST = 40_000
