import type { Hidden } from '../claims/hidden.ts'
import type { Database } from '../db/database.ts'
import { makePack } from '../publication/pack/make-pack.ts'
import { packInclusions } from '../publication/pack/pack.ts'
import type { Inclusion } from './formats.ts'
import type { MadeFile } from './made-file.ts'

export interface PackRequest {
  readonly reportId: string
  readonly include: readonly Inclusion[]
  readonly hidden: Hidden
  readonly at: Date
}

/** The audit pack of a report: of its newest publication, or of how it stands. */
export async function loadPackFile(db: Database, request: PackRequest): Promise<MadeFile> {
  const include = packInclusions.filter((part) => request.include.includes(part))
  const { bytes, draft, claims, sources, missing } = await makePack(db, { ...request, include })
  return { bytes, draft, counts: { claims, sources }, unplaced: 0, missing }
}
