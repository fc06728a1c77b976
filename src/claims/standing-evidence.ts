import { standingRows } from '../db/standing-rows.ts'

/** What a row of evidence says about what: of the three at least one is there. */
export interface EvidenceAbout {
  readonly citationId: string | null
  readonly sourceId: string | null
  readonly contactId: string | null
}

/** A row of the evidence on one claim. A row with `withdraws` takes back the one it names. */
export interface GivenEvidence extends EvidenceAbout {
  readonly id: string
  readonly judgedById: string
  /** The row that this one takes the place of. */
  readonly supersedesId: string | null
  readonly withdraws: string | null
}

/** What a judgement is about: a contact, else a citation, else a source. */
export const aboutKey = ({ citationId, sourceId, contactId }: EvidenceAbout): string =>
  contactId !== null
    ? `contact ${contactId}`
    : citationId !== null
      ? `citation ${citationId}`
      : `source ${sourceId ?? ''}`

/**
 * The evidence on one claim that stands: of each person the newest judgement of each citation, source or contact that they
 * did not take back. Rows come in the order they were given.
 */
export function standingEvidence<E extends GivenEvidence>(rows: readonly E[]): E[] {
  const given = standingRows(rows)
  const superseded = new Set(given.map((row) => row.supersedesId))
  const newest = new Map(given.map((row) => [`${row.judgedById} ${aboutKey(row)}`, row.id]))
  return given.filter(
    (row) => !superseded.has(row.id) && newest.get(`${row.judgedById} ${aboutKey(row)}`) === row.id,
  )
}
