import { expect, test } from 'vitest'
import { ensureSetupLink } from '../../src/accounts/setup-link.ts'
import { csrfTokenIn, type TestApp, testApp } from '../support/app.ts'
import { describeOnBothDatabases } from '../support/databases.ts'

const PASSWORD = 'lantern over the quiet harbour'

describeOnBothDatabases('the first administrator', (makeDatabase) => {
  async function newDesk(): Promise<{ desk: TestApp; path: string }> {
    const desk = testApp(await makeDatabase())
    const link = await ensureSetupLink(desk.db, 'http://localhost:3000', () => desk.now)
    return { desk, path: new URL(link ?? '').pathname }
  }

  async function fillIn(desk: TestApp, path: string, fields: Record<string, string>) {
    const visitor = desk.visitor()
    const page = await visitor.get(path).expect(200)
    const _csrf = csrfTokenIn(page.text)
    return {
      visitor,
      response: await visitor
        .post(path)
        .type('form')
        .send({ _csrf, ...fields }),
    }
  }

  const ada = { name: 'Ada <b>Bold</b>', email: 'ada@desk.example', password: PASSWORD }

  test('is made by the link, is signed in at once, and manages accounts', async () => {
    const { desk, path } = await newDesk()
    const { visitor, response } = await fillIn(desk, path, ada)
    expect(response.status).toBe(303)
    const accounts = await visitor.get('/accounts').expect(200)
    expect(accounts.text).toContain('Ada &lt;b&gt;Bold&lt;/b&gt;')
    expect(accounts.text).not.toContain('<b>Bold')
  })

  test('the link works once', async () => {
    const { desk, path } = await newDesk()
    await fillIn(desk, path, ada)
    expect((await desk.visitor().get(path).expect(410)).text).toContain('used or is too old')
  })

  test('a form with mistakes comes back with what was typed, each mistake linked to its field', async () => {
    const { desk, path } = await newDesk()
    const { response } = await fillIn(desk, path, { name: 'Ada', email: 'ada', password: 'short' })
    expect(response.status).toBe(422)
    expect(response.text).toContain('value="Ada"')
    expect(response.text).toContain('href="#email"')
    expect(response.text).toContain('href="#password"')
    expect(response.text).not.toContain('value="short"')
    expect(await desk.db.account.count()).toBe(0)
  })

  test('a wrong link makes nothing', async () => {
    const { desk } = await newDesk()
    const visitor = desk.visitor()
    const _csrf = csrfTokenIn((await visitor.get('/sign-in')).text)
    await visitor
      .post('/setup/wrong')
      .type('form')
      .send({ _csrf, ...ada })
      .expect(410)
    expect(await desk.db.account.count()).toBe(0)
  })
})
