import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addAccount } from '../src/accounts/add-account.ts'
import type { Actor } from '../src/accounts/account.ts'
import { auditReport } from '../src/audit/audit-report.ts'
import { nothingHidden } from '../src/claims/hidden.ts'
import { closeDatabase, type Database } from '../src/db/database.ts'
import { inTransaction } from '../src/db/in-transaction.ts'
import { insertRows } from '../src/db/insert-rows.ts'
import { newId } from '../src/db/new-id.ts'
import { openMigratedDatabase } from '../src/db/open-migrated.ts'
import { importReport } from '../src/drafts/import-report.ts'
import { seal } from '../src/history/sealed-text.ts'
import { publish } from '../src/publication/publish.ts'
import type { Measured } from './support/figures.ts'
import { revision } from './support/revised-text.ts'

/** Pieces of evidence with an excerpt on each claim. */
const EVIDENCE = 2

/** What an audit of a large report costs, and the step that publishes. */
export async function benchGate(): Promise<readonly Measured[]> {
  return [await auditing(5_000), await publishing(1_000)]
}

async function auditing(claims: number): Promise<Measured> {
  return withReport(claims, async (db, { reportId }) => {
    const times: number[] = []
    let found = 0
    for (let run = 0; run < 3; run++) {
      const before = process.cpuUsage()
      const { findings } = await auditReport(db, reportId, { hidden: nothingHidden(''), at: new Date() })
      const { user, system } = process.cpuUsage(before)
      times.push((user + system) / 1_000_000)
      found = findings.length
    }
    return {
      name: `CPU time of auditing a report of ${claims} claims`,
      value: median(times),
      unit: 's',
      target: { max: 2 },
      detail: `${EVIDENCE} pieces of evidence each, ${found} findings; first run ${times[0]?.toFixed(2) ?? ''} s`,
    }
  })
}

async function publishing(claims: number): Promise<Measured> {
  return withReport(claims, async (db, { reportId, editor }) => {
    const { currentDraftId } = await db.report.findUniqueOrThrow({ where: { id: reportId } })
    const publication = { reportId, draftId: currentDraftId ?? '', publishedBy: editor, at: new Date() }
    await auditReport(db, reportId, { hidden: nothingHidden(''), at: new Date() })
    const before = performance.now()
    const answer = await publish(db, publication).then(
      ({ number }) => `published as ${number}`,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    )
    return {
      name: `A gate decision in the publishing transaction, ${claims} claims, after somebody looked at the audit`,
      value: performance.now() - before,
      unit: 'ms',
      target: { max: 500 },
      detail: answer,
    }
  })
}

interface Made {
  readonly reportId: string
  readonly editor: Actor
}

async function withReport<T>(claims: number, use: (db: Database, made: Made) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-bench-gate-'))
  const db = await openMigratedDatabase(`file:${join(folder, 'stet.db')}`)
  try {
    return await use(db, await reportWith(db, claims))
  } finally {
    await closeDatabase(db)
    rmSync(folder, { recursive: true })
  }
}

/** A report whose claims are all substantiated and stand. */
async function reportWith(db: Database, claims: number): Promise<Made> {
  const at = new Date()
  const editor = await addAccount(db, {
    ...{ email: 'eve@desk.example', name: 'Eve', role: 'editor', legal: false, passwordHash: null },
    ...{ by: null, at },
  })
  const file = { name: 'draft.txt', type: 'text', importedBy: editor, at } as const
  const { id: reportId } = await importReport(db, { ...file, bytes: Buffer.from(revision(claims).old) })
  const rows = await db.claim.findMany({ where: { reportId }, select: { id: true } })
  const source = { id: newId(), key: 'log', kind: 'document', title: 'The log', createdAt: at }
  await db.source.create({ data: source })
  const evidence = rows.flatMap(({ id }) =>
    Array.from({ length: EVIDENCE }, () => ({
      claimId: id,
      excerpt: seal('“Nothing was said of it,” the log has, on 3 May 2021, of 240 crowns.'),
    })),
  )
  await inTransaction(db, async (tx) => {
    await tx.$executeRaw`
      UPDATE "Claim" SET "status" = 'substantiated', "outcome" = 'stands', "settled" = TRUE, "checkers" = 1`
    await insertRows(
      tx,
      'SealedText',
      evidence.map(({ excerpt }) => excerpt),
    )
    await insertRows(
      tx,
      'Evidence',
      evidence.map(({ claimId, excerpt }) => ({
        ...{ id: newId(), claimId, sourceId: source.id, judgement: 'supports', excerptId: excerpt.id },
        ...{ judgedById: editor.id, at },
      })),
    )
  })
  return { reportId, editor }
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
