import request from 'supertest'
import { expect, test } from 'vitest'
import { consistencyHolds, inclusionHolds } from '../../src/history/tree/check-proof.ts'
import { type ConsistencyProof, type InclusionProof, leafOfProof } from '../../src/history/tree/prove.ts'
import { currentHead } from '../../src/history/tree/sign-head.ts'
import { type HeadJson, signatureHolds } from '../../src/history/tree/signed-head.ts'
import { testApp } from '../support/app.ts'
import { describeOnBothDatabases, describeOnSqlite } from '../support/databases.ts'
import { pageContent } from '../support/page-content.ts'
import { addChecker, morning, reportAtWork } from '../support/reports.ts'

const decoded = (path: readonly string[]): Buffer[] => path.map((hash) => Buffer.from(hash, 'base64'))

describeOnBothDatabases('the proof of the desk', (makeDatabase) => {
  test('is signed, shown and taken away by an editor', async () => {
    const desk = testApp(await makeDatabase())
    const editor = await desk.as('editor')
    await reportAtWork(desk.db)
    expect(pageContent((await editor.get('/tree').expect(200)).text).text).toContain('No head was signed yet')
    await editor.get('/tree/head.json').expect(404)
    await editor.post('/tree/heads').expect(303).expect('Location', '/tree')
    const { text } = await editor.get('/tree').expect(200)
    const head = (await editor.get('/tree/head.json').expect(200)).body as HeadJson
    expect(signatureHolds({ ...head, at: new Date(head.at) })).toBe(true)
    expect(pageContent(text).text).toContain(head.root)
    const note = await editor
      .get('/tree/head.txt')
      .expect(200)
      .expect('Content-Type', /^text\/plain/)
    expect(note.text).toBe(head.note)
  })

  test('proves to programs that events are in the tree and that it only grew', async () => {
    const desk = testApp(await makeDatabase())
    const token = await desk.tokenOf('editor')
    const ask = (path: string) =>
      request(desk.app).get(`/api/v1/tree${path}`).set('Authorization', `Bearer ${token}`)
    const { report } = await reportAtWork(desk.db)
    await ask('/head').expect(404)
    await ask(`/proofs?report=${report.id}&event=1`).expect(409)
    const sign = () =>
      request(desk.app).post('/api/v1/tree/heads').set('Authorization', `Bearer ${token}`).expect(201)
    const first = (await sign()).body as HeadJson
    await addChecker(desk.db, 'Mia')
    const second = (await sign()).body as HeadJson
    expect((await ask('/head').expect(200)).body).toEqual(second)

    const proof = (await ask(`/proofs?report=${report.id}&event=1`).expect(200)).body as InclusionProof
    const { size, root } = proof.head
    expect(root).toBe(second.root)
    const claim = { leaf: leafOfProof(proof), index: proof.leaf, size, root: Buffer.from(root, 'hex') }
    expect(inclusionHolds({ ...claim, path: decoded(proof.path) })).toBe(true)

    const grown = (await ask(`/consistency?from=${first.size}`).expect(200)).body as ConsistencyProof
    expect(
      consistencyHolds({
        first: first.size,
        firstRoot: Buffer.from(first.root, 'hex'),
        second: second.size,
        secondRoot: Buffer.from(second.root, 'hex'),
        path: decoded(grown.path),
      }),
    ).toBe(true)
    await ask('/consistency?from=0').expect(422)
    await ask('/consistency?from=999').expect(404)
    await ask(`/consistency?from=${second.size}&to=${first.size}`).expect(422)
    await ask(`/proofs?report=${report.id}&event=99`).expect(404)
  })
})

describeOnSqlite('the proof of an event of a closed report', (makeDatabase) => {
  test('is for whom the report names; to others it is as if there were none', async () => {
    const desk = testApp(await makeDatabase())
    const { report, eve } = await reportAtWork(desk.db)
    await currentHead(desk.db, morning(2))
    await desk.db.report.update({ where: { id: report.id }, data: { closed: true } })
    await desk.db.reportMember.create({
      data: { reportId: report.id, accountId: eve.id, addedAt: morning(2) },
    })
    const path = `/reports/${report.id}/history/1/proof.json`
    const named = await desk.asAccount(
      (await desk.db.account.findUniqueOrThrow({ where: { id: eve.id } })) as never,
    )
    expect((await named.get(path).expect(200)).body).toMatchObject({ chain: report.id, seq: 1 })
    const admin = await desk.as('admin')
    const [there, never] = [await admin.get(path), await admin.get('/reports/none/history/1/proof.json')]
    expect([there.status, never.status]).toEqual([404, 404])
    const token = await desk.tokenOf('admin')
    for (const id of [report.id, 'none', `${report.id}.privileged`, 'desk'])
      await request(desk.app)
        .get(`/api/v1/tree/proofs?report=${id}&event=1`)
        .set('Authorization', `Bearer ${token}`)
        .expect(404)
  })
})
