import request, { type Test } from 'supertest'
import { beforeEach, expect, test } from 'vitest'
import { type TestApp, testApp } from '../support/app.ts'
import { describeOnSqlite } from '../support/databases.ts'
import { published, type Published } from '../support/published.ts'
import { HARBOUR_REPORT, morning, reportAtWork, type ReportAtWork } from '../support/reports.ts'

describeOnSqlite('the API about reports that went out', (makeDatabase) => {
  let desk: TestApp
  let work: ReportAtWork
  let out: Published
  let token: string

  beforeEach(async () => {
    desk = testApp(await makeDatabase())
    work = await reportAtWork(desk.db)
    out = await published(desk.db, { reportId: work.report.id, by: work.eve, at: morning(10) })
    token = await desk.tokenOf('editor')
  })

  const ask = (method: 'get' | 'post', path: string, body?: object): Test => {
    const asked = request(desk.app)[method](`/api/v1${path}`).set('Authorization', `Bearer ${token}`)
    return body === undefined ? asked : asked.send(body)
  }

  test('opens the evidence page, corrects and withdraws', async () => {
    const at = `/publications/${out.id}`
    const opened = await ask('post', `${at}/evidence-page`, { open: true }).expect(201)
    expect(opened.body).toEqual({ open: true, evidencePage: `/evidence/${out.slug}` })
    await ask('post', `${at}/evidence-page`, { open: 'yes' }).expect(422)
    await ask('post', `${at}/corrections`, { kind: 'correction', note: '' }).expect(422)
    const correction = { kind: 'correction', claim: 1, was: '3 May', now: '4 May', note: 'A day later.' }
    expect((await ask('post', `${at}/corrections`, correction).expect(201)).body).toMatchObject({ number: 1 })
    await ask('post', `${at}/withdrawals`, { reason: 'Forged.' }).expect(201)
    await ask('post', `${at}/withdrawals`, { reason: 'Forged.' }).expect(409)
    const { body } = (await ask('get', `/reports/${work.report.id}/publications`).expect(200)) as {
      body: unknown
    }
    expect(body).toMatchObject({
      items: [
        { number: 1, corrections: [{ number: 1, note: 'A day later.' }], withdrawn: { reason: 'Forged.' } },
      ],
    })
    expect(JSON.stringify(body)).not.toContain('stet.snapshot')
  })

  test('compares what went out', async () => {
    const path = `/publications/${out.id}/went-out`
    await ask('post', path, {}).expect(422)
    const page = Buffer.from(HARBOUR_REPORT.replace('3 May 2021 in', '5 May 2021 in'))
    const added = await ask('post', path).attach('file', page, 'page.md').expect(201)
    expect(added.body).toMatchObject({ differences: 1 })
    const { id } = added.body as { id: string }
    const { body } = (await ask('get', `/went-out/${id}`).expect(200)) as { body: unknown }
    expect(body).toMatchObject({
      differences: [{ kind: 'reworded', changes: ['number'], claims: [1] }],
      claims: { 1: work.claims[0]!.id },
    })
  })

  test('writes complaints down, decides them, and tells how reports stand', async () => {
    const complaint = { from: 'Rhea Vance', words: 'One boat.', way: 'letter', claims: [2] }
    const path = `/publications/${out.id}/complaints`
    await ask('post', path, complaint).expect(422)
    const receivedAt = morning(20).toISOString()
    const entered = await ask('post', path, { ...complaint, receivedAt }).expect(201)
    expect(entered.body).toMatchObject({ number: 1, claims: [2] })
    const { id } = entered.body as { id: string }
    const decision = {
      decision: 'upheld',
      reply: 'Yes.',
      correction: { kind: 'correction', claim: 2, note: 'One.' },
    }
    await ask('post', `/complaints/${id}/decisions`, { ...decision, decision: 'maybe' }).expect(422)
    const decided = await ask('post', `/complaints/${id}/decisions`, decision).expect(201)
    expect(decided.body).toMatchObject({ correction: { number: 1 } })
    await ask('post', `/complaints/${id}/withdrawals`, {}).expect(409)
    expect((await ask('get', `/complaints/${id}`).expect(200)).body).toMatchObject({
      state: 'upheld',
      from: 'Rhea Vance',
    })
    const list = await ask('get', `/reports/${work.report.id}/complaints`).expect(200)
    expect(list.body).toMatchObject({ items: [{ number: 1, corrections: [1] }] })
    const { body } = (await ask('get', '/standing?from=2026-01-01&to=2026-01-31').expect(200)) as {
      body: unknown
    }
    expect(body).toMatchObject({
      total: { claims: 4, counts: { corrected: 1, 'not checked': 3 }, complaints: { upheld: 1 } },
    })
    await ask('get', '/standing?from=2026-02-01&to=2026-01-31').expect(422)
    await ask('get', '/standing?from=soon&to=2026-01-31').expect(422)
  })
})
