import type { Actor, Role } from '../../src/accounts/account.ts'
import { addAccount } from '../../src/accounts/add-account.ts'
import type { Database } from '../../src/db/database.ts'
import { importReport, type ImportedReport } from '../../src/drafts/import-report.ts'

/** A report of four claims on an invented harbour: two notes, one of them missing, one hedged claim. */
export const HARBOUR_REPORT = `# The harbour fire

The fire broke out on 3 May 2021 in the eastern warehouse.[^log] Witnesses reportedly saw two boats leave before dawn.[^boats]

The harbour master signed the log at noon. The owner of the warehouse was insured for 240,000 crowns.[^log]

[^log]: Harbour Gazette, "Night of fire", 4 May 2021, https://gazette.example/fire
`

/** Some instants of one morning, each a minute after the one before. */
export const morning = (minute: number): Date => new Date(Date.UTC(2026, 0, 5, 8, minute))

export const addChecker = (db: Database, name: string, role: Role = 'reviewer'): Promise<Actor> =>
  addAccount(db, {
    email: `${name.toLowerCase()}@desk.example`,
    name,
    role,
    legal: false,
    passwordHash: null,
    by: null,
    at: morning(0),
  })

/** Imports a text in the first minute of the morning. */
export const importMarkdown = (
  db: Database,
  name: string,
  text: string,
  importedBy: Actor,
): Promise<ImportedReport> => importReport(db, { bytes: Buffer.from(text), name, importedBy, at: morning(1) })

export interface ReportAtWork {
  readonly report: ImportedReport
  readonly claims: readonly { readonly id: string; readonly number: number }[]
  readonly ana: Actor
  readonly ben: Actor
  readonly eve: Actor
}

/** The harbour report with two reviewers, Ana and Ben, and the editor Eve who imported it. */
export async function reportAtWork(db: Database): Promise<ReportAtWork> {
  const [ana, ben, eve] = [
    await addChecker(db, 'Ana'),
    await addChecker(db, 'Ben'),
    await addChecker(db, 'Eve', 'editor'),
  ]
  const report = await importMarkdown(db, 'harbour.md', HARBOUR_REPORT, eve)
  const claims = await db.claim.findMany({
    where: { reportId: report.id },
    orderBy: { number: 'asc' },
    select: { id: true, number: true },
  })
  return { report, claims, ana, ben, eve }
}
