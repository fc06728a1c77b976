import type { Actor } from '../../src/accounts/account.ts'
import type { Database } from '../../src/db/database.ts'
import type { ImportedReport } from '../../src/drafts/import-report.ts'
import { addChecker, importMarkdown } from './reports.ts'

/** An invented report with a claim, a question, an opinion, another claim, and a caption below a heading. */
export const LIGHTHOUSE = `# The lighthouse

The lighthouse was lit on 3 May 1904.[^1] Who paid for it? In my opinion it is the finest on the coast. The keeper signed the log twice.

![The lamp](lamp.png)

## The keepers

The keeper Abel Roe served for thirty years.[^2]

[^1]: Coast Gazette, 4 May 1904.
`

export interface Lighthouse {
  readonly db: Database
  readonly report: ImportedReport
  readonly draft: { readonly id: string }
  readonly text: string
  readonly ana: Actor
  readonly eve: Actor
  readonly max: Actor
}

/** That report on a desk with the reviewer Ana and the editors Eve and Max. */
export async function lighthouse(db: Database, text = LIGHTHOUSE): Promise<Lighthouse> {
  const [ana, eve, max] = [
    await addChecker(db, 'Ana'),
    await addChecker(db, 'Eve', 'editor'),
    await addChecker(db, 'Max', 'editor'),
  ]
  const report = await importMarkdown(db, 'lighthouse.md', text, eve)
  const draft = await db.draft.findFirstOrThrow({
    where: { reportId: report.id },
    include: { text: true },
  })
  return { db, report, draft, text: draft.text.body ?? '', ana, eve, max }
}
