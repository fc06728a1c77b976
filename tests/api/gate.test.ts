import request, { type Test } from 'supertest'
import { beforeEach, expect, test } from 'vitest'
import { type TestApp, testApp } from '../support/app.ts'
import { letDisputedStand, type MillAtWork, millAtWork, settleAll } from '../support/at-the-gate.ts'
import { describeOnSqlite } from '../support/databases.ts'

describeOnSqlite('the API about the audit and publication', (makeDatabase) => {
  let desk: TestApp
  let mill: MillAtWork

  beforeEach(async () => {
    desk = testApp(await makeDatabase())
    mill = await millAtWork(desk.db)
  })

  async function ask(
    method: 'get' | 'post',
    path: string,
    body?: object,
    role: 'editor' | 'admin' = 'editor',
  ) {
    const token = await desk.tokenOf(role)
    const asked: Test = request(desk.app)[method](`/api/v1${path}`).set('Authorization', `Bearer ${token}`)
    return body === undefined ? asked : asked.send(body)
  }
  const at = (place: string): string => `/reports/${mill.reportId}/${place}`
  interface Audit {
    readonly passed: boolean
    readonly findings: readonly {
      readonly rule: string
      readonly severity: string
      readonly fingerprint: string
      readonly waived: object | null
    }[]
  }
  const audit = async (): Promise<Audit> => (await ask('get', at('audit'))).body as Audit
  const blocking = async () =>
    (await audit()).findings.filter(({ severity, waived }) => severity === 'blocker' && waived === null)

  test('waives, takes back, signs off and publishes', async () => {
    await settleAll(desk.db, mill, [2])
    const [open] = await blocking()
    expect(open?.rule).toBe('unreviewed')
    expect((await ask('post', at('waivers'), { fingerprint: open?.fingerprint })).status).toBe(422)
    const waiver = { fingerprint: open?.fingerprint, reason: 'Known.' }
    const waived = await ask('post', at('waivers'), waiver)
    expect(waived.status).toBe(201)
    expect((await audit()).passed).toBe(true)
    const { id } = waived.body as { id: string }
    expect((await ask('post', `/waivers/${id}/withdrawals`)).status).toBe(201)
    expect((await ask('post', `/waivers/${id}/withdrawals`)).status).toBe(409)
    expect((await ask('post', at('publications'), { draftId: mill.draftId })).status).toBe(409)
    await ask('post', at('waivers'), waiver)
    const signOff = { draftId: mill.draftId, role: 'editor' }
    expect((await ask('post', at('sign-offs'), signOff)).status).toBe(201)
    expect((await ask('post', at('sign-offs'), { ...signOff, role: 'legal' })).status).toBe(403)
    expect((await ask('post', at('publications'), { draftId: 'another' })).status).toBe(409)
    const out = await ask('post', at('publications'), { draftId: mill.draftId })
    expect(out.status).toBe(201)
    expect(out.body).toMatchObject({ number: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string })
  })

  test('publishes over open points by a second person alone', async () => {
    await settleAll(desk.db, mill, [2])
    const asked = await ask('post', at('publication-requests'), { draftId: mill.draftId, reason: 'Noon.' })
    expect(asked.body).toMatchObject({ openPoints: 1 })
    const path = `/publication-requests/${(asked.body as { id: string }).id}/answers`
    expect((await ask('post', path, { answer: 'publish' })).status).toBe(403)
    expect((await ask('post', path, { answer: 'maybe' }, 'admin')).status).toBe(422)
    expect((await ask('post', path, { answer: 'publish' }, 'admin')).status).toBe(201)
  })

  test('names a caveat and takes it back', async () => {
    const claim = mill.claims[1]?.id ?? ''
    await settleAll(desk.db, mill, [2])
    await letDisputedStand(desk.db, mill, claim)
    const path = `/claims/${claim}/caveats`
    expect((await ask('post', path, { words: 'Nobody denies it' })).status).toBe(422)
    const set = await ask('post', path, { words: 'The owner denies that he was paid' })
    expect(set.status).toBe(201)
    const { id } = set.body as { id: string }
    expect((await ask('post', `/caveats/${id}/withdrawals`)).status).toBe(201)
  })
})
