import type { DatabaseKind } from './url.ts'

/** Tables whose rows are never changed or deleted; a publication may be withdrawn, and of the last two a body destroyed (prisma/triggers/). */
export const GUARDED_TABLES = [
  'Event',
  'Verdict',
  'OutcomeDecision',
  'RiskDecision',
  'Draft',
  'Note',
  'Marker',
  'ReadingCorrection',
  'ReadingConfirmation',
  'Classification',
  'Evidence',
  'Tick',
  'ClaimEdit',
  'DifferenceDecision',
  'ContactAttempt',
  'ContactChange',
  'Initials',
  'HandOver',
  'SourceJudgement',
  'Capture',
  'LinkCheck',
  'SourceFall',
  'TreeHead',
  'Waiver',
  'Caveat',
  'SignOff',
  'WentOut',
  'Correction',
  'Publication',
  'SealedText',
  'Blob',
] as const

/** What the triggers refuse. SQLite has no TRUNCATE. */
const REFUSED: Record<DatabaseKind, readonly string[]> = {
  sqlite: ['update', 'delete'],
  postgresql: ['update', 'delete', 'truncate'],
}

/** Names of the triggers that must be in a database of this kind. */
export function expectedTriggers(kind: DatabaseKind): string[] {
  return GUARDED_TABLES.flatMap((table) => REFUSED[kind].map((change) => `${table}_refuse_${change}`))
}

/**
 * Checks that no trigger is missing among those `found` in the database.
 * @throws Error one line that names what is missing
 */
export function assertTriggers(kind: DatabaseKind, found: readonly string[]): void {
  const missing = expectedTriggers(kind).filter((name) => !found.includes(name))
  if (missing.length === 0) return
  throw new Error(
    `The database lacks triggers that keep history from being rewritten: ${missing.join(', ')}. ` +
      'Restore a backup, or run their statements from prisma/triggers/ again.',
  )
}
