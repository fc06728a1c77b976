import request from 'supertest'
import { expect, test } from 'vitest'
import type { Role } from '../../src/accounts/account.ts'
import { testApp } from '../support/app.ts'
import { harbourContacts } from '../support/contacts.ts'
import { describeOnSqlite } from '../support/databases.ts'

describeOnSqlite('the API of contacts', (makeDatabase) => {
  async function opened() {
    const desk = testApp(await makeDatabase())
    const { report, claims, db } = await harbourContacts(desk.db)
    const clientOf = async (role: Role) => {
      const authorization = `Bearer ${await desk.tokenOf(role)}`
      return {
        get: (path: string) => request(desk.app).get(`/api/v1${path}`).set({ authorization }),
        post: (path: string, body: object) =>
          request(desk.app).post(`/api/v1${path}`).set({ authorization }).send(body),
      }
    }
    return { desk, db, report, claims, clientOf, reviewer: await clientOf('reviewer') }
  }
  const asked = { person: 'Ida Holm', how: 'phone', terms: 'on the record', claims: [1, 3] }

  test('plans, tries, puts, answers and rules, and shows what came of it', async () => {
    const { report, claims, reviewer } = await opened()
    const { body } = (await reviewer.post(`/reports/${report.id}/contacts`, asked).expect(201)) as {
      body: { id: string }
    }
    const at = `/contacts/${body.id}`
    await reviewer.post(`${at}/attempts`, { reached: true, words: 'She has ten minutes.' }).expect(201)
    expect((await reviewer.post(`${at}/claims`, { add: [2], remove: [3] }).expect(201)).body).toEqual({
      added: [2],
      removed: [3],
    })
    const ruling = { verdict: 'substantiated', outcome: 'stands' }
    const answers = [1, 2].map((number) => ({
      claimId: claims[number - 1]!.id,
      answer: 'confirmed',
      seenVersion: 1,
      ruling,
    }))
    const noted = await reviewer.post(`${at}/answers`, { answers }).expect(201)
    expect(noted.body).toMatchObject({ answered: 2, ruled: [1, 2] })
    await reviewer.post(`${at}/answers`, { answers }).expect(409)
    await reviewer.post(`${at}/reflections`, { claim: 2 }).expect(201)
    expect((await reviewer.get(at).expect(200)).body).toMatchObject({
      person: 'Ida Holm',
      state: 'answered',
      reflected: { number: 2 },
      attempts: [{ reached: true, words: 'She has ten minutes.' }],
      claims: [
        { number: 1, answer: 'confirmed', status: 'substantiated', settled: true },
        { number: 2, answer: 'confirmed', status: 'substantiated', settled: true },
      ],
    })
    expect((await reviewer.get(`/reports/${report.id}/contacts`).expect(200)).body).toMatchObject({
      items: [{ id: body.id, asked: 2, answered: 2, reflected: 2 }],
      next: null,
    })
  })

  test('refuses in words what does not fit, and who may not', async () => {
    const { db, report, claims, clientOf, reviewer } = await opened()
    const all = `/reports/${report.id}/contacts`
    const reader = await clientOf('reader')
    await reader.post(all, asked).expect(403)
    const misfits = [
      { ...asked, terms: 'in confidence' },
      { ...asked, rightOfReply: true },
      { ...asked, person: ' ' },
      { ...asked, claims: [99] },
      { ...asked, deadline: 'tomorrow' },
    ]
    for (const misfit of misfits) await reviewer.post(all, misfit).expect(422)
    const { body } = (await reviewer.post(all, { ...asked, terms: 'off the record' }).expect(201)) as {
      body: { id: string }
    }
    const answer = {
      claimId: claims[0]!.id,
      answer: 'confirmed',
      seenVersion: 1,
      words: 'The log is forged.',
    }
    await reviewer
      .post(`/contacts/${body.id}/answers`, { answers: [{ ...answer, claimId: claims[3]!.id }] })
      .expect(422)
    await reviewer.post(`/contacts/${body.id}/answers`, { answers: [answer] }).expect(201)
    const kept = await reader.get(`/contacts/${body.id}`).expect(200)
    const history = await reader.get(`/reports/${report.id}/history`).expect(200)
    const claim = await reader.get(`/claims/${claims[0]!.id}`).expect(200)
    expect(kept.text + history.text + claim.text).not.toMatch(/Ida|forged|confirmed|supports/)
    await db.report.update({ where: { id: report.id }, data: { closed: true } })
    for (const path of [all, `/contacts/${body.id}`]) await reviewer.get(path).expect(404)
    await reviewer.post(`/contacts/${body.id}/attempts`, { reached: true }).expect(404)
  })
})
