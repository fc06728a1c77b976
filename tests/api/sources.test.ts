import request, { type Response } from 'supertest'
import { beforeEach, expect, test } from 'vitest'
import type { Role } from '../../src/accounts/account.ts'
import { judgeEvidence } from '../../src/review/judge-evidence.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { describeOnSqlite } from '../support/databases.ts'
import { morning, reportAtWork, type ReportAtWork } from '../support/reports.ts'

describeOnSqlite('the API about sources', (makeDatabase) => {
  let desk: TestApp
  let work: ReportAtWork

  beforeEach(async () => {
    desk = testApp(await makeDatabase())
    work = await reportAtWork(desk.db)
  })

  async function ask(role: Role, method: 'get' | 'post', path: string, body?: object): Promise<Response> {
    const token = await desk.tokenOf(role)
    const asked = request(desk.app)[method](`/api/v1${path}`).set('Authorization', `Bearer ${token}`)
    return body === undefined ? asked : asked.send(body)
  }
  const idOf = ({ body }: Response): string => (body as { id: string }).id
  const added = async (title: string): Promise<string> =>
    idOf(await ask('reviewer', 'post', '/sources', { title, kind: 'document' }))

  test('adds one, knows it again, and refuses what is none', async () => {
    const book = { title: 'Pilot book', kind: 'document', url: 'https://pilot.example/book' }
    const first = await ask('reviewer', 'post', '/sources', book)
    expect(first.status).toBe(201)
    expect(first.headers['location']).toBe(`/api/v1/sources/${idOf(first)}`)
    const again = await ask('reviewer', 'post', '/sources', book)
    expect([again.status, idOf(again)]).toEqual([200, idOf(first)])
    for (const bad of [{}, { title: '' }, { ...book, kind: 'rumour' }, { ...book, colour: 'red' }])
      expect((await ask('reviewer', 'post', '/sources', bad)).status).toBe(422)
    expect((await ask('reader', 'post', '/sources', book)).status).toBe(403)
    expect((await ask('reader', 'get', `/sources/${idOf(first)}`)).body).toMatchObject(book)
    expect((await ask('reader', 'get', '/sources/none')).status).toBe(404)
  })

  test('lists them by pages, and those that nobody judged', async () => {
    const id = await added('Almanac')
    await added('Zoning plan')
    const page = (await ask('reader', 'get', '/sources?limit=1')).body as { items: object[]; next: string }
    expect(page).toMatchObject({ items: [{ title: 'Almanac' }], next: '1' })
    expect((await ask('reader', 'get', '/sources?q=zoning')).body).toMatchObject({
      ...{ items: [{ title: 'Zoning plan' }], next: null },
    })
    await ask('reviewer', 'post', `/sources/${id}/reliability`, { reliability: 'B', reason: 'Long kept.' })
    const { items } = (await ask('reader', 'get', '/sources?unjudged=true')).body as {
      items: { title: string }[]
    }
    expect(items.map(({ title }) => title)).not.toContain('Almanac')
    expect((await ask('reader', 'get', '/sources?limit=0')).status).toBe(422)
  })

  test('edits, judges, groups and sets the day of its review', async () => {
    const id = await added('Pilot book')
    const at = `/sources/${id}`
    const edit = { title: 'Pilot book of the Elve', kind: 'document', doNotFetch: true }
    expect((await ask('reviewer', 'post', `${at}/edits`, edit)).body).toMatchObject(edit)
    expect((await ask('reviewer', 'post', `${at}/edits`, { title: 'x' })).status).toBe(422)
    const judged = await ask('reviewer', 'post', `${at}/reliability`, { reliability: 'A' })
    expect(judged.body).toMatchObject({ reliability: 'A' })
    expect((await ask('reviewer', 'post', `${at}/reliability`, { reliability: 'Z' })).status).toBe(422)
    expect((await ask('reviewer', 'post', `${at}/origin`, { origin: 'Elve wire' })).status).toBe(201)
    expect((await ask('reviewer', 'post', `${at}/review-dates`, { reviewAfter: 'soon' })).status).toBe(422)
    expect((await ask('reader', 'post', `${at}/origin`, { origin: 'x' })).status).toBe(403)
  })

  test('merges a duplicate and takes it apart again; never a source with itself', async () => {
    const [book, copy] = [await added('Pilot book'), await added('Pilot’s book')]
    const merge = (duplicateId: string) => ask('editor', 'post', `/sources/${book}/merges`, { duplicateId })
    expect((await merge(book)).status).toBeGreaterThanOrEqual(409)
    expect((await merge('none')).status).toBe(404)
    expect((await ask('reviewer', 'post', `/sources/${book}/merges`, { duplicateId: copy })).status).toBe(403)
    expect((await merge(copy)).status).toBe(201)
    expect(await desk.db.source.findUnique({ where: { id: copy } })).toMatchObject({ mergedIntoId: book })
    expect((await ask('editor', 'post', `/sources/${copy}/merge-withdrawals`)).status).toBe(201)
    expect(await desk.db.source.findUnique({ where: { id: copy } })).toMatchObject({ mergedIntoId: null })
  })

  test('protects who it is from everybody who is not named, and lets that be lifted', async () => {
    const secret = { descriptor: 'A harbour official', locator: 'Ida Marsh, pier 4' }
    const made = await ask('reviewer', 'post', '/sources', { kind: 'person', protected: secret })
    expect(made.status).toBe(201)
    const at = `/sources/${idOf(made)}`
    expect(JSON.stringify((await ask('reviewer', 'get', at)).body)).toContain('Ida Marsh')
    for (const role of ['reader', 'editor', 'admin'] as const) {
      const { body } = (await ask(role, 'get', at)) as { body: unknown }
      expect({ role, told: JSON.stringify(body).includes('Marsh') }).toEqual({ role, told: false })
    }
    expect((await ask('editor', 'post', `${at}/protection-lifts`)).status).toBe(403)
    expect((await ask('reviewer', 'post', `${at}/protection-lifts`)).status).toBe(201)
    const plain = await added('Pilot book')
    expect((await ask('reviewer', 'post', `/sources/${plain}/protection`, secret)).status).toBe(201)
    expect((await ask('reviewer', 'post', `/sources/${plain}/protection`, { descriptor: '' })).status).toBe(
      422,
    )
  })

  test('is put to many claims of a report at once, all or none, and each taken back', async () => {
    const id = await added('Pilot book')
    const claims = work.claims.slice(0, 2).map((claim) => ({ claimId: claim.id, judgement: 'supports' }))
    const put = (given: object) =>
      ask('reviewer', 'post', `/sources/${id}/evidence`, { reportId: work.report.id, claims, ...given })
    const none = [...claims, { claimId: 'none', judgement: 'supports' }]
    expect([404, 422]).toContain((await put({ claims: none })).status)
    expect((await put({ claims: [] })).status).toBe(422)
    expect(await desk.db.evidence.count()).toBe(0)
    const { body, status } = (await put({ locator: 'p. 12' })) as {
      body: { items: { id: string }[] }
      status: number
    }
    expect([status, body.items.length]).toEqual([201, 2])
    const [first] = await desk.db.evidence.findMany({ orderBy: { id: 'asc' } })
    const back = `/evidence/${first?.id ?? ''}/withdrawals`
    expect((await ask('reviewer', 'post', back)).status).toBe(201)
    expect((await ask('reviewer', 'post', back)).status).toBe(409)
    expect((await ask('reader', 'post', back)).status).toBe(403)
  })

  test('falls after its impact was seen, marks what leans on it, and stands again', async () => {
    const id = await added('Pilot book')
    const [claim] = work.claims
    const evidence = { claimId: claim?.id ?? '', sourceId: id, judgement: 'supports' as const }
    await judgeEvidence(desk.db, { ...evidence, judgedBy: work.ana, at: morning(5) })
    const { seen } = (await ask('editor', 'get', `/sources/${id}/impact`)).body as { seen: string }
    const fall = { kind: 'retracted', reason: 'Its publisher took it back.', seen }
    const falling = (given: object, role: Role = 'editor') => ask(role, 'post', `/sources/${id}/falls`, given)
    expect((await falling({ ...fall, seen: 'other' })).status).toBe(409)
    expect((await falling({ ...fall, kind: 'forgotten' })).status).toBe(422)
    expect((await falling(fall, 'reviewer')).status).toBe(403)
    expect((await falling(fall)).status).toBe(201)
    const marked = () => desk.db.claim.findMany({ where: { rechecks: { gt: 0 } }, select: { number: true } })
    expect(await marked()).toEqual([{ number: 1 }])
    const again = { reason: 'It was another book.' }
    expect((await ask('editor', 'post', `/sources/${id}/fall-withdrawals`, again)).status).toBe(201)
    expect(await desk.db.source.findUnique({ where: { id } })).toMatchObject({ fallen: null })
  })
})
