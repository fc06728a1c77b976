import { pino } from 'pino'
import { expect, test } from 'vitest'
import { csrfTokenIn, testApp } from '../support/app.ts'
import { describeOnSqlite } from '../support/databases.ts'

describeOnSqlite('every answer', (makeDatabase) => {
  test('forbids inline script and style, framing and loading from elsewhere', async () => {
    const desk = testApp(await makeDatabase())
    for (const path of ['/sign-in', '/nowhere', '/api/v1/reports', '/css/base.css', '/healthz']) {
      const { headers } = await desk.visitor().get(path)
      const policy = String(headers['content-security-policy'])
      expect(policy).toContain("default-src 'self'")
      expect(policy).toContain("script-src 'self'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toContain('unsafe')
      expect(policy).not.toMatch(/https?:/)
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['referrer-policy']).toBe('same-origin')
      expect(headers['x-powered-by']).toBeUndefined()
    }
  })

  test('promises HTTPS only where Stet is reached by it', async () => {
    const db = await makeDatabase()
    const [plain, secure] = [testApp(db), testApp(db, { baseUrl: 'https://stet.example' })]
    const overHttp = await plain.visitor().get('/sign-in')
    expect(overHttp.headers['strict-transport-security']).toBeUndefined()
    expect(overHttp.headers['content-security-policy']).not.toContain('upgrade-insecure-requests')
    const overHttps = await secure.visitor().get('/sign-in')
    expect(overHttps.headers['strict-transport-security']).toContain('max-age=')
    expect(overHttps.headers['content-security-policy']).toContain('upgrade-insecure-requests')
  })

  test('pages are kept by no cache, files by all', async () => {
    const desk = testApp(await makeDatabase())
    expect((await desk.visitor().get('/sign-in')).headers['cache-control']).toBe('no-store')
    const file = await desk.visitor().get('/css/base.css').expect(200)
    expect(file.headers['cache-control']).toBe('public, max-age=300')
    await desk.visitor().get('/css/base.css').set('If-None-Match', String(file.headers['etag'])).expect(304)
    await desk.visitor().get('/fonts/source-serif-4-latin-wght-normal.woff2').expect(200)
    await desk.visitor().get('/icon.svg').expect(200)
  })

  test('no path leads out of the folders of public files', async () => {
    const desk = testApp(await makeDatabase())
    for (const path of [
      '/css/..%2f..%2fpackage.json',
      '/css/%2e%2e/%2e%2e/package.json',
      '/fonts/../package.json',
    ])
      expect([400, 403, 404]).toContain((await desk.visitor().get(path)).status)
  })
})

describeOnSqlite('forms', (makeDatabase) => {
  test('are refused without the token, with a wrong one, and with another session’s', async () => {
    const desk = testApp(await makeDatabase())
    const [ina, ben] = [await desk.as('reviewer'), await desk.as('editor')]
    const bens = csrfTokenIn((await ben.get('/account')).text)
    for (const _csrf of ['', 'x', bens]) {
      const answer = await ina.post('/account/tokens', { name: 'x' }).send({ name: 'x', _csrf })
      expect(answer.status).toBe(403)
      expect(answer.text).toContain('reload the page')
    }
    expect(await desk.db.apiToken.count()).toBe(0)
  })

  test('the sign-in form too: a visitor’s token is bound to their cookie', async () => {
    const desk = testApp(await makeDatabase())
    const _csrf = csrfTokenIn((await desk.visitor().get('/sign-in')).text)
    await desk
      .visitor()
      .post('/sign-in')
      .type('form')
      .send({ email: 'a@b', password: 'c', _csrf })
      .expect(403)
    await desk.visitor().post('/sign-in').type('form').send({ email: 'a@b', password: 'c' }).expect(403)
  })

  test('a multipart body is no way round the token', async () => {
    const desk = testApp(await makeDatabase())
    const editor = await desk.as('editor')
    const file = Buffer.from('# A note\n\nThe pier was closed.\n')
    await editor.upload('/reports', file, 'pier.md', {}).field('_csrf', 'second').expect(403)
    await editor.upload('/account/tokens', file, 'x', { name: 'x' }).expect(403)
    expect(await desk.db.report.count()).toBe(0)
    expect(await desk.db.apiToken.count()).toBe(0)
    await editor.upload('/reports', file, 'pier.md').expect(303)
    expect(await desk.db.report.count()).toBe(1)
  })

  test('what a browser says comes from another site is refused even with the token', async () => {
    const desk = testApp(await makeDatabase())
    const ina = await desk.as('reviewer')
    await ina.post('/account/tokens', { name: 'x' }).set('Sec-Fetch-Site', 'cross-site').expect(403)
    await ina
      .post('/account/tokens', { name: 'x', 'scope-read': 'yes' })
      .set('Sec-Fetch-Site', 'same-origin')
      .expect(201)
  })

  test('a file of more than 20 MB is answered 413, and nothing of it is kept', async () => {
    const desk = testApp(await makeDatabase())
    const file = Buffer.alloc(51 * 1024 * 1024, 97)
    await (await desk.as('editor')).upload('/reports', file, 'long.txt').expect(413)
    expect(await desk.db.report.count()).toBe(0)
  })

  test('of a visitor whose session ended say that nothing was saved', async () => {
    const desk = testApp(await makeDatabase())
    const answer = await desk.visitor().post('/account/tokens').type('form').send({ name: 'x' }).expect(401)
    expect(answer.text).toContain('nothing was saved')
  })
})

describeOnSqlite('errors', (makeDatabase) => {
  test('an unknown page says what to do, and goes back to where people are', async () => {
    const desk = testApp(await makeDatabase())
    const { text } = await desk.visitor().get('/nowhere').expect(404)
    expect(text).toContain('There is no such page')
    expect(text).toContain('href="/reports"')
  })

  test('a malformed address is the sender’s mistake', async () => {
    const desk = testApp(await makeDatabase())
    await (await desk.as('reader')).get('/claims/%E0%A4%A').expect(400)
  })

  test('our own faults show a request number, and only the log has the details', async () => {
    const lines: string[] = []
    const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) })
    const desk = testApp(await makeDatabase(), { log })
    const ina = await desk.as('reviewer')
    await desk.db.$executeRaw`DROP TABLE "Session"`
    const { text } = await ina.get('/account?q=secret-words').set('X-Secret', 'header-words').expect(500)
    const number = /<code>([\w-]{16})<\/code>/.exec(text)?.[1] ?? 'none'
    expect(text).not.toMatch(/prisma|sqlite|Session|at \w+ \(/i)
    const line = lines.find((one) => one.includes(number)) ?? ''
    expect(JSON.parse(line)).toMatchObject({
      level: 50,
      req: { method: 'GET', path: '/account' },
      res: { statusCode: 500 },
    })
    expect(line).toContain('Session')
    expect(lines.join('')).not.toMatch(/secret-words|header-words|stet-session/)
  })

  test('the log holds no query, no secret of a link and nothing of a body', async () => {
    const lines: string[] = []
    const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) })
    const desk = testApp(await makeDatabase(), { log })
    await desk.visitor().get('/sign-in?to=/query-words')
    await desk.visitor().get('/setup/link-words')
    await desk.visitor().post('/sign-in').type('form').send({ password: 'body-words' })
    expect(lines).toHaveLength(3)
    expect(lines.join('')).not.toMatch(/-words/)
  })

  test('whether the database answers is told to anybody', async () => {
    const desk = testApp(await makeDatabase())
    expect((await desk.visitor().get('/healthz').expect(200)).text).toBe('ok\n')
  })
})

describeOnSqlite('the API', (makeDatabase) => {
  test('answers 401 as problem+json without a token that is in force', async () => {
    const desk = testApp(await makeDatabase())
    for (const authorization of [
      '',
      'Bearer',
      'Bearer wrong',
      'Basic YTpi',
      `Bearer ${'x'.repeat(10_000)}`,
    ]) {
      const answer = await desk
        .visitor()
        .get('/api/v1/reports')
        .set('Authorization', authorization)
        .expect(401)
      expect(answer.headers['content-type']).toContain('application/problem+json')
      expect(answer.headers['www-authenticate']).toContain('Bearer')
      expect(JSON.parse(answer.text)).toMatchObject({
        type: 'about:blank',
        status: 401,
        title: 'Sign in first',
      })
    }
  })

  test('does not take a browser’s cookie for a token', async () => {
    const desk = testApp(await makeDatabase())
    await (await desk.as('admin')).get('/api/v1/reports').expect(401)
  })

  test('takes a token without a form’s token, and sets no cookie', async () => {
    const desk = testApp(await makeDatabase())
    const token = await desk.tokenOf('reader')
    const answer = await desk
      .visitor()
      .get('/api/v1/reports')
      .set('Authorization', `Bearer ${token}`)
      .expect(200)
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  test('an unknown address below it is a problem in JSON', async () => {
    const desk = testApp(await makeDatabase())
    const token = await desk.tokenOf('reader')
    const answer = await desk
      .visitor()
      .get('/api/v1/nothing')
      .set('Authorization', `Bearer ${token}`)
      .expect(404)
    expect(answer.headers['content-type']).toContain('application/problem+json')
  })
})
