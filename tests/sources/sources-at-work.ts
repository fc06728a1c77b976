import type { Actor } from '../../src/accounts/account.ts'
import type { Database } from '../../src/db/database.ts'
import { addChecker, importMarkdown, morning } from '../support/reports.ts'

export const MILL = `# The mill

The mill burned on 2 May 2020.[^1] Nobody was hurt.[^2]

[^1]: Mill Post, "The mill burns", 3 May 2020, https://mill.example/1
[^2]: Mill Post, "The mill burns again", 4 May 2020, https://mill.example/2
`

const SECRET = `# The well

The well was poisoned at night.[^1]

[^1]: Well Letter, "What the doctor knew", 5 May 2020, https://well.example/secret
`

export interface SourcesAtWork {
  readonly ana: Actor
  readonly ben: Actor
  readonly eve: Actor
  readonly open: string
  readonly closed: string
  /** Ids of the two sources of the open report, in its order, and of the one that only the closed report cites. */
  readonly first: string
  readonly second: string
  readonly hidden: string
  readonly claims: readonly { readonly id: string; readonly number: number }[]
}

/** An open report of two sources, and one that is closed to everybody but the reviewer Ben. Ana is a reviewer too, Eve an editor. */
export async function sourcesAtWork(db: Database): Promise<SourcesAtWork> {
  const [ana, ben, eve] = [
    await addChecker(db, 'Ana'),
    await addChecker(db, 'Ben'),
    await addChecker(db, 'Eve', 'editor'),
  ]
  const open = await importMarkdown(db, 'mill.md', MILL, eve)
  const closed = await importMarkdown(db, 'well.md', SECRET, eve)
  await db.report.update({ where: { id: closed.id }, data: { closed: true } })
  await db.reportMember.deleteMany({ where: { reportId: closed.id } })
  await db.reportMember.create({ data: { reportId: closed.id, accountId: ben.id, addedAt: morning(1) } })
  const at = (url: string) => db.source.findFirstOrThrow({ where: { url }, select: { id: true } })
  const claims = await db.claim.findMany({ where: { reportId: open.id }, orderBy: { number: 'asc' } })
  return {
    ana,
    ben,
    eve,
    open: open.id,
    closed: closed.id,
    first: (await at('https://mill.example/1')).id,
    second: (await at('https://mill.example/2')).id,
    hidden: (await at('https://well.example/secret')).id,
    claims,
  }
}
