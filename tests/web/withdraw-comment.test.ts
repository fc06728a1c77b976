import request from 'supertest'
import { expect, test } from 'vitest'
import { testApp } from '../support/app.ts'
import { describeOnSqlite } from '../support/databases.ts'
import { pageContent } from '../support/page-content.ts'
import { reportAtWork } from '../support/reports.ts'

describeOnSqlite('taking a comment back', (makeDatabase) => {
  async function opened() {
    const desk = testApp(await makeDatabase())
    const { report, claims } = await reportAtWork(desk.db)
    const reviewer = await desk.as('reviewer')
    const claim = `/claims/${claims[0]!.id}`
    await reviewer.post(`${claim}/comments`, { words: 'Forged, I think.' }).expect(303)
    const { id } = await desk.db.comment.findFirstOrThrow()
    return { desk, report, claim, id, reviewer }
  }
  const TAKE_BACK = /action="\/comments\/([^"]+)\/withdrawals"/

  test('is a button beside one’s own, and shows the claim again with who took it back', async () => {
    const { desk, claim, id, reviewer } = await opened()
    const page = (await reviewer.get(claim).expect(200)).text
    expect(TAKE_BACK.exec(page)?.[1]).toBe(id)
    const editor = await desk.as('editor')
    expect((await editor.get(claim)).text).not.toMatch(TAKE_BACK)
    const back = `${claim}#comments`
    const { headers } = await reviewer.post(`/comments/${id}/withdrawals`, { to: back }).expect(303)
    expect(headers['location']).toBe(back)
    for (const reader of [reviewer, editor]) {
      const shown = (await reader.get(claim).expect(200)).text
      expect(pageContent(shown).text).toMatch(/Taken back by [^,]+, \d/)
      expect(shown).not.toMatch(/Forged/)
      expect(shown).not.toMatch(TAKE_BACK)
    }
    await reviewer.post(`/comments/${id}/withdrawals`, {}).expect(409)
  })

  test('leads nowhere outside, and to the report’s people where no page is named', async () => {
    const { report, id, reviewer } = await opened()
    const away = await reviewer
      .post(`/comments/${id}/withdrawals`, { to: 'https://elsewhere.example/' })
      .expect(303)
    expect(away.headers['location']).toBe('/reports')
    await reviewer.post(`/reports/${report.id}/comments`, { words: 'On all of it.' }).expect(303)
    const whole = await reviewer.get(`/reports/${report.id}/together`)
    const own = TAKE_BACK.exec(whole.text)?.[1] ?? ''
    const { headers } = await reviewer.post(`/comments/${own}/withdrawals`).expect(303)
    expect(headers['location']).toBe(`/reports/${report.id}/together#comments`)
  })

  test('by the API is its writer’s, once; others see that it was', async () => {
    const { desk, id, claim } = await opened()
    const post = async (role: 'reviewer' | 'editor') =>
      request(desk.app)
        .post(`/api/v1/comments/${id}/withdrawals`)
        .set('Authorization', `Bearer ${await desk.tokenOf(role)}`)
    expect((await post('editor')).status).toBe(403)
    expect(await post('reviewer')).toMatchObject({ status: 201, body: { id } })
    expect((await post('reviewer')).status).toBe(409)
    const shown = await request(desk.app)
      .get(`/api/v1${claim}/comments`)
      .set('Authorization', `Bearer ${await desk.tokenOf('reader')}`)
    expect(shown.body).toMatchObject({ items: [{ id, words: null, withdrawnAt: desk.now.toISOString() }] })
  })
})
