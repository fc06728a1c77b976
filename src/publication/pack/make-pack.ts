import type { Database } from '../../db/database.ts'
import { Conflict, Invalid } from '../../errors.ts'
import { loadPack, type PackAsked } from './load-pack.ts'
import { packFiles } from './pack-files.ts'
import { WHY, type Why } from './withholding.ts'
import { check } from './verifier/verify.mjs'
import { zipOf } from './write-zip.ts'

export interface MadePack {
  readonly bytes: Uint8Array
  /** Number of the draft. */
  readonly draft: number
  readonly claims: number
  readonly sources: number
  /** What should be in it and is not to be found, in words. */
  readonly missing: readonly string[]
}

/** What of a pack stays out of it because the desk has lost it. */
const LOST: ReadonlySet<string> = new Set<Why>([WHY.missing, WHY.changed])

/**
 * The audit pack of a report: a zip that a stranger checks without Stet. It is checked before it is given out.
 * @throws NotFound no such report, or its text was destroyed · Conflict it would not hold, or what it would tell is not to be told ·
 *   Invalid it is too large
 */
export async function makePack(db: Database, asked: PackAsked): Promise<MadePack> {
  const parts = await loadPack(db, asked)
  const files = packFiles(parts)
  const { broken } = await check(new Map(files.map(({ name, bytes }) => [name, bytes])))
  if (broken !== null)
    throw new Conflict(
      `This pack would not hold: ${broken.what}: ${broken.why}. Run “stet verify”. Nothing was exported.`,
    )
  return {
    bytes: zipped(files),
    draft: parts.snapshot.draft.number,
    claims: parts.snapshot.claims.length,
    sources: parts.snapshot.sources.length,
    missing: parts.withheld
      .filter(({ why }) => LOST.has(why))
      .map(({ what, where, why, hash }) => `${what}${where === null ? '' : ` (${where})`}, ${hash}: ${why}`),
  }
}

function zipped(files: Parameters<typeof zipOf>[0]): Uint8Array {
  try {
    return zipOf(files)
  } catch (error) {
    if (error instanceof RangeError)
      throw new Invalid('This pack is too large for a zip: more than 4 GB. Nothing was exported.')
    throw error
  }
}
