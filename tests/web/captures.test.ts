import request, { type Response } from 'supertest'
import { afterEach, expect, test } from 'vitest'
import { fetchJobs } from '../../src/fetch-jobs.ts'
import { startJobLoop } from '../../src/jobs/run-jobs.ts'
import { addSource } from '../../src/sources/add-source.ts'
import { USUAL_WORK } from '../../src/work-config.ts'
import { addToken } from '../../src/accounts/add-token.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { mayReachOutside, type StrangeServer, strangeServer } from '../support/strange-server.ts'

const PAGE = Buffer.from(
  '<!doctype html><title>Tides</title><script>alert(1)</script><p>High water at four metres.</p>',
)

const undo: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

async function serving(answer: Parameters<typeof strangeServer>[0]): Promise<StrangeServer> {
  const server = await strangeServer(answer)
  undo.push(server.stop)
  return server
}

/** A desk whose jobs run in this process, and a source at this address. */
async function deskWith(test: TestApp, url: string, { running = true } = {}): Promise<string> {
  if (running) {
    const kinds = fetchJobs(test.services, { mayReach: mayReachOutside })
    const loop = startJobLoop({ ...test.services, kinds, every: 5 })
    undo.push(loop.stop)
  }
  const by = (await test.as('reviewer')).account
  const named = { title: 'Tide tables', url, kind: 'document' as const }
  return (await addSource(test.db, { ...named, by, at: test.now, onDesk: true })).id
}

const binary = (answer: Response, done: (error: Error | null, body: Buffer) => void): void => {
  const res = answer as unknown as NodeJS.ReadableStream
  const chunks: Buffer[] = []
  res.on('data', (chunk: Buffer) => chunks.push(chunk))
  res.on('end', () => done(null, Buffer.concat(chunks)))
}

const hrefIn = ({ text }: Response, end: string): string =>
  new RegExp(`/captures/[\\w-]+/${end}`).exec(text)?.[0] ?? 'nothing'

describeOnBothDatabases('the page of a source', (makeDatabase) => {
  test('lets a reviewer upload what was seen, and everybody save it, harmlessly', async () => {
    const desk = testApp(await makeDatabase())
    const id = await deskWith(desk, 'https://tide.example/7', { running: false })
    const [reviewer, reader] = [await desk.as('reviewer'), await desk.as('reader')]
    const sent = await reviewer.upload(`/sources/${id}/captures`, PAGE, 'tides.html', {
      captureTitle: 'The tide page',
      seenOn: '2020-05-04',
    })
    expect([sent.status, sent.headers['location']]).toEqual([303, `/sources/${id}#captures`])
    const page = await reader.get(`/sources/${id}`)
    expect(page.text).toContain('The tide page')
    expect(page.text).toContain('web page, uploaded')
    expect(page.text).toContain('4 May 2020')
    expect(page.text).not.toContain('Upload what was seen</summary>')
    const file = await reader.get(hrefIn(page, 'file')).buffer(true).parse(binary)
    expect((file.body as Buffer).equals(PAGE)).toBe(true)
    expect(file.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
    })
    expect(file.headers['content-disposition']).toMatch(
      /^attachment; filename="capture-2020-05-04-[0-9a-f]{8}\.html"$/,
    )
    expect((await desk.visitor().get(hrefIn(page, 'file'))).status).toBe(303)
  })

  test('says what is wrong with an upload, and keeps what was typed', async () => {
    const desk = testApp(await makeDatabase())
    const id = await deskWith(desk, 'https://tide.example/7', { running: false })
    const reviewer = await desk.as('reviewer')
    const program = await reviewer.upload(
      `/sources/${id}/captures`,
      Buffer.from('7f454c4600', 'hex'),
      'a.exe',
      { captureTitle: 'What I saw' },
    )
    expect(program.status).toBe(422)
    expect(program.text).toContain('Choose a PDF, an image')
    expect(program.text).toContain('value="What I saw"')
    const early = await reviewer.upload(`/sources/${id}/captures`, PAGE, 'a.html', { seenOn: '2020-02-31' })
    expect(early.status).toBe(422)
    expect(early.text).toContain('Give the day')
    expect(await desk.db.capture.count()).toBe(0)
  })

  test('lets Stet fetch the page and look at the link, and shows what came of it', async () => {
    const desk = testApp(await makeDatabase())
    let status = 200
    const server = await serving((_req, res) =>
      res.writeHead(status, { 'content-type': 'text/html' }).end(PAGE),
    )
    const id = await deskWith(desk, `${server.url}/7`)
    const reviewer = await desk.as('reviewer')
    /** Sends a form, a minute later than the one before, and waits until the page says what came of it. */
    const ask = async (form: string, words: string): Promise<Response> => {
      desk.now = new Date(desk.now.getTime() + 60_000)
      expect((await reviewer.post(`/sources/${id}/${form}`)).status).toBe(303)
      let page = await reviewer.get(`/sources/${id}`)
      await until(async () => {
        page = await reviewer.get(`/sources/${id}`)
        return page.text.includes(words)
      })
      return page
    }
    const page = await ask('fetches', 'web page, fetched')
    const warc = await reviewer.get(hrefIn(page, 'warc')).buffer(true).parse(binary)
    expect(warc.headers['content-type']).toBe('application/warc')
    expect((warc.body as Buffer).subarray(0, 2).toString('hex')).toBe('1f8b')
    await ask('link-checks', '</span> alive</h2>')
    status = 403
    await ask('link-checks', 'it answers 403 Forbidden')
    status = 404
    await ask('link-checks', 'before it is called dead')
    await ask('link-checks', '</span> dead</h2>')
    await ask('fetches', 'Nothing was kept: the server answers 404 Not Found.')
  })

  test('offers no fetch where a source says so, or nothing is fetched here', async () => {
    const db = await makeDatabase()
    const desk = testApp(db, { work: { ...USUAL_WORK, fetch: false, linkChecks: 'off' } })
    const id = await deskWith(desk, 'https://tide.example/7', { running: false })
    const reviewer = await desk.as('reviewer')
    const page = await reviewer.get(`/sources/${id}`)
    expect(page.text).toContain('This server fetches nothing (FETCH=off)')
    expect(page.text).not.toContain('Fetch it now')
    expect((await reviewer.post(`/sources/${id}/fetches`)).status).toBe(409)
    await db.source.update({ where: { id }, data: { doNotFetch: true } })
    const marked = testApp(db)
    const other = await marked.asAccount(reviewer.account)
    expect((await other.get(`/sources/${id}`)).text).not.toContain('Check it now')
    const refused = await other.post(`/sources/${id}/link-checks`)
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('marked “do not fetch”')
  })

  test('is served by the API too', async () => {
    const desk = testApp(await makeDatabase())
    const server = await serving((_req, res) => res.end(PAGE))
    const id = await deskWith(desk, `${server.url}/7`)
    const token = await desk.tokenOf('reviewer')
    const api = (method: 'get' | 'post', path: string) =>
      request(desk.app)[method](`/api/v1${path}`).set('Authorization', `Bearer ${token}`)
    const made = await api('post', `/sources/${id}/captures`)
      .attach('file', PAGE, 'tides.html')
      .field('title', 'Tides, saved')
    expect(made.status).toBe(201)
    const capture = made.body as { id: string; sha256: string }
    expect(made.body).toMatchObject({
      kind: 'uploaded',
      title: 'Tides, saved',
      mediaType: 'text/html',
      size: PAGE.length,
    })
    const read = await api('get', `/captures/${capture.id}`)
    expect((read.body as { text: string }).text).toContain('High water at four metres.')
    expect(JSON.stringify(read.body)).not.toContain('salt')
    const file = await api('get', `/captures/${capture.id}/file`).buffer(true).parse(binary)
    expect((file.body as Buffer).equals(PAGE)).toBe(true)
    expect((await api('get', `/captures/${capture.id}/warc`)).status).toBe(404)
    expect((await api('post', `/sources/${id}/captures`)).status).toBe(422)
    expect((await api('post', `/sources/${id}/link-checks`)).status).toBe(202)
    await until(async () => (await desk.db.linkCheck.count()) === 1)
    expect((await api('get', `/sources/${id}/link-checks`)).body).toMatchObject({
      items: [{ result: 'alive' }],
      work: [],
    })
    expect((await api('post', `/sources/${id}/fetches`)).status).toBe(202)
    await until(async () => (await desk.db.capture.count()) === 2)
    const { items } = (await api('get', `/sources/${id}/captures`)).body as { items: { kind: string }[] }
    expect(items.map(({ kind }) => kind).sort()).toEqual(['fetched', 'uploaded'])
  })

  test('tells nothing of captures to whom it is not known', async () => {
    const desk = testApp(await makeDatabase())
    const id = await deskWith(desk, 'https://tide.example/7', { running: false })
    const reviewer = await desk.as('reviewer')
    await reviewer.upload(`/sources/${id}/captures`, PAGE, 'tides.html')
    const page = await reviewer.get(`/sources/${id}`)
    await desk.db.source.update({ where: { id }, data: { onDesk: false } })
    const { token } = await addToken(desk.db, {
      account: (await desk.as('editor')).account,
      name: 'x',
      by: null,
      at: desk.now,
    })
    expect((await (await desk.as('reader')).get(hrefIn(page, 'file'))).status).toBe(404)
    for (const path of [hrefIn(page, 'file'), hrefIn(page, 'file').replace('/file', '')])
      expect(
        (await request(desk.app).get(`/api/v1${path}`).set('Authorization', `Bearer ${token}`)).status,
      ).toBe(404)
  })
})

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 10))
}
