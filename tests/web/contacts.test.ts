import { expect, test } from 'vitest'
import { claimNumbersIn, writtenNumbers } from '../../src/web/forms/claim-numbers.ts'
import { type Browser, testApp } from '../support/app.ts'
import { harbourContacts } from '../support/contacts.ts'
import { describeOnSqlite } from '../support/databases.ts'
import { pageContent, type PageContent } from '../support/page-content.ts'

/** What the fields of a page hold: inputs, chosen radios and options, and what was typed into text areas. */
function fieldsOf({ elements }: PageContent): Readonly<Record<string, string>> {
  const fields = elements.flatMap(({ name, attributes, text }) => {
    const field = attributes['name']
    if (field === undefined || field === '_csrf') return []
    if (name === 'textarea') return [[field, text]]
    if (name !== 'input') return []
    const chosen = !['radio', 'checkbox'].includes(attributes['type'] ?? '') || 'checked' in attributes
    return chosen ? [[field, attributes['value'] ?? '']] : []
  })
  return Object.fromEntries(fields) as Record<string, string>
}

describeOnSqlite('the pages of contacts', (makeDatabase) => {
  async function opened() {
    const desk = testApp(await makeDatabase())
    const work = await harbourContacts(desk.db)
    const reviewer = await desk.as('reviewer')
    const all = `/reports/${work.report.id}/contacts`
    const planned = {
      person: 'Ida Holm',
      how: 'phone',
      terms: 'on the record',
      claims: '1–3',
      put: '',
      deadline: '',
    }
    /** Plans a contact by the form; its address. */
    const plan = async (
      part: Readonly<Record<string, string>> = {},
      by: Browser = reviewer,
    ): Promise<string> => (await by.post(all, { ...planned, ...part }).expect(303)).headers['location'] ?? ''
    const show = async (by: Browser, path: string) => pageContent((await by.get(path).expect(200)).text)
    return { ...work, desk, reviewer, all, planned, plan, show }
  }

  test('take a contact by its form, and list it as open, then as answered', async () => {
    const { reviewer, all, plan, show } = await opened()
    expect((await show(reviewer, all)).text).toContain('Nobody has been asked yet.')
    const at = await plan({ put: 'Who <b>signed</b>?', deadline: '2030-01-01T12:00', rightOfReply: '1' })
    const shown = await show(reviewer, at)
    expect(shown.text).toContain('Who <b>signed</b>?')
    expect(shown.text).toMatch(/Claims put to them 3 .*1 The fire broke out.* 3 The harbour master signed/)
    expect((await show(reviewer, all)).text).toMatch(
      /Open 1 Ida Holm right of reply .*0 of 3 answered · not tried yet/,
    )
    await reviewer
      .post(`${at}/attempts`, { how: 'mail', reached: 'yes', words: 'She writes back.' })
      .expect(303)
    await reviewer.post(`${at}/reflections`, { reflected: 'signed the log' }).expect(303)
    const form = fieldsOf(await show(reviewer, `${at}/answers`))
    const { headers } = await reviewer.post(`${at}/answers`, { ...form, rest: 'none' }).expect(303)
    expect(headers['location']).toBe(`${at}?noted=3&ruled=0`)
    const after = await show(reviewer, headers['location'] ?? '')
    expect(after.text).toMatch(/3 answers noted.*no reply.*Reached by mail ?: She writes back\./)
    expect(after.text).toContain('Claim 3 : “ The harbour master signed the log at noon.')
    expect((await show(reviewer, all)).text).toMatch(/Answered 1 Ida Holm .*all 3 answered · tried once/)
  })

  test('note all answers in one go without script, each with its own ruling', async () => {
    const { db, reviewer, plan, show, report } = await opened()
    const at = await plan({ claims: '1, 2, 3, 4' })
    const form = fieldsOf(await show(reviewer, `${at}/answers?rule=1`))
    expect(form).toMatchObject({ rule: '1', 'seen-1': '1 ' })
    const filled = {
      ...form,
      'answer-1': 'confirmed',
      'answer-2': 'corrected',
      'words-2': 'Three boats.',
      'answer-3': 'confirmed',
      'ruling-3': 'none',
      'answer-4': 'declined',
      'ruling-4': 'unsubstantiated',
      'outcome-4': 'on author',
    }
    await reviewer.post(`${at}/answers`, filled).expect(303)
    const claims = await db.claim.findMany({ where: { reportId: report.id }, orderBy: { number: 'asc' } })
    expect(claims.map(({ status, outcome }) => [status, outcome])).toEqual([
      ['substantiated', 'stands'],
      ['disputed', null],
      ['unreviewed', null],
      ['unsubstantiated', 'on author'],
    ])
    const reasons = await db.verdict.findMany({
      orderBy: { claim: { number: 'asc' } },
      select: { reason: true },
    })
    expect(reasons.map(({ reason }) => reason)).toEqual([null, 'detail-differs', 'no-reply'])
  })

  test('show what another noted meanwhile, keep what was typed, and take it when it is sent again', async () => {
    const { desk, db, reviewer, plan, show } = await opened()
    const at = await plan()
    const form = fieldsOf(await show(reviewer, `${at}/answers`))
    const editor = await desk.as('editor')
    await editor.post(`${at}/answers`, { ...form, 'answer-2': 'corrected', 'words-2': 'Three.' }).expect(303)
    const mine = { ...form, 'answer-2': 'confirmed', 'words-2': 'Two, she says.', 'answer-1': 'declined' }
    const refused = pageContent((await reviewer.post(`${at}/answers`, mine).expect(409)).text)
    expect(refused.text).toContain('The editor noted an answer to claim 2 meanwhile.')
    expect(refused.text).toMatch(/Noted before by The editor: corrected , “ Three\. ”/)
    const kept = fieldsOf(refused)
    expect(kept).toMatchObject({
      'answer-1': 'declined',
      'answer-2': 'confirmed',
      'words-2': 'Two, she says.',
    })
    expect(await db.contactClaim.count({ where: { answer: { not: null } } })).toBe(1)
    await reviewer.post(`${at}/answers`, kept).expect(303)
    expect(await db.contactClaim.findMany({ orderBy: { index: 'asc' }, select: { answer: true } })).toEqual([
      { answer: 'declined' },
      { answer: 'confirmed' },
      { answer: null },
    ])
  })

  test('say that a claim changed since, with the answers kept', async () => {
    const { desk, claims, reviewer, plan, show } = await opened()
    const at = await plan()
    const form = fieldsOf(await show(reviewer, `${at}/answers`))
    const ruling = { verdict: 'substantiated', seenVersion: '1' }
    await (await desk.as('editor')).post(`/claims/${claims[0]?.id ?? ''}/verdicts`, ruling).expect(303)
    const refused = await reviewer.post(`${at}/answers`, { ...form, 'answer-1': 'confirmed' }).expect(409)
    const page = pageContent(refused.text)
    expect(page.text).toContain('Claim 1 changed since the answers were written down')
    expect(fieldsOf(page)).toMatchObject({ 'answer-1': 'confirmed', 'seen-1': '2 ' })
  })

  test('give a form that does not fit back, with its problems linked to its fields', async () => {
    const { reviewer, all, plan, planned, show } = await opened()
    const wrong = [
      [{ person: ' ' }, '#person'],
      [{ claims: '3, some' }, '#claims'],
      [{ claims: '99' }, '#claims'],
      [{ rightOfReply: '1' }, '#deadline'],
      [{ deadline: '31 June' }, '#deadline'],
      [{ put: 'x'.repeat(20_001) }, '#put'],
    ] as const
    for (const [part, href] of wrong) {
      const page = pageContent((await reviewer.post(all, { ...planned, ...part }).expect(422)).text)
      expect({ part, hrefs: page.hrefs.filter((link) => link === href) }).toEqual({ part, hrefs: [href] })
      expect(fieldsOf(page)).toMatchObject({ how: 'phone', terms: 'on the record' })
    }
    const at = await plan()
    const form = fieldsOf(await show(reviewer, `${at}/answers`))
    const blank = pageContent((await reviewer.post(`${at}/answers`, form).expect(422)).text)
    expect(blank.text).toContain('Nothing is answered yet')
    const words = await reviewer.post(`${at}/answers`, { ...form, 'words-2': 'typed' }).expect(422)
    const page = pageContent(words.text)
    expect(page.hrefs).toContain('#answer-2-1')
    expect(fieldsOf(page)['words-2']).toBe('typed')
    const added = pageContent((await reviewer.post(`${at}/claims`, { add: '1' }).expect(422)).text)
    expect(added.hrefs).toContain('#add')
    await reviewer.post(`${at}/reflections`, { reflected: 'the' }).expect(422)
  })

  test('keep what is off the record to who heard it and the editors, also on the desk', async () => {
    const { desk, reviewer, report, plan, show } = await opened()
    const at = await plan({ person: 'Jon Vik', terms: 'off the record', claims: '1', put: 'Was it arson?' })
    const form = fieldsOf(await show(reviewer, `${at}/answers`))
    await reviewer
      .post(`${at}/answers`, { ...form, 'answer-1': 'corrected', 'words-1': 'Lit by hand.' })
      .expect(303)
    const reader = await desk.as('reader')
    const places = [
      at,
      `/reports/${report.id}/contacts`,
      `/reports/${report.id}/call-sheet?contact=${at.slice(10)}`,
    ]
    for (const path of [...places, `/reports/${report.id}/desk?claim=1`, `/reports/${report.id}/history`])
      expect((await reader.get(path).expect(200)).text).not.toMatch(
        /Jon|Vik|arson\?|Lit by hand|is-it|: corrected/,
      )
    await (await desk.as('editor')).get(`${at}/answers`).expect(200)
    const other = await desk.asAccount((await desk.as('admin')).account)
    expect((await show(other, at)).text).toContain('Lit by hand.')
  })

  test('offer names in the claims, and a call sheet of their claims from which a contact is made', async () => {
    const { desk, report, reviewer, all, show } = await opened()
    await desk.db.report.count()
    const sheet = `/reports/${report.id}/call-sheet`
    const page = await show(reviewer, `${sheet}?person=Harbour+master`)
    expect(page.text).toContain('No claim of this draft is said by them')
    await reviewer.get(sheet).expect(422)
    await reviewer.get(`${sheet}?contact=none`).expect(404)
    const { sourceId } = await desk.db.citation.findFirstOrThrow()
    const leaning = await show(reviewer, `${sheet}?source=${sourceId ?? ''}`)
    expect(leaning.text).toMatch(/Claim Answer 1 The fire broke out.* 4 The owner/)
    const planHref = leaning.hrefs.find((href) => href.startsWith(`${all}/new?`)) ?? ''
    const form = fieldsOf(await show(reviewer, planHref))
    expect(form).toMatchObject({ source: sourceId, claims: '1, 4' })
    await reviewer
      .post(all, { ...form, person: 'The editor of the Gazette', terms: 'background' })
      .expect(303)
  })
})

test.each([
  ['3, 7, 12–15', [3, 7, 12, 13, 14, 15]],
  ['4 4 5', [4, 5]],
  ['1;2\n3', [1, 2, 3]],
  ['', []],
])('claims are named by their numbers: %j', (written, numbers) => {
  expect(claimNumbersIn(written)).toEqual(numbers)
})

test.each(['0', '5-3', 'x', '1..4', '1-9999', '-2'])(
  'what is no claim’s number is refused: %j',
  (written) => {
    expect(() => claimNumbersIn(written)).toThrow()
  },
)

test('numbers are written as runs', () => {
  expect(writtenNumbers([1, 2, 4, 5, 6, 9])).toBe('1, 2, 4–6, 9')
})
