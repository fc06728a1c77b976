import { expect, test } from 'vitest'
import { claimDetail } from '../../src/claims/claim-detail.ts'
import { placementRows } from '../../src/drafts/draft-rows.ts'
import { readDocument } from '../../src/reading/read-document.ts'
import { testApp } from '../support/app.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { pageContent } from '../support/page-content.ts'
import { HARBOUR_REPORT, reportAtWork } from '../support/reports.ts'

describeOnBothDatabases('the page of the file that a claim begins on', (makeDatabase) => {
  test('is kept with its place, and is none where the format has no pages', async () => {
    const read = await readDocument(Buffer.from(HARBOUR_REPORT), { name: 'harbour.md' })
    const [claim] = read.claims
    const rows = [claim!, { ...claim!, page: 12 }].map((one) => placementRows(read, 'draft', one, 'claim'))
    expect(rows.map(({ page }) => page)).toEqual([null, 12])
  })

  test('stands on the desk, in the table of claims, on the claim’s own page and in the API', async () => {
    const desk = testApp(await makeDatabase())
    const { report, claims } = await reportAtWork(desk.db)
    const { id } = claims[1]!
    await desk.db.placement.updateMany({ where: { claimId: id }, data: { page: 12 } })
    const reader = await desk.as('reader')
    for (const path of [
      `/reports/${report.id}/desk?claim=2`,
      `/reports/${report.id}/claims`,
      `/claims/${id}`,
    ]) {
      const { text } = await reader.get(path).expect(200)
      expect(pageContent(text).text.match(/\bp\. \d+/g)).toEqual(['p. 12'])
    }
    expect(await claimDetail(desk.db, id)).toMatchObject({ page: 12, placements: [{ page: 12 }] })
    expect(await claimDetail(desk.db, claims[0]!.id)).toMatchObject({ page: null })
  })
})
