import { beforeEach, expect, test } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { addWentOut } from '../../src/publication/went-out/add-went-out.ts'
import { showWentOut } from '../../src/publication/went-out/show-went-out.ts'
import { describeEvent } from '../../src/history/describe-event.ts'
import { listEvents } from '../../src/history/list-events.ts'
import { accountWithRole } from '../support/accounts.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { published, type Published } from '../support/published.ts'
import { HARBOUR_REPORT, morning, reportAtWork, type ReportAtWork } from '../support/reports.ts'

describeOnBothDatabases('the text as it went out', (makeDatabase) => {
  let db: Database
  let work: ReportAtWork
  let out: Published

  beforeEach(async () => {
    db = await makeDatabase()
    work = await reportAtWork(db)
    out = await published(db, { reportId: work.report.id, by: work.eve, at: morning(10) })
  })

  const add = async (text: string, name = 'page.md') =>
    addWentOut(db, { publicationId: out.id, bytes: Buffer.from(text), name, by: work.ana, at: morning(20) })

  test('goes out exactly as signed off where only its typography is other', async () => {
    const typeset = HARBOUR_REPORT.replace('"Night of fire"', '“Night of fire”').replace('left', 'left ')
    const { id, differences } = await add(typeset)
    expect(differences).toBe(0)
    expect(await showWentOut(db, work.ben, id)).toMatchObject({
      same: 5,
      differences: [],
      publication: { draft: 1 },
    })
    const { items } = await listEvents(db, { chain: work.report.id, limit: 100 })
    expect(items.map(describeEvent)).toContain(
      'Ana compared publication 1 as it went out (page.md) with what was signed off: exactly the same',
    )
  })

  test('lists what was reworded, cut and added, each beside the claim that it touches', async () => {
    const changed = HARBOUR_REPORT.replace('3 May 2021 in', '5 May 2021 in')
      .replace(' Witnesses reportedly saw two boats leave before dawn.[^boats]', '')
      .replace('240,000 crowns.[^log]', '240,000 crowns.[^log]\n\nThe mayor resigned a week later.')
    const { id, differences } = await add(changed)
    const view = await showWentOut(db, work.ben, id)
    expect(view.differences).toMatchObject([
      { kind: 'reworded', changes: ['number'], claims: [1] },
      { kind: 'cut', claims: [2], new: null },
      { kind: 'added', claims: [], old: null, new: { quote: 'The mayor resigned a week later.' } },
    ])
    expect(differences).toBe(3)
    expect(view.same).toBe(3)
  })

  test('is read from a web page as well', async () => {
    const page = `<!doctype html><title>The harbour fire</title><h1>The harbour fire</h1>
<p>The fire broke out on 3 May 2021 in the eastern warehouse. Witnesses reportedly saw two boats leave before dawn.</p>
<p>The harbour master signed the log at noon. The owner of the warehouse was insured for 250,000 crowns.</p>`
    const { id } = await add(page, 'page.html')
    const { differences } = await showWentOut(db, work.ben, id)
    expect(differences.filter(({ changes }) => changes.includes('number'))).toMatchObject([{ claims: [4] }])
    expect(differences.every(({ kind }) => ['reworded', 'note'].includes(kind))).toBe(true)
  })

  test('is added by reviewers, and only where it can be read', async () => {
    const reader = await accountWithRole(db, 'reader', { email: 'r@desk.example' })
    const file = { publicationId: out.id, bytes: Buffer.from('x'), name: 'x.txt', at: morning(20) }
    await expect(addWentOut(db, { ...file, by: reader })).rejects.toThrow(/Only a reviewer/)
    await expect(add('%PDF-1.7 no more', 'broken.pdf')).rejects.toThrow()
    expect(await db.wentOut.count()).toBe(0)
  })
})
