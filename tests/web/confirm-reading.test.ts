import { expect, test } from 'vitest'
import { testApp } from '../support/app.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { pageContent } from '../support/page-content.ts'
import { reportAtWork } from '../support/reports.ts'

const BANNER = 'Nobody has confirmed yet that this draft was read right.'

describeOnBothDatabases('the banner of an unconfirmed reading', (makeDatabase) => {
  async function opened() {
    const desk = testApp(await makeDatabase())
    const { report, claims } = await reportAtWork(desk.db)
    const draft = await desk.db.draft.findFirstOrThrow()
    const at = `/reports/${report.id}`
    const page = async (role: 'reader' | 'reviewer' | 'editor', path: string) =>
      pageContent((await (await desk.as(role)).get(path).expect(200)).text)
    return { desk, claims, draft, at, page }
  }

  test('stands on the open desk, with a button for who may confirm', async () => {
    const { at, page } = await opened()
    const reader = await page('reader', `${at}/desk?claim=1`)
    expect(reader.text).toContain(BANNER)
    expect(reader.text).not.toContain('Confirm the reading')
    expect((await page('reviewer', `${at}/desk?claim=1`)).text).toContain('Confirm the reading')
  })

  test('goes once the reading is confirmed; the account says by whom', async () => {
    const { desk, at, page, draft } = await opened()
    const fields = { draftId: draft.id, revision: '0', back: 'desk' }
    const reviewer = await desk.as('reviewer')
    await reviewer.post(`${at}/reading/confirmations`, fields).expect(303).expect('Location', `${at}/desk`)
    expect((await page('reader', `${at}/desk?claim=1`)).text).not.toContain(BANNER)
    expect((await page('reader', `${at}/reading`)).text).toContain('The reviewer confirmed this reading')
    await reviewer.post(`${at}/reading/confirmations`, fields).expect(409)
    await reviewer.post(`${at}/reading/confirmations`, { draftId: draft.id }).expect(409)
  })

  test('holds verdicts back where an editor wants it so in the settings, and the form says so', async () => {
    const { desk, at, page, claims, draft } = await opened()
    const [editor, reviewer] = [await desk.as('editor'), await desk.as('reviewer')]
    await reviewer.get(`${at}/settings`).expect(403)
    await editor.post(`${at}/settings`, { requireConfirmedReading: '1' }).expect(303)
    expect((await page('editor', `${at}/settings?saved`)).text).toContain('Saved.')
    const shown = await page('reviewer', `${at}/desk?claim=1`)
    expect(shown.text).toContain('wants its reading confirmed before anybody rules')
    expect(shown.elements.filter(({ attributes }) => attributes['name'] === 'verdict')).toEqual([])
    const verdict = { verdict: 'substantiated', seenVersion: '1', back: 'claim' }
    const refused = await reviewer.post(`/claims/${claims[0]!.id}/verdicts`, verdict).expect(409)
    expect(pageContent(refused.text).text).toContain('nobody has confirmed it as it stands')
    await editor.post(`${at}/reading/confirmations`, { draftId: draft.id, revision: '0' }).expect(303)
    await reviewer.post(`/claims/${claims[0]!.id}/verdicts`, verdict).expect(303)
  })
})
