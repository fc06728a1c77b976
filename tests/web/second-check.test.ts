import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../src/accounts/account.ts'
import { changeReportPolicy } from '../../src/audit/change-report-policy.ts'
import { judgeEvidence } from '../../src/review/judge-evidence.ts'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import { tickSpan } from '../../src/review/tick-span.ts'
import request from 'supertest'
import { type TestApp, testApp } from '../support/app.ts'
import { describeOnSqlite } from '../support/databases.ts'
import { importMarkdown, morning, reportAtWork, type ReportAtWork } from '../support/reports.ts'

describeOnSqlite('more than one checker, on the pages and by the API', (makeDatabase) => {
  let desk: TestApp
  let work: ReportAtWork
  let minute = 2

  beforeAll(async () => {
    desk = testApp(await makeDatabase())
    work = await reportAtWork(desk.db)
  })

  /** A report of its own, whose first claim Ana disputed with words and evidence that nobody else would write. */
  async function disputed(policy: Parameters<typeof changeReportPolicy>[1]['policy']) {
    const name = `harbour-${++minute}.md`
    const text = `# Harbour ${minute}\n\nThe fire broke out at dawn.[^1] Two boats left.\n\n[^1]: Harbour Gazette, ${minute} May 2021.\n`
    const report = await importMarkdown(desk.db, name, text, work.eve)
    await changeReportPolicy(desk.db, { reportId: report.id, policy, changedBy: work.eve, at: morning(2) })
    const claim = await desk.db.claim.findFirstOrThrow({ where: { reportId: report.id, number: 1 } })
    const citation = await desk.db.citation.findFirstOrThrow({
      where: { note: { draft: { reportId: report.id } } },
    })
    await judgeEvidence(desk.db, {
      claimId: claim.id,
      citationId: citation.id,
      judgement: 'contradicts',
      excerpt: 'zanzibar excerpt',
      judgedBy: work.ana,
      at: morning(++minute),
    })
    await rule(claim.id, work.ana, 'disputed')
    return { report, claim }
  }

  async function rule(claimId: string, checker: Actor, verdict: 'substantiated' | 'disputed') {
    const { version } = await desk.db.claim.findUniqueOrThrow({ where: { id: claimId } })
    const rationale = verdict === 'disputed' ? 'quetzal rationale' : undefined
    return recordVerdict(desk.db, {
      claimId,
      checker,
      verdict,
      rationale,
      seenVersion: version,
      at: morning(++minute),
    })
  }

  const browserOf = async (actor: Actor) =>
    desk.asAccount({
      ...actor,
      email: `${actor.name}@desk.example`,
      sample: false,
      suspendedAt: null,
      createdAt: desk.now,
    })

  test('a blind second sees nothing of the first checker’s file on any page until they have ruled', async () => {
    const { report, claim } = await disputed({ secondCheck: 'all', blindSecond: true })
    const ben = await browserOf(work.ben)
    const { sourceId } = await desk.db.citation.findFirstOrThrow({
      where: { note: { draft: { reportId: report.id } } },
    })
    const pages = [
      `/sources/${sourceId ?? ''}`,
      `/claims/${claim.id}`,
      `/reports/${report.id}/desk?claim=1`,
      `/reports/${report.id}/claims`,
      `/reports/${report.id}/history`,
      `/reports/${report.id}/coverage`,
      `/reports/${report.id}/notes`,
    ]
    for (const page of pages) {
      const { text } = await ben.get(page).expect(200)
      const said = text
        .replace(/<(form|select|dialog)[\s\S]*?<\/\1>/g, '')
        .replace(/<div class="visually[\s\S]*?<\/div>/g, '')
        .replace(/<figcaption[\s\S]*?<\/figcaption>/g, '') // what the colours of a chart mean
      for (const told of ['quetzal', 'zanzibar', 'marked claim 1', 'says otherwise</', 'status is-d'])
        expect({ page, told, found: said.includes(told) }).toEqual({ page, told, found: false })
    }
    expect((await ben.get(`/claims/${claim.id}`)).text).toContain('ruled by another, hidden until you rule')
    expect((await ben.get(`/reports/${report.id}/claims?status=disputed`)).text).toContain('No claim fits')
    expect((await ben.get(`/reports/${report.id}/claims?status=unreviewed`)).text).toContain('dawn')
    await rule(claim.id, work.ben, 'substantiated')
    const after = (await ben.get(`/claims/${claim.id}`)).text
    for (const told of ['quetzal', 'checkers differ']) expect(after).toContain(told)
  })

  test('nor by the API, whichever answer it is', async () => {
    const { report, claim } = await disputed({ secondCheck: 'all', blindSecond: true })
    const token = await desk.tokenOf('reviewer')
    const get = (path: string) =>
      request(desk.app).get(`/api/v1${path}`).set('Authorization', `Bearer ${token}`).expect(200)
    const answers = [
      await get(`/claims/${claim.id}`),
      await get(`/reports/${report.id}/claims`),
      await get(`/reports/${report.id}/history`),
      await get(`/reports/${report.id}`),
    ]
    for (const { text } of answers)
      for (const told of ['quetzal', 'zanzibar', ':"disputed"', '"disputed":1', 'contradicts'])
        expect({ told, found: text.includes(told) }).toEqual({ told, found: false })
    expect(answers[0]?.body).toMatchObject({ status: 'unreviewed', hidden: true, checkers: 1, verdicts: [] })
    const outcome = await request(desk.app)
      .post(`/api/v1/claims/${claim.id}/outcomes`)
      .set('Authorization', `Bearer ${token}`)
      .send({ outcome: 'query open', seenVersion: 2 })
      .expect(201)
    expect(outcome.body).toMatchObject({ status: 'unreviewed', outcome: null })
  })

  test('nor does any list, page or event say who ticked what', async () => {
    const { report, claim } = await disputed({ secondCheck: 'all', blindSecond: true })
    const token = await desk.tokenOf('reviewer')
    const get = async <T>(path: string): Promise<T> =>
      (await request(desk.app).get(`/api/v1${path}`).set('Authorization', `Bearer ${token}`).expect(200))
        .body as T
    const { currentDraftId } = await desk.db.report.findUniqueOrThrow({ where: { id: report.id } })
    const { start, quote } = await desk.db.placement.findFirstOrThrow({ where: { claimId: claim.id } })
    const at = (start ?? 0) + quote.indexOf('dawn')
    const { id } = await tickSpan(desk.db, {
      ...{ draftId: currentDraftId ?? '', start: at, end: at + 4, kind: 'date' as const, quote: 'dawn' },
      ...{ tickedBy: work.ana, at: morning(++minute) },
    })
    const shown = await get<{ ticks: unknown[] }>(`/claims/${claim.id}`)
    expect(shown.ticks).toEqual([])
    const list = await get<{ items: { spans: { ticks: unknown[] }[]; others: unknown[] }[] }>(
      `/reports/${report.id}/ticks?show=all`,
    )
    expect(
      list.items.flatMap(({ spans, others }) => [...spans.flatMap((span) => span.ticks), ...others]),
    ).toEqual([])
    const { items } = await get<{ items: { kind: string; payload: object }[] }>(
      `/reports/${report.id}/history`,
    )
    expect(items.find(({ kind }) => kind === 'tick.made')?.payload).toEqual({
      claimId: claim.id,
      number: 1,
      hidden: true,
    })
    const ben = await browserOf(work.ben)
    for (const page of [`/claims/${claim.id}`, `/reports/${report.id}/ticks?show=all`])
      expect((await ben.get(page).expect(200)).text).not.toContain(id)
    await rule(claim.id, work.ben, 'substantiated')
    expect((await ben.get(`/reports/${report.id}/ticks?show=all`)).text).toContain('Ana')
  })

  test('without blindness the second sees the first checker’s file, and everything says how many checked', async () => {
    const { report, claim } = await disputed({ secondCheck: 'all' })
    const ben = await browserOf(work.ben)
    const { text } = await ben.get(`/claims/${claim.id}`).expect(200)
    expect(text).toContain('quetzal')
    expect(text).toContain('Checked by one person: a second person is asked for.')
    expect((await ben.get(`/reports/${report.id}/claims`)).text).toContain('checked by one person')
    const found = (await ben.get(`/reports/${report.id}/claims?status=needs-second`)).text
    expect(found).toContain('dawn')
    expect(found).not.toContain('Two boats left')
  })

  test('a desk of one is allowed, and says so', async () => {
    const { report, claim } = await disputed({})
    await rule(claim.id, work.ana, 'substantiated')
    const ana = await browserOf(work.ana)
    expect((await ana.get(`/claims/${claim.id}`)).text).toContain('Checked by one person.')
    expect((await ana.get(`/reports/${report.id}/claims`)).text).toMatch(
      /1<\/span> claim was checked by one person/,
    )
  })

  test('a third person decides by a form, and one of those who differ is refused', async () => {
    const { claim } = await disputed({ secondCheck: 'all' })
    await rule(claim.id, work.ben, 'substantiated')
    const seenVersion = '3'
    const [ben, eve] = [await browserOf(work.ben), await browserOf(work.eve)]
    expect((await ben.get(`/claims/${claim.id}`)).text).not.toContain('Decide between the checkers')
    await ben
      .post(`/claims/${claim.id}/differences`, { verdict: 'disputed', reason: 'Mine.', seenVersion })
      .expect(403)
    const empty = await eve
      .post(`/claims/${claim.id}/differences`, { verdict: 'disputed', reason: ' ', seenVersion })
      .expect(422)
    expect(empty.text).toContain('href="#difference-reason"')
    await eve
      .post(`/claims/${claim.id}/differences`, { verdict: 'disputed', reason: 'The log.', seenVersion })
      .expect(303)
    const { text } = await ben.get(`/claims/${claim.id}`)
    expect(text).toMatch(/Eve<\/strong> decided: <span class="status is-d">disputed/)
    await ben
      .post(`/claims/${claim.id}/differences`, { verdict: 'disputed', reason: 'Late.', seenVersion })
      .expect(409)
  })

  test('objections are raised, shown and closed on the panel; words that were typed are kept on a conflict', async () => {
    const { claim } = await disputed({})
    const [ben, eve] = [await browserOf(work.ben), await browserOf(work.eve)]
    const late = await ben
      .post(`/claims/${claim.id}/objections`, { words: 'It <b>burned</b> at noon.', seenVersion: '1' })
      .expect(409)
    expect(late.text).toContain('It &lt;b&gt;burned&lt;/b&gt; at noon.')
    await ben
      .post(`/claims/${claim.id}/objections`, { words: 'It <b>burned</b> at noon.', seenVersion: '2' })
      .expect(303)
    const shown = (await eve.get(`/claims/${claim.id}`)).text
    expect(shown).toContain('It &lt;b&gt;burned&lt;/b&gt; at noon.')
    expect(shown).not.toContain('Close your objection')
    const { id } = await desk.db.objection.findFirstOrThrow({ where: { claimId: claim.id } })
    await eve.post(`/objections/${id}/closings`, {}).expect(403)
    await eve.post(`/objections/${id}/takings-over`, {}).expect(409)
    await ben.post(`/objections/${id}/closings`, { words: 'Agreed by phone.' }).expect(303)
    expect((await eve.get(`/claims/${claim.id}`)).text).toContain('Objection, closed by Ben')
  })

  test('the settings keep what was typed when the share is no percentage, and say what they ask for', async () => {
    const { report } = await disputed({})
    const eve = await browserOf(work.eve)
    const wrong = await eve
      .post(`/reports/${report.id}/settings`, { secondCheck: 'share', share: '250' })
      .expect(422)
    expect(wrong.text).toContain('value="250"')
    await eve
      .post(`/reports/${report.id}/settings`, { secondCheck: 'share', share: '25', blindSecond: '1' })
      .expect(303)
    expect((await eve.get(`/reports/${report.id}/history`)).text).toContain('a random 25 % of the claims')
  })

  test('risk is lowered with a reason by whoever may', async () => {
    const { claim } = await disputed({})
    const [ben, eve] = [await browserOf(work.ben), await browserOf(work.eve)]
    await ben.post(`/claims/${claim.id}/risk`, { risk: 'high', seenVersion: '2' }).expect(303)
    expect((await ben.get(`/claims/${claim.id}`)).text).not.toContain('Lower to ordinary risk')
    await ben
      .post(`/claims/${claim.id}/risk`, { risk: 'ordinary', reason: 'No.', seenVersion: '3' })
      .expect(403)
    await eve.post(`/claims/${claim.id}/risk`, { risk: 'ordinary', reason: '', seenVersion: '3' }).expect(422)
    await eve
      .post(`/claims/${claim.id}/risk`, { risk: 'ordinary', reason: 'Nobody is named.', seenVersion: '3' })
      .expect(303)
  })
})
