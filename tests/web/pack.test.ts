import request from 'supertest'
import { expect, test } from 'vitest'
import { sha256 } from '../../src/history/canonical.ts'
import { check } from '../../src/publication/pack/verifier/verify.mjs'
import { testApp } from '../support/app.ts'
import { describeOnSqlite } from '../support/databases.ts'
import { millWithSecrets, publishMill } from '../support/packed.ts'

describeOnSqlite('the audit pack in the browser and by the API', (makeDatabase) => {
  test('is offered to editors, leaves as a zip that holds, and the history says so', async () => {
    const db = await makeDatabase()
    const mill = await millWithSecrets(db)
    await publishMill(db, mill)
    const app = testApp(db)
    const eve = await app.as('editor')
    const path = `/reports/${mill.reportId}`
    expect((await eve.get(`${path}/export`).expect(200)).text).toContain('Audit pack (zip)')
    const sent = await eve.post(`${path}/exports`, { format: 'pack', contacts: '1' }).buffer().expect(200)
    expect(sent.headers['content-disposition']).toContain('.pack.zip')
    expect(sent.headers['content-type']).toBe('application/zip')
    const asked = request(app.app)
      .get(`/api/v1${path}/export?format=pack`)
      .set('Authorization', `Bearer ${await app.tokenOf('editor')}`)
    const body = (await asked.buffer().responseType('blob').expect(200)).body as Buffer
    expect((await check(body)).broken).toBeNull()
    const told = await db.event.findMany({
      where: { chain: mill.reportId, kind: 'report.exported' },
      include: { payload: true },
      orderBy: { seq: 'asc' },
    })
    expect(
      told.map(({ payload }) => (JSON.parse(payload.body ?? '') as { included: string[] }).included),
    ).toEqual([['contacts'], []])
    expect(told[1]?.payload.body).toContain(sha256(body))
  })

  test('is for editors', async () => {
    const db = await makeDatabase()
    const { reportId } = await millWithSecrets(db)
    const ana = await testApp(db).as('reviewer')
    await ana.post(`/reports/${reportId}/exports`, { format: 'pack' }).expect(403)
  })
})
