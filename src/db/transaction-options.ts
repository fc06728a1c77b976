/**
 * How long, in milliseconds, a transaction may wait for its turn and how long it may then take. Long enough that a
 * thousand that arrive at once all get through; what takes longer is stuck and must not hold up the others.
 */
export const TRANSACTION_OPTIONS = { maxWait: 60_000, timeout: 60_000 }
