import request, { type Test } from 'supertest'
import { expect, test } from 'vitest'
import type { Role } from '../../src/accounts/account.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { reportAtWork } from '../support/reports.ts'

interface Client {
  readonly get: (path: string) => Test
  readonly post: (path: string, body?: object) => Test
}

async function clientOf(desk: TestApp, role: Role): Promise<Client> {
  const token = await desk.tokenOf(role)
  const send = (test: Test): Test => test.set('Authorization', `Bearer ${token}`)
  return {
    get: (path) => send(request(desk.app).get(`/api/v1${path}`)),
    post: (path, body = {}) => send(request(desk.app).post(`/api/v1${path}`)).send(body),
  }
}

interface Answer {
  readonly id: string
  readonly link: string
  readonly account: { readonly id: string }
}

const bodyOf = ({ body }: { readonly body: unknown }): Answer => body as Answer

describeOnBothDatabases('the accounts in the API', (makeDatabase) => {
  test('are added with a link that sets a password, and never show one', async () => {
    const desk = testApp(await makeDatabase())
    const admin = await clientOf(desk, 'admin')
    const ina = { email: 'Ina@desk.example', name: 'Ina', role: 'reviewer' }
    const body = bodyOf(await admin.post('/accounts', ina).expect(201))
    expect(body).toMatchObject({
      account: { email: 'ina@desk.example', legal: false },
      expiresAt: '2026-03-09T12:00:00.000Z',
    })
    await desk.visitor().get(new URL(body.link).pathname).expect(200)
    await admin.post('/accounts', ina).expect(409)
    await admin.post('/accounts', { ...ina, role: 'king' }).expect(422)
    const list = await admin.get('/accounts').expect(200)
    expect(list.text).not.toMatch(/password|tokenHash|invitations\//i)
    const again = bodyOf(await admin.post(`/accounts/${body.account.id}/invitations`).expect(201))
    await desk.visitor().get(new URL(body.link).pathname).expect(410)
    await admin.post(`/accounts/${body.account.id}/invitations/revocations`).expect(201)
    await desk.visitor().get(new URL(again.link).pathname).expect(410)
  })

  test('change role, are suspended with their tokens, and are let in again', async () => {
    const desk = testApp(await makeDatabase())
    const [admin, reviewer] = [await clientOf(desk, 'admin'), await clientOf(desk, 'reviewer')]
    const me = bodyOf(await reviewer.get('/account').expect(200))
    expect(me).toMatchObject({ role: 'reviewer', scopes: ['read', 'rule', 'edit', 'manage'] })
    const changed = await admin.post(`/accounts/${me.id}/roles`, { role: 'editor', legal: true }).expect(201)
    expect(changed.body).toMatchObject({ role: 'editor', legal: true })
    await admin.post(`/accounts/${me.id}/suspensions`).expect(201)
    await reviewer.get('/account').expect(401)
    await admin.get(`/accounts/${me.id}/open-work`).expect(200, { items: [], next: null })
    const back = await admin.post(`/accounts/${me.id}/reinstatements`).expect(201)
    expect(back.body).toMatchObject({ suspendedAt: null })
    await admin.post('/accounts/nobody/suspensions').expect(404)
  })
})

describeOnBothDatabases('the people of a report in the API', (makeDatabase) => {
  test('close it, name and take off, and leave', async () => {
    const desk = testApp(await makeDatabase())
    const { report, ana } = await reportAtWork(desk.db)
    const [editor, admin] = [await clientOf(desk, 'editor'), await clientOf(desk, 'admin')]
    const at = `/reports/${report.id}`
    await editor.post(`${at}/closing`, { closed: true }).expect(201)
    await admin.get(`${at}/members`).expect(404)
    await admin.post(`${at}/members`, { accountId: ana.id }).expect(404)
    const named = await editor.post(`${at}/members`, { accountId: ana.id }).expect(201)
    expect(named.body).toMatchObject({ closed: true, items: [{ name: 'Ana' }, { name: 'The editor' }] })
    const me = bodyOf(await editor.get('/account'))
    await editor.post(`${at}/members/removals`, { accountId: me.id }).expect(409)
    await editor.post(`${at}/members/removals`, { accountId: ana.id }).expect(201)
    await editor.post(`${at}/members`, { accountId: 'nobody' }).expect(422)
    await editor.post(`${at}/closing`, { closed: false }).expect(201)
    await editor.post(`${at}/members/removals`, { accountId: me.id }).expect(204)
    await admin.get(`${at}/members`).expect(200, { closed: false, items: [] })
  })

  test('a report is closed from the start where its import says so', async () => {
    const desk = testApp(await makeDatabase())
    const token = await desk.tokenOf('editor')
    const body = bodyOf(
      await request(desk.app)
        .post('/api/v1/reports')
        .set('Authorization', `Bearer ${token}`)
        .field({ closed: 'true' })
        .attach('file', Buffer.from('# Pier\n\nThe pier sank in 1921.\n'), 'pier.md')
        .expect(201),
    )
    await (await clientOf(desk, 'editor')).get(`/reports/${body.id}`).expect(200)
    await (await clientOf(desk, 'admin')).get(`/reports/${body.id}`).expect(404)
  })
})
