import { beforeAll, expect, test } from 'vitest'
import request from 'supertest'
import { type Browser, type TestApp, testApp } from '../support/app.ts'
import { describeOnSqlite } from '../support/databases.ts'
import { importMarkdown, reportAtWork, type ReportAtWork } from '../support/reports.ts'

const MILL = `# The mill

The mill closed in March 1931,[^1] and its owner left for Leith in April.[^2] Two hundred men lost their work. In our view this was shameful. Was it not shameful?

[^1]: Firth Herald, 10 March 1931.

[^2]: Leith Courier, 2 April 1931.
`

describeOnSqlite('editing claims, on the pages and by the API', (makeDatabase) => {
  let desk: TestApp
  let work: ReportAtWork
  let eve: Browser
  let made = 0

  beforeAll(async () => {
    desk = testApp(await makeDatabase())
    work = await reportAtWork(desk.db)
    eve = await desk.as('editor')
  })

  async function mill() {
    const { id } = await importMarkdown(desk.db, `mill-${++made}.md`, `${MILL}\n<!-- ${made} -->\n`, work.eve)
    return {
      id,
      claims: await desk.db.claim.findMany({ where: { reportId: id }, orderBy: { number: 'asc' } }),
    }
  }

  const page = async (claimId: string) => (await eve.get(`/claims/${claimId}`).expect(200)).text

  test('the panel offers the places where a claim can be split, and splits it', async () => {
    const { claims } = await mill()
    const [first] = claims
    const offered = await page(first!.id)
    const [, at] = /name="at" id="split-1" value="(\d+)"/.exec(offered) ?? []
    expect(offered).toContain('and its owner left for Leith in April')
    await eve.post(`/claims/${first!.id}/splits`, { at: at!, before: '', seenVersion: '1' }).expect(303)
    expect(await page(first!.id)).toContain('claim 1 split: its second part is claim 3')
  })

  test('a split that says nothing, or words that stand nowhere, keep what was typed', async () => {
    const { claims } = await mill()
    const nothing = await eve.post(`/claims/${claims[0]!.id}/splits`, { seenVersion: '1' }).expect(422)
    expect(nothing.text).toContain('href="#split-before"')
    const nowhere = await eve
      .post(`/claims/${claims[0]!.id}/splits`, { before: 'the foreman', seenVersion: '1' })
      .expect(422)
    expect(nowhere.text).toContain('value="the foreman"')
    await eve.post(`/claims/${claims[0]!.id}/splits`, { before: 'its owner', seenVersion: '7' }).expect(409)
  })

  test('claims are joined with the next one, grouped and given markers, and each is taken back', async () => {
    const { claims } = await mill()
    const [first, second] = claims
    const fields = { next: second!.id, nextVersion: '1', seenVersion: '1' }
    await eve.post(`/claims/${first!.id}/merges`, fields).expect(303)
    const joined = await page(first!.id)
    expect(joined).toContain('claim 2 joined to claim 1')
    expect(await page(second!.id)).toContain('its words belong to another claim now')
    const [, editId] = /name="editId" value="([\w-]+)"/.exec(joined) ?? []
    await eve.post(`/claims/${first!.id}/edit-withdrawals`, { editId: editId! }).expect(303)
    expect(await page(second!.id)).not.toContain('set aside')
    await eve.post(`/claims/${first!.id}/groups`, { group: 'the closure' }).expect(303)
    expect(await page(first!.id)).toContain('group “the closure”')
    const { version } = await desk.db.claim.findUniqueOrThrow({ where: { id: second!.id } })
    const [, move] = /<option value="(\d+ to [\w-]+)">take 2 from claim 1/.exec(await page(second!.id)) ?? []
    await eve.post(`/claims/${second!.id}/markers`, { move: move!, seenVersion: String(version) }).expect(303)
    expect(await page(second!.id)).toContain('Leith Courier')
  })

  test('a claim is marked as not checkable with a reason, and comes back where it was', async () => {
    const { claims } = await mill()
    const [, start] = /name="start" value="(\d+)"/.exec(await page(claims[1]!.id)) ?? []
    const [, end] = /name="end" value="(\d+)"/.exec(await page(claims[1]!.id)) ?? []
    const fields = { start: start!, end: end!, seen: '', words: '', seenVersion: '1' }
    const without = await eve
      .post(`/claims/${claims[1]!.id}/classifications`, { ...fields, because: '' })
      .expect(422)
    expect(without.text).toContain('href="#because"')
    await eve
      .post(`/claims/${claims[1]!.id}/classifications`, { ...fields, because: 'common knowledge' })
      .expect(303)
    expect(await page(claims[1]!.id)).toContain('marked as not checkable')
  })

  test('a claim of words that stand twice asks which place is meant, without script', async () => {
    const { id } = await mill()
    await eve.get(`/reports/${id}/claims/new`).expect(200)
    const asked = await eve
      .post(`/reports/${id}/claims`, { words: 'shameful', reason: 'A court ruled.' })
      .expect(422)
    expect(asked.text.match(/name="place"/g)).toHaveLength(2)
    const [, place] = /name="place" id="place-1" value="([\d-]+)"/.exec(asked.text) ?? []
    await eve
      .post(`/reports/${id}/claims`, { words: 'shameful', place: place!, reason: 'A court ruled.' })
      .expect(303)
    const claim = await desk.db.claim.findFirstOrThrow({ where: { reportId: id, number: 3 } })
    expect(await page(claim.id)).toContain('A court ruled.')
    const taken = await eve.post(`/reports/${id}/claims`, { words: 'Two hundred men' }).expect(422)
    expect(taken.text).toContain('belong to claim 2')
  })

  test('a reviewer is offered none of it, and an edit of another report is none of this one’s', async () => {
    const { claims } = await mill()
    const ben = await desk.as('reviewer')
    expect((await ben.get(`/claims/${claims[0]!.id}`)).text).not.toContain('Edit this claim')
    const { claims: others } = await mill()
    await eve
      .post(`/claims/${others[0]!.id}/splits`, { before: 'and its owner', seenVersion: '1' })
      .expect(303)
    const edit = await desk.db.claimEdit.findFirstOrThrow({ where: { claimId: others[0]!.id } })
    await eve.post(`/claims/${claims[0]!.id}/edit-withdrawals`, { editId: edit.id }).expect(404)
  })

  test('the API does the same, and describes it', async () => {
    const { id, claims } = await mill()
    const token = await desk.tokenOf('editor')
    const send = (path: string, body: object) =>
      request(desk.app).post(`/api/v1${path}`).set('Authorization', `Bearer ${token}`).send(body)
    const added = await send(`/reports/${id}/claims`, { words: 'In our view this was shameful' }).expect(201)
    expect(added.body).toMatchObject({ number: 3, version: 1 })
    await send(`/reports/${id}/claims`, { words: 'shameful' }).expect(422)
    const split = { kind: 'split', before: 'and its owner', seenVersion: 1 }
    const edited = await send(`/claims/${claims[0]!.id}/edits`, split).expect(201)
    await send(`/claims/${claims[0]!.id}/edits`, split).expect(409)
    await send(`/claims/${claims[0]!.id}/edits`, { kind: 'split', seenVersion: 2 }).expect(422)
    const group = { group: 'closure', claimIds: [claims[0]!.id, claims[1]!.id] }
    expect((await send(`/reports/${id}/groups`, group).expect(201)).body).toMatchObject({
      claims: [{ number: 1 }, { number: 2 }],
    })
    const listed = await request(desk.app)
      .get(`/api/v1/claims/${claims[0]!.id}/edits`)
      .set('Authorization', `Bearer ${token}`)
      .expect(200)
    expect(listed.body).toMatchObject({ items: [{ kind: 'grouped' }, { kind: 'split' }] })
    const { id: editId } = edited.body as { id: string }
    await send(`/claim-edits/${editId}/withdrawals`, {}).expect(201)
    await send(`/claim-edits/${editId}/withdrawals`, {}).expect(409)
    const described = await request(desk.app).get('/api/v1/openapi.json').expect(200)
    const { paths } = described.body as { paths: object }
    for (const path of ['/claims/{id}/edits', '/claims/{id}/risk', '/objections/{id}/closings'])
      expect(Object.keys(paths)).toContain(path)
  })
})
