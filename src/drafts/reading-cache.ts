import type { Database } from '../db/database.ts'
import { standingReading, type StandingReading } from './standing-reading.ts'

/** Drafts whose readings are kept at once: those that people are at work on. */
const MOST = 8

const kept = new Map<string, Promise<StandingReading>>()

/**
 * A draft's reading as it stands at a revision (the number of its newest correction, 0 for none), from memory where it was
 * asked for lately. A reading never changes but by a correction, and holds places and labels, no word of the text. Whoever
 * calls has asked whether the reader may see the draft.
 */
export function readingAt(db: Database, draftId: string, revision: number): Promise<StandingReading> {
  const key = `${draftId} ${revision}`
  const reading = kept.get(key) ?? standingReading(db, draftId)
  reading.catch(() => kept.delete(key))
  kept.delete(key)
  kept.set(key, reading) // last used last, so that the first is the one to let go
  for (const oldest of [...kept.keys()].slice(0, -MOST)) kept.delete(oldest)
  return reading
}
