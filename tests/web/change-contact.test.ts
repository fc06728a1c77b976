import request from 'supertest'
import { expect, test } from 'vitest'
import { recordAnswers } from '../../src/review/contacts/record-answers.ts'
import { testApp } from '../support/app.ts'
import { harbourContacts } from '../support/contacts.ts'
import { describeOnSqlite } from '../support/databases.ts'
import { pageContent } from '../support/page-content.ts'
import { morning } from '../support/reports.ts'

describeOnSqlite('the form that changes a contact', (makeDatabase) => {
  async function opened() {
    const desk = testApp(await makeDatabase())
    const work = await harbourContacts(desk.db)
    const contactId = await work.plan({ terms: 'background', plannedBy: work.eve, deadline: morning(30) })
    const editor = await desk.as('editor')
    const at = `/contacts/${contactId}`
    const stands = {
      person: 'Ida Holm, harbour master',
      how: 'phone',
      terms: 'background',
      deadline: '2026-01-05T08:30',
      reason: '',
      seen: '0',
    }
    return { ...work, desk, contactId, editor, at, stands }
  }

  test('shows what stands, and afterwards what was and what is', async () => {
    const { editor, at, stands } = await opened()
    const page = (await editor.get(at).expect(200)).text
    for (const value of [stands.person, stands.deadline]) expect(page).toContain(`value="${value}"`)
    expect(page).toContain('<option value="background" selected>')
    const given = { ...stands, person: 'Ida <Holme>', how: 'mail' }
    const { headers } = await editor.post(`${at}/changes`, given).expect(303)
    expect(headers['location']).toBe(`${at}#changes`)
    const { text } = pageContent((await editor.get(at).expect(200)).text)
    expect(text).toMatch(/Changes 1 Whom: Ida Holm, harbour master → Ida <Holme> ; How: by phone → by mail/)
  })

  test('asks why where terms are loosened after an answer, and keeps what was typed', async () => {
    const { db, editor, at, stands, contactId, answerTo, eve } = await opened()
    const answers = [await answerTo(1, 'confirmed')]
    await recordAnswers(db, { contactId, answers, notedBy: eve, at: morning(5) })
    const given = { ...stands, terms: 'on the record', person: 'Ida Holme' }
    const again = await editor.post(`${at}/changes`, given).expect(422)
    expect(again.text).toContain('href="#change-reason"')
    expect(again.text).toContain('value="Ida Holme"')
    expect(again.text).toMatch(/<option value="on the record" selected>/)
    expect(again.text).toMatch(/<details class="fold" open>/)
    await editor.post(`${at}/changes`, { ...given, reason: 'She <b>agreed</b>.' }).expect(303)
    expect(pageContent((await editor.get(at)).text).text).toContain('She <b>agreed</b>.')
  })

  test('refuses what does not fit beside its field, and what somebody else was quicker with', async () => {
    const { db, editor, at, stands } = await opened()
    const misfits = [
      [{ person: ' ' }, 'change-person'],
      [{ deadline: 'soon' }, 'change-deadline'],
      [{ deadline: '', rightOfReply: '1' }, 'change-deadline'],
      [{}, 'change-person'],
    ] as const
    for (const [part, field] of misfits) {
      const { text } = await editor.post(`${at}/changes`, { ...stands, ...part }).expect(422)
      expect(text).toContain(`href="#${field}"`)
    }
    await editor.post(`${at}/changes`, { ...stands, how: 'mail' }).expect(303)
    const late = await editor.post(`${at}/changes`, { ...stands, how: 'letter' }).expect(409)
    expect(pageContent(late.text).text).toContain('Somebody changed this contact meanwhile')
    expect(await db.contactChange.count()).toBe(1)
  })

  test('is not there for whom the contact is kept from', async () => {
    const { desk, at, stands } = await opened()
    const reviewer = await desk.as('reviewer')
    expect((await reviewer.get(at).expect(200)).text).not.toContain(`${at}/changes`)
    await reviewer.post(`${at}/changes`, { ...stands, how: 'mail' }).expect(403)
  })

  test('and the API change what is named, and nothing else', async () => {
    const { desk, contactId, editor } = await opened()
    const authorization = `Bearer ${await desk.tokenOf('editor')}`
    const post = async (body: object) =>
      request(desk.app).post(`/api/v1/contacts/${contactId}/changes`).set({ authorization }).send(body)
    const misfits = [
      {},
      { how: 'mail' },
      { how: 'pigeon', seenChanges: 0 },
      { seenChanges: 0 },
      { deadline: 'soon', seenChanges: 0 },
      { deadline: null, rightOfReply: true, seenChanges: 0 },
    ]
    for (const body of misfits) expect(await post(body)).toMatchObject({ status: 422 })
    expect(await post({ deadline: null, seenChanges: 0 })).toMatchObject({
      status: 201,
      body: { changed: ['deadline'] },
    })
    expect(await post({ how: 'mail', seenChanges: 0 })).toMatchObject({ status: 409 })
    const shown = await request(desk.app).get(`/api/v1/contacts/${contactId}`).set({ authorization })
    expect(shown.body).toMatchObject({
      how: 'phone',
      terms: 'background',
      deadline: null,
      seenChanges: 1,
      changes: [
        {
          was: { deadline: morning(30).toISOString() },
          is: { deadline: null },
          changedBy: editor.account.name,
        },
      ],
    })
  })
})
