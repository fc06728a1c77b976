import { expect, test } from 'vitest'
import { hashPassword } from '../../src/accounts/password.ts'
import { accountWithRole } from '../support/accounts.ts'
import { csrfTokenIn, type TestApp, testApp } from '../support/app.ts'
import { describeOnBothDatabases } from '../support/databases.ts'

const PASSWORD = 'lantern over the quiet harbour'
const HOUR = 60 * 60_000

describeOnBothDatabases('signing in', (makeDatabase) => {
  async function deskWithIna(given: { baseUrl?: string } = {}): Promise<TestApp> {
    const db = await makeDatabase()
    await accountWithRole(db, 'reviewer', {
      name: 'Ina',
      email: 'ina@desk.example',
      passwordHash: await hashPassword(PASSWORD),
    })
    return testApp(db, given)
  }

  /** Signs in as a browser does: the page, then its form. */
  async function signIn(desk: TestApp, fields: Record<string, string>, visitor = desk.visitor()) {
    const page = await visitor.get('/sign-in')
    const response = await visitor
      .post('/sign-in')
      .type('form')
      .send({ _csrf: csrfTokenIn(page.text), ...fields })
    return { visitor, response, cookies: response.get('Set-Cookie') ?? [] }
  }

  const right = { email: 'Ina@Desk.example ', password: PASSWORD }

  test('the right e-mail and password open the page that was asked for', async () => {
    const desk = await deskWithIna()
    const visitor = desk.visitor()
    const away = await visitor.get('/account').expect(303)
    expect(away.headers['location']).toBe('/sign-in?to=%2Faccount')
    const { response } = await signIn(desk, { ...right, to: '/account' }, visitor)
    expect(response.status).toBe(303)
    expect(response.headers['location']).toBe('/account')
    expect((await visitor.get('/account').expect(200)).text).toContain('Ina')
  })

  test('after sign-in nobody is sent to another site', async () => {
    const desk = await deskWithIna()
    for (const to of [
      'https://elsewhere.example/',
      '//elsewhere.example',
      '/\\elsewhere.example',
      'javascript:alert(1)',
    ]) {
      const { response } = await signIn(desk, { ...right, to })
      expect(response.headers['location']).toBe('/reports')
    }
  })

  test('the answer is the same whichever half was wrong', async () => {
    const desk = await deskWithIna()
    const wrongPassword = await signIn(desk, { email: 'ina@desk.example', password: 'x'.repeat(20) })
    const wrongEmail = await signIn(desk, { email: 'ina@desk.example.org', password: PASSWORD })
    expect(wrongPassword.response.status).toBe(422)
    expect(wrongEmail.response.status).toBe(422)
    const words = (html: string, email: string): string =>
      html.replaceAll(email, 'EMAIL').replaceAll(/value="[\w-]{43,}"/g, '')
    expect(words(wrongPassword.response.text, 'ina@desk.example')).toBe(
      words(wrongEmail.response.text, 'ina@desk.example.org'),
    )
    expect(wrongPassword.response.text).toContain('do not go together')
  })

  test('somebody suspended, somebody without a password and the sample’s people cannot sign in', async () => {
    const desk = await deskWithIna()
    await accountWithRole(desk.db, 'editor', { email: 'no-password@desk.example' })
    await desk.db.account.updateMany({
      where: { email: 'ina@desk.example' },
      data: { suspendedAt: desk.now },
    })
    expect((await signIn(desk, right)).response.status).toBe(422)
    expect((await signIn(desk, { email: 'no-password@desk.example', password: '' })).response.status).toBe(
      422,
    )
    await desk.db.account.updateMany({
      where: { email: 'ina@desk.example' },
      data: { suspendedAt: null, sample: true },
    })
    expect((await signIn(desk, right)).response.status).toBe(422)
  })

  test('the cookie is out of reach of scripts and other sites, and only its hash is stored', async () => {
    const desk = await deskWithIna()
    const { cookies } = await signIn(desk, right)
    const cookie = cookies.find((one) => one.startsWith('stet-session=')) ?? ''
    expect(cookie).toMatch(
      /^stet-session=[\w-]{43}; Max-Age=1209600; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
    )
    const secret = /=([\w-]{43});/.exec(cookie)?.[1] ?? ''
    expect(JSON.stringify(await desk.db.session.findMany())).not.toContain(secret)
  })

  test('over HTTPS the cookie is Secure and bound to this host', async () => {
    const desk = await deskWithIna({ baseUrl: 'https://stet.example' })
    const page = await desk.visitor().get('/sign-in')
    const visitor = (page.get('Set-Cookie') ?? []).join()
    expect(visitor).toMatch(/^__Host-stet-visitor=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  })

  test('every sign-in has a new session and ends the one before it in this browser', async () => {
    const desk = await deskWithIna()
    const first = await signIn(desk, right)
    const page = await first.visitor.get('/account')
    const before = await desk.db.session.findMany()
    await first.visitor
      .post('/sign-in')
      .type('form')
      .send({ ...right, _csrf: csrfTokenIn(page.text) })
    const after = await desk.db.session.findMany()
    expect(before).toHaveLength(1)
    expect(after).toHaveLength(1)
    expect(after[0]?.id).not.toBe(before[0]?.id)
  })

  test('looking at the sign-in page writes nothing to the database', async () => {
    const desk = await deskWithIna()
    await desk.visitor().get('/sign-in').expect(200)
    expect(await desk.db.session.count()).toBe(0)
  })

  test('signing out ends the session: its cookie opens nothing any more', async () => {
    const desk = await deskWithIna()
    const { visitor, cookies } = await signIn(desk, right)
    const page = await visitor.get('/account')
    await visitor
      .post('/sign-out')
      .type('form')
      .send({ _csrf: csrfTokenIn(page.text) })
      .expect(303)
    expect(await desk.db.session.count()).toBe(0)
    const cookie = cookies.find((one) => one.startsWith('stet-session=')) ?? ''
    await desk.visitor().get('/account').set('Cookie', cookie).expect(303)
  })

  test('a session ends after twelve hours without a request', async () => {
    const desk = await deskWithIna()
    const { visitor } = await signIn(desk, right)
    const start = desk.now.getTime()
    desk.now = new Date(start + 11 * HOUR)
    await visitor.get('/account').expect(200)
    desk.now = new Date(start + 22 * HOUR)
    await visitor.get('/account').expect(200)
    desk.now = new Date(start + 34 * HOUR)
    await visitor.get('/account').expect(303)
  })

  test('a session ends after fourteen days however much it is used', async () => {
    const desk = await deskWithIna()
    const { visitor } = await signIn(desk, right)
    const start = desk.now.getTime()
    for (let hours = 10; hours < 14 * 24; hours += 10) {
      desk.now = new Date(start + hours * HOUR)
      await visitor.get('/account').expect(200)
    }
    desk.now = new Date(start + 14 * 24 * HOUR)
    await visitor.get('/account').expect(303)
  })

  test('a page view within five minutes of the last writes nothing', async () => {
    const desk = await deskWithIna()
    const { visitor } = await signIn(desk, right)
    const start = desk.now
    desk.now = new Date(start.getTime() + 4 * 60_000)
    await visitor.get('/account').expect(200)
    expect((await desk.db.session.findFirstOrThrow()).lastSeenAt).toEqual(start)
    desk.now = new Date(start.getTime() + 5 * 60_000)
    await visitor.get('/account').expect(200)
    expect((await desk.db.session.findFirstOrThrow()).lastSeenAt).toEqual(desk.now)
  })

  test('after ten wrong passwords for one e-mail even the right one is answered 429', async () => {
    const desk = await deskWithIna()
    for (let tries = 0; tries < 10; tries++)
      expect((await signIn(desk, { ...right, password: 'wrong wrong wrong' })).response.status).toBe(422)
    const { response } = await signIn(desk, right)
    expect(response.status).toBe(429)
    expect(response.text).toContain('Wait a quarter of an hour')
    expect((await signIn(desk, { email: 'other@desk.example', password: 'x' })).response.status).toBe(422)
  })

  test('one address may not try many e-mails', async () => {
    const desk = await deskWithIna()
    const visitor = desk.visitor()
    const _csrf = csrfTokenIn((await visitor.get('/sign-in')).text)
    const statuses = new Set<number>()
    for (let i = 0; i < 51; i++) {
      const fields = { _csrf, email: `somebody-${i}@desk.example`, password: 'guess' }
      statuses.add((await visitor.post('/sign-in').type('form').send(fields)).status)
    }
    expect([...statuses]).toEqual([422, 429])
  })
})
