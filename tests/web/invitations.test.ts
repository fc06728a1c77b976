import { beforeEach, expect, test } from 'vitest'
import { checkSignIn } from '../../src/accounts/check-sign-in.ts'
import { INVITATION_LASTS } from '../../src/accounts/invitations/invitation.ts'
import { addTime } from '../../src/accounts/session.ts'
import { describeEvent } from '../../src/history/describe-event.ts'
import { listEvents } from '../../src/history/list-events.ts'
import { type Browser, csrfTokenIn, type TestApp, testApp } from '../support/app.ts'
import { describeOnBothDatabases } from '../support/databases.ts'

const PASSWORD = 'lantern over the quiet harbour'
const INA = { name: 'Ina', email: 'ina@desk.example', role: 'reviewer' }
const pathIn = (html: string): string => /class="secret">http:\/\/[^/]+([^<]+)</.exec(html)?.[1] ?? ''

describeOnBothDatabases('an invitation', (makeDatabase) => {
  let desk: TestApp
  let admin: Browser
  let path: string
  let accountId: string

  beforeEach(async () => {
    desk = testApp(await makeDatabase())
    admin = await desk.as('admin')
    path = pathIn((await admin.post('/accounts', INA).expect(201)).text)
    accountId = (await desk.db.account.findUniqueOrThrow({ where: { email: INA.email } })).id
  })

  async function accept(at: string, fields: object) {
    const visitor = desk.visitor()
    const form = await visitor.get(at)
    return visitor
      .post(at)
      .type('form')
      .send({ ...fields, _csrf: csrfTokenIn(form.text) })
  }

  test('lets its owner choose a name and a password, signs them in, and is told in the history', async () => {
    const form = (await desk.visitor().get(path).expect(200)).text
    expect(form).toContain('value="Ina"')
    expect(form).toContain(INA.email)
    const accepted = await accept(path, { name: 'Ina Holm', password: PASSWORD })
    expect(accepted.headers['location']).toBe('/reports')
    expect(accepted.headers['set-cookie']?.[0]).toContain('stet-session=')
    expect(await checkSignIn(desk.db, { email: INA.email, password: PASSWORD })).toBe(accountId)
    const { items } = await listEvents(desk.db, { chain: 'desk', limit: 20 })
    expect(items.slice(1).map(describeEvent)).toEqual([
      'The admin added the account of Ina as reviewer',
      'The admin invited Ina, until 2026-03-09',
      'Ina Holm accepted the invitation of Ina as Ina Holm',
    ])
  })

  test('is stored as its hash alone', async () => {
    const stored = JSON.stringify(await desk.db.invitation.findMany())
    expect(stored).not.toContain(path.split('/').at(-1))
  })

  test('shows its form again with what was typed when something is wrong, and is not used up', async () => {
    const wrong = await accept(path, { name: '', password: 'short' })
    expect(wrong.status).toBe(422)
    for (const field of ['#name', '#password']) expect(wrong.text).toContain(`href="${field}"`)
    await desk.visitor().get(path).expect(200)
  })

  test('works once, also when it is used twice at the same moment', async () => {
    const answers = await Promise.all(
      ['One', 'Two'].map((name) => accept(path, { name, password: PASSWORD })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410])
    const again = await desk.visitor().get(path).expect(410)
    expect(again.text).toContain('This invitation was used: sign in')
  })

  test('is good for a week, and says afterwards whom to ask', async () => {
    desk.now = addTime(desk.now, INVITATION_LASTS - 1)
    await desk.visitor().get(path).expect(200)
    desk.now = addTime(desk.now, 1)
    expect((await desk.visitor().get(path).expect(410)).text).toContain('Ask The admin, who invited you')
    expect((await accept(path, { name: 'Ina', password: PASSWORD })).status).not.toBe(303)
    expect((await (await desk.as('admin')).get('/accounts')).text).toContain('the link is too old')
  })

  test('made anew ends the one before', async () => {
    const next = pathIn((await admin.post(`/accounts/${accountId}/invitations`).expect(201)).text)
    expect((await desk.visitor().get(path).expect(410)).text).toContain('taken back')
    await desk.visitor().get(next).expect(200)
  })

  test('taken back works no more, and there is none to take back twice', async () => {
    const revocation = `/accounts/${accountId}/invitations/revocation`
    await admin.post(revocation).expect(303)
    await desk.visitor().get(path).expect(410)
    await admin.post(revocation).expect(409)
    expect((await admin.get('/accounts')).text).toContain('no password: by tokens only')
  })

  test('ends with the suspension of its account', async () => {
    await admin.post(`/accounts/${accountId}/suspension`).expect(303)
    await desk.visitor().get(path).expect(410)
    await admin.post(`/accounts/${accountId}/invitations`).expect(409)
    await admin.post(`/accounts/${accountId}/reinstatement`).expect(303)
    await desk.visitor().get(path).expect(410)
  })

  test('is not for somebody who has a password', async () => {
    await accept(path, { name: 'Ina', password: PASSWORD })
    const refused = await admin.post(`/accounts/${accountId}/invitations`).expect(409)
    expect(refused.text).toContain('Give them a new one')
  })

  test('that never was is not found', async () => {
    await desk.visitor().get('/invitations/none').expect(404)
  })
})
