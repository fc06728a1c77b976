import request from 'supertest'
import { expect, test } from 'vitest'
import { addToken } from '../../src/accounts/add-token.ts'
import type { Database } from '../../src/db/database.ts'
import { accountWithRole } from '../support/accounts.ts'
import { testApp } from '../support/app.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { reportAtWork } from '../support/reports.ts'

/** The API as an editor uses it, and as somebody else does. */
async function apiOf(db: Database) {
  const desk = testApp(db)
  const { report, claims } = await reportAtWork(db)
  const ask = (token: string) => ({
    get: (path: string) => request(desk.app).get(`/api/v1${path}`).set('Authorization', `Bearer ${token}`),
    post: (path: string, body: object = {}) =>
      request(desk.app).post(`/api/v1${path}`).set('Authorization', `Bearer ${token}`).send(body),
  })
  const lea = await accountWithRole(db, 'reader', { name: 'Lea', email: 'lea@other.example', legal: true })
  const { token } = await addToken(db, { account: lea, name: 'test', by: null, at: desk.now })
  const editor = await desk.as('editor')
  return {
    desk,
    reportId: report.id,
    claimId: claims[0]?.id ?? '',
    editorId: editor.account.id,
    editor: ask(await desk.tokenOf('editor')),
    reviewer: ask(await desk.tokenOf('reviewer')),
    lawyer: ask(token),
  }
}

describeOnBothDatabases('the API of working together', (makeDatabase) => {
  test('assigns, lists and takes back, and what is assigned waits in the queue', async () => {
    const { editor, editorId, reportId, claimId } = await apiOf(await makeDatabase())
    const path = `/reports/${reportId}/assignments`
    const listed = await editor.get(path).expect(200)
    const { draftId, sections } = listed.body as { draftId: string; sections: { start: number }[] }
    expect(sections).toMatchObject([{ title: 'The harbour fire', start: 0 }])
    const section = { draftId, start: 0 }
    const given = { section, assigneeId: editorId, deadline: '2026-06-01T12:00:00Z' }
    expect((await editor.post(path, given).expect(201)).body).toMatchObject({ numbers: [1, 2, 3, 4] })
    const queue = await editor.get('/queue').expect(200)
    expect(queue.body).toMatchObject({ groups: [{ group: 'assigned', total: 4 }] })
    await editor.post(`${path}/endings`, { claimIds: [claimId] }).expect(201)
    expect((await editor.get(path)).body).toMatchObject({
      items: [{ number: 2 }, { number: 3 }, { number: 4 }],
    })
    await editor.post(path, { ...given, claimIds: [claimId] }).expect(422)
    await editor.post(path, { assigneeId: editorId }).expect(422)
  })

  test('keeps privileged comments from everybody whom they are not for', async () => {
    const { editor, reviewer, lawyer, editorId, reportId, claimId } = await apiOf(await makeDatabase())
    const path = `/claims/${claimId}/comments`
    await lawyer.post(path, { words: 'He may sue.', privileged: true, mentions: [editorId] }).expect(201)
    await reviewer.post(path, { words: 'Seen.' }).expect(201)
    await reviewer.post(path, { words: 'No.', privileged: true }).expect(403)
    const wordsFor = async ({ get }: typeof editor) =>
      ((await get(path).expect(200)).body as { items: { words: string }[] }).items.map(({ words }) => words)
    expect(await wordsFor(editor)).toHaveLength(2)
    expect(await wordsFor(lawyer)).toHaveLength(2)
    expect(await wordsFor(reviewer)).toEqual(['Seen.'])
    const history = await reviewer.get(`/reports/${reportId}/history`).expect(200)
    expect(JSON.stringify(history.body)).not.toContain('privileged')
    expect((await editor.get('/notices?unseen=true').expect(200)).body).toMatchObject({
      items: [{ kind: 'mentioned', claimNumber: 1, by: 'Lea' }],
    })
    expect((await editor.post('/notices/seen').expect(201)).body).toEqual({ seen: 1 })
  })

  test('initials sections, hands over and chooses how notices arrive', async () => {
    const { editor, editorId, reviewer, reportId, desk } = await apiOf(await makeDatabase())
    const { currentDraftId } = await desk.db.report.findUniqueOrThrow({ where: { id: reportId } })
    const section = { draftId: currentDraftId, start: 0 }
    const given = await reviewer.post(`/reports/${reportId}/initials`, section).expect(201)
    const path = `/initials/${(given.body as { id: string }).id}/withdrawals`
    await editor.post(path).expect(409)
    expect((await editor.get(`/reports/${reportId}/initials`)).body).toMatchObject({
      items: [{ section: 'The harbour fire', name: 'The reviewer' }],
    })
    await reviewer.post(path).expect(201)
    await reviewer.post(`/reports/${reportId}/hand-overs`, { toId: editorId, words: 'Go on.' }).expect(201)
    const notes = await editor.get(`/reports/${reportId}/hand-overs`).expect(200)
    const [note] = (notes.body as { items: { words: string; unseen: string }[] }).items
    expect(note?.words).toBe('Go on.')
    await editor.post(`/notices/${note?.unseen ?? ''}/seen`).expect(201)
    await editor.post('/notices/way', { noticesBy: 'at once' }).expect(201)
    await editor.post('/notices/way', { noticesBy: 'by pigeon' }).expect(422)
  })
})
