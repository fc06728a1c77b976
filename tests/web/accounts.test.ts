import { expect, test } from 'vitest'
import { checkSignIn } from '../../src/accounts/check-sign-in.ts'
import { hashPassword } from '../../src/accounts/password.ts'
import { accountWithRole } from '../support/accounts.ts'
import { testApp } from '../support/app.ts'
import { describeOnBothDatabases } from '../support/databases.ts'

const PASSWORD = 'lantern over the quiet harbour'
const secretIn = (html: string): string => /class="secret">([^<]+)</.exec(html)?.[1] ?? ''

describeOnBothDatabases('the accounts page', (makeDatabase) => {
  test('invites somebody by a link that it shows once', async () => {
    const desk = testApp(await makeDatabase())
    const admin = await desk.as('admin')
    const fields = { name: 'Ina', email: 'ina@desk.example', role: 'reviewer', legal: 'yes' }
    const link = secretIn((await admin.post('/accounts', fields).expect(201)).text)
    expect(link).toMatch(/^http:\/\/localhost:3000\/invitations\/[\w-]{43}$/)
    const list = await admin.get('/accounts').expect(200)
    expect(list.text).toContain('reviewer, legal')
    expect(list.text).toContain('invited')
    expect(list.text).not.toContain(link)
  })

  test('shows the form again with what was typed when something is wrong', async () => {
    const desk = testApp(await makeDatabase())
    const admin = await desk.as('admin')
    const wrong = await admin.post('/accounts', { name: 'Ina', email: 'ina', role: 'king' }).expect(422)
    expect(wrong.text).toContain('value="Ina"')
    expect(wrong.text).toContain('href="#email"')
    expect(wrong.text).toContain('href="#role"')
    const taken = { name: 'Ina', email: admin.account.email, role: 'reader' }
    expect((await admin.post('/accounts', taken).expect(409)).text).toContain('There is an account for')
  })

  test('names with markup are shown as text everywhere', async () => {
    const desk = testApp(await makeDatabase())
    const evil = '"><script>alert(1)</script><img src=x onerror=alert(2)>'
    const admin = await desk.asAccount(await accountWithRole(desk.db, 'admin', { name: evil }))
    await admin.post('/account/tokens', { name: evil, 'scope-read': 'yes' }).expect(201)
    for (const path of ['/accounts', '/account', '/nowhere']) {
      const { text } = await admin.get(path)
      expect(text).not.toContain('<script>alert')
      expect(text).not.toContain('<img src=x')
      expect(text).toContain('&lt;script&gt;alert(1)')
    }
  })

  test('a changed role holds from the next request on', async () => {
    const desk = testApp(await makeDatabase())
    const [admin, reader] = [await desk.as('admin'), await desk.as('reader')]
    await reader.get('/accounts').expect(403)
    await admin.post(`/accounts/${reader.account.id}/role`, { role: 'admin' }).expect(303)
    await reader.get('/accounts').expect(200)
  })

  test('suspending signs somebody out wherever they are, and letting in again does not sign them in', async () => {
    const desk = testApp(await makeDatabase())
    const [admin, reader] = [await desk.as('admin'), await desk.as('reader')]
    await reader.get('/account').expect(200)
    await admin.post(`/accounts/${reader.account.id}/suspension`).expect(303)
    await reader.get('/account').expect(303)
    expect((await admin.get('/accounts')).text).toContain('suspended')
    await admin.post(`/accounts/${reader.account.id}/reinstatement`).expect(303)
    await reader.get('/account').expect(303)
  })

  test('the last administrator cannot shut everybody out', async () => {
    const desk = testApp(await makeDatabase())
    const admin = await desk.as('admin')
    const refused = await admin.post(`/accounts/${admin.account.id}/role`, { role: 'reader' }).expect(409)
    expect(refused.text).toContain('Make somebody else an administrator first')
    await admin.get('/accounts').expect(200)
  })

  test('a new password for somebody is shown once and works', async () => {
    const desk = testApp(await makeDatabase())
    const [admin, reader] = [await desk.as('admin'), await desk.as('reader')]
    const page = await admin.post(`/accounts/${reader.account.id}/password`).expect(201)
    const credentials = { email: reader.account.email, password: secretIn(page.text) }
    expect(await checkSignIn(desk.db, credentials)).toBe(reader.account.id)
    await admin.post('/accounts/nobody/password').expect(404)
  })
})

describeOnBothDatabases('one’s own account', (makeDatabase) => {
  test('a changed password keeps this browser signed in and ends the others', async () => {
    const desk = testApp(await makeDatabase())
    const ina = await accountWithRole(desk.db, 'reviewer', { passwordHash: await hashPassword(PASSWORD) })
    const [here, elsewhere] = [await desk.asAccount(ina), await desk.asAccount(ina)]
    const next = 'another lamp by the gate'
    const wrong = await here.post('/account/password', { current: 'wrong', next }).expect(422)
    expect(wrong.text).toContain('The current password is not right')
    const changed = await here.post('/account/password', { current: PASSWORD, next }).expect(303)
    const cookie = (changed.get('Set-Cookie') ?? []).find((one) => one.startsWith('stet-session=')) ?? ''
    await desk.visitor().get('/account').set('Cookie', cookie).expect(200)
    await elsewhere.get('/account').expect(303)
    await here.get('/account').expect(303)
  })

  test('a token is shown once, listed by name, used for the API and revoked', async () => {
    const desk = testApp(await makeDatabase())
    const ina = await desk.as('reviewer')
    const made = await ina
      .post('/account/tokens', { name: 'newsroom script', 'scope-read': 'yes' })
      .expect(201)
    const token = secretIn(made.text)
    const api = () => desk.visitor().get('/api/v1/reports').set('Authorization', `Bearer ${token}`)
    await api().expect(200)
    const page = await ina.get('/account').expect(200)
    expect(page.text).toContain('newsroom script')
    expect(page.text).not.toContain(token)
    const id = /tokens\/([^/]+)\/revocation/.exec(page.text)?.[1] ?? ''
    await ina.post(`/account/tokens/${id}/revocation`).expect(303)
    await api().expect(401)
    expect((await ina.get('/account')).text).toContain('You have no tokens')
  })

  test('a token is for what was chosen for it and nothing else, and is for something', async () => {
    const desk = testApp(await makeDatabase())
    const editor = await desk.as('editor')
    const none = await editor.post('/account/tokens', { name: 'idle script' }).expect(422)
    expect(none.text).toContain('href="#scope-read"')
    expect(none.text).toContain('value="idle script"')
    const made = await editor
      .post('/account/tokens', { name: 'reading script', 'scope-read': 'yes', 'scope-rule': 'yes' })
      .expect(201)
    const api = desk.visitor().set('Authorization', `Bearer ${secretIn(made.text)}`)
    await api.get('/api/v1/reports').expect(200)
    const refused = await api
      .post('/api/v1/reports')
      .attach('file', Buffer.from('# A pier'), 'pier.md')
      .expect(403)
    expect(refused.text).toContain('lacks the scope “edit”')
    expect((await editor.get('/account')).text).toContain('read, rule')
  })

  test('nobody revokes the token of another', async () => {
    const desk = testApp(await makeDatabase())
    const token = await desk.tokenOf('reviewer')
    const { id } = await desk.db.apiToken.findFirstOrThrow()
    await (await desk.as('admin')).post(`/account/tokens/${id}/revocation`).expect(404)
    await desk.visitor().get('/api/v1/reports').set('Authorization', `Bearer ${token}`).expect(200)
  })

  test('signing out everywhere ends every session of the account', async () => {
    const desk = testApp(await makeDatabase())
    const [here, elsewhere] = [await desk.as('reviewer'), await desk.as('reviewer')]
    await here.post('/account/sign-out-everywhere').expect(303)
    await here.get('/account').expect(303)
    await elsewhere.get('/account').expect(303)
  })
})
