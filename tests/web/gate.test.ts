import type { Response } from 'supertest'
import { beforeEach, expect, test } from 'vitest'
import { changeReportPolicy } from '../../src/audit/change-report-policy.ts'
import { currentHead } from '../../src/history/tree/sign-head.ts'
import { type Browser, type TestApp, testApp } from '../support/app.ts'
import { auditNow, letDisputedStand, type MillAtWork, millAtWork, settleAll } from '../support/at-the-gate.ts'
import { describeOnSqlite } from '../support/databases.ts'
import { morning } from '../support/reports.ts'

describeOnSqlite('the page of the audit', (makeDatabase) => {
  let desk: TestApp
  let mill: MillAtWork
  let editor: Browser
  let admin: Browser

  beforeEach(async () => {
    desk = testApp(await makeDatabase())
    mill = await millAtWork(desk.db)
    editor = await desk.as('editor')
    admin = await desk.as('admin')
  })

  const at = (place: string): string => `/reports/${mill.reportId}/${place}`
  const blocking = async (): Promise<{ fingerprint: string; rule: string }[]> =>
    (await auditNow(desk.db, mill.reportId)).findings.filter(({ severity }) => severity === 'blocker')
  const back = ({ headers }: Response): string => String(headers['location'])

  test('offers readers nothing to decide', async () => {
    await settleAll(desk.db, mill, [2])
    const reader = await desk.as('reader')
    const { text } = await reader.get(at('audit')).expect(200)
    expect(text).toContain('Not ready to publish')
    for (const offered of ['Let it stand', 'Sign off as', 'Publish draft', 'Publish over'])
      expect(text).not.toContain(offered)
  })

  test('lets a finding pass, says who did and why, and takes it back', async () => {
    await settleAll(desk.db, mill, [2])
    const [open] = await blocking()
    const fingerprint = open?.fingerprint ?? ''
    const refused = await editor.post(at('waivers'), { fingerprint, reason: ' ' }).expect(422)
    expect(refused.text).toContain('Write why it may stand')
    const reason = 'The ledger <is> with the police.'
    const given = await editor.post(at('waivers'), { fingerprint, reason }).expect(303)
    expect(back(given)).toBe(`${at('audit')}#f-${fingerprint.slice(0, 16)}`)
    const { text } = await editor.get(at('audit')).expect(200)
    expect(text).toContain('Nothing blocks publication')
    expect(text).toContain('The ledger &lt;is&gt; with the police.')
    const late = await admin.post(at('waivers'), { fingerprint, reason: 'I think so too.' }).expect(409)
    expect(late.text).toContain('let this finding pass already')
    const { id: waiver } = await desk.db.waiver.findFirstOrThrow()
    await admin.post(at('waivers/withdrawals'), { fingerprint, waiver }).expect(303)
    expect(await blocking()).toHaveLength(1)
  })

  test('keeps what was typed where the words of a caveat do not stand in the draft', async () => {
    const claim = mill.claims[1]?.id ?? ''
    await settleAll(desk.db, mill, [2])
    await letDisputedStand(desk.db, mill, claim)
    await changeReportPolicy(desk.db, {
      ...{ reportId: mill.reportId, policy: { rules: { 'disputed-without-caveat': 'blocker' } } },
      ...{ changedBy: mill.eve, at: morning(5) },
    })
    const [open] = await blocking()
    const form = { claim, fingerprint: open?.fingerprint ?? '' }
    const typed = 'The owner admits that he was paid'
    const refused = await editor.post(at('caveats'), { ...form, words: typed }).expect(422)
    expect(refused.text).toContain('These words do not stand in draft 1')
    expect(refused.text).toContain(`>${typed}</textarea>`)
    await editor.post(at('caveats'), { ...form, words: 'The owner denies that he was paid' }).expect(303)
    expect(await blocking()).toEqual([])
  })

  test('publishes the draft that was looked at, once, and over open points by two people', async () => {
    await settleAll(desk.db, mill, [2])
    const draft = mill.draftId
    const held = await editor.post(at('publications'), { draft }).expect(409)
    expect(held.text).toContain('one point blocks')
    const reason = 'The minister speaks at noon.'
    await editor.post(at('publication-requests'), { draft, reason }).expect(303)
    const { id: request } = await desk.db.publicationRequest.findFirstOrThrow()
    const answers = at('publication-requests/answers')
    const self = await editor.post(answers, { request, answer: 'publish', sure: 'yes' }).expect(403)
    expect(self.text).toContain('a second person has to publish it')
    await admin.post(answers, { request, answer: 'publish' }).expect(422)
    await admin.post(answers, { request, answer: 'publish', sure: 'yes' }).expect(303)
    const { text } = await editor.get(at('audit')).expect(200)
    expect(text).toContain('Published over one open point')
    await admin.post(answers, { request, answer: 'decline' }).expect(409)
    expect(await desk.db.publication.findMany()).toMatchObject([{ openPoints: 1, number: 1 }])
  })

  test('prints itself without script, under a policy that lets nothing in but its own style', async () => {
    expect((await editor.get(at('audit/print')).expect(200)).text).toContain('No tree head was signed yet.')
    await currentHead(desk.db, morning(5))
    const { text, headers } = await editor.get(at('audit/print')).expect(200)
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/)
    expect(text).not.toMatch(/<script|<link|src=|@import|url\(/)
    expect(text).toContain('Tree head over all')
    expect(text).toContain('The policy asks for no second person.')
  })
})

describeOnSqlite('the settings of a report', (makeDatabase) => {
  let desk: TestApp
  let mill: MillAtWork
  let editor: Browser

  beforeEach(async () => {
    desk = testApp(await makeDatabase())
    mill = await millAtWork(desk.db)
    editor = await desk.as('editor')
  })

  const at = (place = ''): string => `/reports/${mill.reportId}/settings${place}`
  const stored = async (): Promise<object> => {
    const { policy } = await desk.db.report.findUniqueOrThrow({ where: { id: mill.reportId } })
    return JSON.parse(policy ?? '{}') as object
  }

  test('fill themselves with a policy that comes with Stet, and save nothing by it', async () => {
    const { text } = await editor.get(at('?from=newsroom')).expect(200)
    expect(text).toContain('Nothing is saved yet')
    expect(await stored()).toEqual({})
  })

  test('keep what is set otherwise than the rules have it', async () => {
    const form = { secondCheck: 'high-risk', share: '10', 'signOff.legal': '1', 'rule.unsourced': 'blocker' }
    await editor.post(at(), { ...form, 'rule.note-missing': 'blocker' }).expect(303)
    expect(await stored()).toMatchObject({
      ...{ secondCheck: 'high-risk', signOffs: ['legal'], rules: { unsourced: 'blocker' } },
    })
    const { text } = await editor.get(`/reports/${mill.reportId}/history`).expect(200)
    expect(text).toContain('set “unsourced” to blocker')
    expect(text).toContain('asked for sign-off by legal')
  })

  test('take a whole policy as its file, or say what is wrong with it and keep it', async () => {
    const file = '{ "secondCheck": "all", "rules": { "note-mising": "off" } }'
    const refused = await editor.post(at('/file'), { file }).expect(422)
    expect(refused.text).toContain('names a rule “note-mising”')
    expect(refused.text).toContain('&quot;note-mising&quot;')
    expect(await stored()).toEqual({})
    await editor.post(at('/file'), { file: file.replace('note-mising', 'note-missing') }).expect(303)
    expect(await stored()).toMatchObject({ secondCheck: 'all', rules: { 'note-missing': 'off' } })
  })
})
