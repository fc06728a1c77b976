import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeDatabase } from '../src/db/database.ts'
import { openMigratedDatabase } from '../src/db/open-migrated.ts'
import { importDraft } from '../src/drafts/import-draft.ts'
import { importReport } from '../src/drafts/import-report.ts'
import { runScripts } from '../tests/support/carried-truth.ts'
import type { Measured } from './support/figures.ts'
import { revision } from './support/revised-text.ts'

const CLAIMS = 5000
/** First drafts, and next drafts of each: 100,000 scripts. */
const DRAFTS = 10_000
const SCRIPTS = 10

/** What a new draft costs, and whether generated edits of drafts ever carry a verdict or a claim where it does not belong. */
export async function benchDrafts(): Promise<readonly Measured[]> {
  return [await placing(), ...(await editing())]
}

async function placing(): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-bench-drafts-'))
  const db = await openMigratedDatabase(`file:${join(folder, 'stet.db')}`)
  const { old, next } = revision(CLAIMS)
  const file = { name: 'draft.txt', type: 'text', importedBy: null, at: new Date() } as const
  const { id } = await importReport(db, { ...file, bytes: Buffer.from(old) })
  const before = process.cpuUsage()
  const made = await importDraft(db, { ...file, reportId: id, bytes: Buffer.from(next) })
  const { user, system } = process.cpuUsage(before)
  await closeDatabase(db)
  rmSync(folder, { recursive: true })
  return {
    name: 'CPU time of placing and storing a new draft of 5,000 claims, reading included where it is done in this process',
    value: (user + system) / 1_000_000,
    unit: 's',
    target: { max: 5 },
    detail: `${made.placed} as they stood, ${made.moved} moved, ${made.edited} edited, ${made.orphaned} not found, ${made.added} new`,
  }
}

async function editing(): Promise<readonly Measured[]> {
  const all = { placed: 0, stale: 0, same: 0, kept: 0 }
  const silent: string[] = []
  const foreign: string[] = []
  for (let seed = 1; seed <= DRAFTS; seed++)
    for (const result of await runScripts(seed, SCRIPTS)) {
      for (const key of ['placed', 'stale', 'same', 'kept'] as const) all[key] += result[key]
      silent.push(...result.silent)
      foreign.push(...result.foreign)
    }
  return [
    {
      name: '100,000 edit scripts: verdicts that hold on changed words or notes',
      value: silent.length,
      unit: 'verdicts',
      target: { max: 0 },
      detail: `${all.placed} claims placed, ${all.stale} stale; ${all.kept} of ${all.same} untouched ones kept theirs. ${silent.slice(0, 3).join(' · ')}`,
    },
    {
      name: '100,000 edit scripts: claims on words that are not theirs',
      value: foreign.length,
      unit: 'claims',
      target: { max: 0 },
      detail: `all stale; ${foreign.slice(0, 3).join(' · ')}`,
    },
  ]
}
