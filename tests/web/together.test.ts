import { beforeEach, expect, test } from 'vitest'
import type { Account } from '../../src/accounts/account.ts'
import { listEvents } from '../../src/history/list-events.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { accountWithRole } from '../support/accounts.ts'
import { type Browser, testApp, type TestApp } from '../support/app.ts'
import { reportAtWork } from '../support/reports.ts'

describeOnBothDatabases('working together on pages', (makeDatabase) => {
  let desk: TestApp
  let reportId: string
  let claims: readonly { readonly id: string; readonly number: number }[]
  let [reviewer, editor, lawyer]: Browser[] = []

  const browser = (one: Browser | undefined): Browser => {
    if (one === undefined) throw new Error('Browsers are opened before each test.')
    return one
  }
  const someone = (name: string, legal = false): Promise<Account> =>
    accountWithRole(desk.db, legal ? 'reader' : 'reviewer', {
      name,
      email: `${name.toLowerCase()}@other.example`,
      legal,
    })
  const claimAt = (index: number): string => claims[index]?.id ?? ''
  const pageOf = async (one: Browser | undefined, path: string): Promise<string> =>
    (await browser(one).get(path).expect(200)).text

  beforeEach(async () => {
    desk = testApp(await makeDatabase())
    const work = await reportAtWork(desk.db)
    reportId = work.report.id
    claims = work.claims
    reviewer = await desk.as('reviewer')
    editor = await desk.as('editor')
    lawyer = await desk.asAccount(await someone('Lea', true))
  })

  test('a section is assigned, shown on desk, claim and table, and waits in the queue', async () => {
    const me = browser(reviewer)
    const { currentDraftId } = await desk.db.report.findUniqueOrThrow({ where: { id: reportId } })
    await browser(editor)
      .post(`/reports/${reportId}/assignments`, {
        draftId: currentDraftId ?? '',
        section: '0',
        assignee: me.account.id,
        deadline: '2026-06-01',
      })
      .expect(303)
      .expect('Location', `/reports/${reportId}/together`)
    const together = await pageOf(editor, `/reports/${reportId}/together`)
    expect(together).toContain('The reviewer</bdi>')
    expect(together).toContain('1 Jun 2026')
    expect(await pageOf(me, `/reports/${reportId}/desk?claim=1`)).toContain('The reviewer</bdi> <span')
    expect(await pageOf(me, `/reports/${reportId}/claims`)).toContain('<bdi>The reviewer</bdi>')
    const queue = await pageOf(me, '/queue')
    expect(queue).toContain('Assigned to you')
    expect(queue).toContain('Claim 4')
    expect(queue).toMatch(/Queue <span class="count figure">4</)
    expect(await pageOf(me, '/notices')).toContain('You were assigned claims of a report')
    desk.now = new Date('2026-06-02T00:00:00.000Z')
    expect(await pageOf(await desk.asAccount(me.account), '/queue')).toContain('4 overdue')
  })

  test('ticked claims are assigned from the table, and taken back', async () => {
    const me = browser(reviewer)
    const path = `/reports/${reportId}/assignments`
    const to = `/reports/${reportId}/claims?status=unsettled`
    await me
      .post(path, { claim: claimAt(0), assignee: me.account.id, deadline: '', to })
      .expect('Location', to)
    expect(await desk.db.assignment.count({ where: { endedAt: null } })).toBe(1)
    await me.post(`${path}/endings`, { claim: claimAt(0), to }).expect('Location', to)
    expect(await desk.db.assignment.count({ where: { endedAt: null } })).toBe(0)
    const late = await me.post(`${path}/endings`, { claim: claimAt(0), to }).expect(409)
    expect(late.text).toContain('Somebody was quicker')
  })

  test('an assignment that lacks something keeps what was chosen and points at the field', async () => {
    const me = browser(editor)
    const path = `/reports/${reportId}/assignments`
    const none = await me.post(path, { assignee: '', deadline: '2026-02-30' }).expect(422)
    for (const href of ['#section', '#assignee', '#deadline']) expect(none.text).toContain(`href="${href}"`)
    expect(none.text).toContain('value="2026-02-30"')
    const past = { claim: claimAt(0), assignee: me.account.id, deadline: '2020-01-01' }
    expect((await me.post(path, past).expect(422)).text).toContain('has not passed')
  })

  test('a comment prints as text whatever it holds, with a direction of its own', async () => {
    const words = '<script>alert(1)</script> \u202Eevil\n\u05E9\u05DC\u05D5\u05DD @The editor'
    await browser(reviewer)
      .post(`/claims/${claimAt(0)}/comments`, { words, back: 'desk', filter: '' })
      .expect(303)
      .expect('Location', `/reports/${reportId}/desk?claim=1#c1`)
    const page = await pageOf(editor, `/claims/${claimAt(0)}`)
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(page).not.toContain('<script>alert')
    expect(page).not.toContain('\u202E')
    expect(page).toContain('[right-to-left override]')
    expect(page).toContain(
      '<p dir="auto">\u05E9\u05DC\u05D5\u05DD <span class="mention">@The editor</span></p>',
    )
    expect(await pageOf(editor, '/queue')).toContain('Mentions')
  })

  test('a comment that is refused is kept, with whom it speaks to', async () => {
    const me = browser(reviewer)
    const long = 'x'.repeat(20_001)
    const path = `/claims/${claimAt(0)}/comments`
    expect((await me.post(path, { words: ' ' }).expect(422)).text).toContain('Write the comment first')
    expect((await me.post(path, { words: long }).expect(422)).text).toContain(long)
    const stranger = await me.post(path, { words: 'For you.', mention: 'nobody' }).expect(422)
    expect(stranger.text).toContain('>For you.</textarea>')
    expect(stranger.text).toContain('href="#comment-words"')
    expect(await desk.db.comment.count()).toBe(0)
  })

  test('a privileged comment is learned of by lawyers, its writer and whom it mentions, and by nobody else', async () => {
    const named = await desk.asAccount(await someone('Ned'))
    const before = await pageOf(editor, `/reports/${reportId}/history`)
    await browser(lawyer)
      .post(`/claims/${claimAt(0)}/comments`, {
        words: 'The owner may sue @The editor.',
        privileged: '1',
        mention: named.account.id,
      })
      .expect(303)
    for (const who of [lawyer, named]) {
      expect(await pageOf(who, `/claims/${claimAt(0)}`)).toContain('may sue')
      expect(await pageOf(who, `/reports/${reportId}/history`)).toContain(
        'Lea wrote a privileged comment on claim 1',
      )
    }
    for (const who of [reviewer, editor, await desk.as('admin')])
      for (const path of [
        `/claims/${claimAt(0)}`,
        `/reports/${reportId}/desk?claim=1`,
        `/reports/${reportId}/history?check=1`,
        `/reports/${reportId}/together`,
        '/notices',
        '/queue',
      ])
        expect(await pageOf(who, path)).not.toMatch(/may sue|privileged/i)
    expect(await pageOf(editor, `/reports/${reportId}/history`)).toBe(before)
    const { items } = await listEvents(desk.db, { chain: reportId, limit: 100 })
    expect(items.some(({ kind }) => kind.includes('privileged'))).toBe(false)
    await browser(editor)
      .post(`/claims/${claimAt(0)}/comments`, { words: 'Mine.', privileged: '1' })
      .expect(403)
  })

  test('a hand-over note stands on the desk of the person it is for until they have read it', async () => {
    const me = browser(reviewer)
    const note = { to: me.account.id, words: 'The log is in the red folder.' }
    await browser(editor).post(`/reports/${reportId}/hand-overs`, note).expect(303)
    const path = `/reports/${reportId}/desk?claim=1`
    const shown = await pageOf(me, path)
    expect(shown).toContain('red folder')
    expect(await pageOf(editor, path)).not.toContain('red folder')
    const seen = /\/notices\/[\w-]+\/seen/.exec(shown)?.[0] ?? ''
    await me.post(seen, { to: path }).expect(303).expect('Location', path)
    expect(await pageOf(me, path)).not.toContain('red folder')
    expect(await pageOf(me, `/reports/${reportId}/together`)).toContain('red folder')
    const empty = await me.post(`/reports/${reportId}/hand-overs`, { to: '', words: '' }).expect(422)
    expect(empty.text).toContain('href="#hand-over-words"')
  })

  test('a section is initialed and the initials are taken back', async () => {
    const me = browser(reviewer)
    const { currentDraftId } = await desk.db.report.findUniqueOrThrow({ where: { id: reportId } })
    const given = { draftId: currentDraftId ?? '', section: '0' }
    await me.post(`/reports/${reportId}/initials`, given).expect(303)
    expect(await pageOf(me, `/reports/${reportId}/desk?claim=1`)).toContain('initialed by The reviewer')
    const { id } = await desk.db.initials.findFirstOrThrow()
    await me.post(`/initials/${id}/withdrawals`).expect(303)
    expect(await pageOf(me, `/reports/${reportId}/desk?claim=1`)).not.toContain('initialed by')
    await me.post(`/reports/${reportId}/initials`, { ...given, draftId: 'old' }).expect(404)
  })

  test('two people at one claim see each other there, for a minute', async () => {
    const [me, other] = [browser(reviewer), browser(editor)]
    await me.get(`/claims/${claimAt(0)}`).expect(200)
    await me.post(`/claims/${claimAt(0)}/presence`).expect(200)
    expect(await pageOf(other, `/claims/${claimAt(0)}`)).toContain('<bdi>The reviewer</bdi> is here too')
    const answer = await other.post(`/claims/${claimAt(0)}/presence`).expect(200)
    expect(answer.text).toContain('The reviewer')
    await me.post(`/claims/${claimAt(1)}/presence`).expect(200)
    expect(await pageOf(other, `/claims/${claimAt(0)}`)).not.toContain('is here too')
    desk.now = new Date(desk.now.getTime() + 61_000)
    expect(await pageOf(other, `/claims/${claimAt(1)}`)).not.toContain('is here too')
  })

  test('how notices leave the page is chosen on one’s own account', async () => {
    const me = browser(reviewer)
    expect(await pageOf(me, '/account')).toContain('sends no e-mail at present')
    await me.post('/account/notices', { noticesBy: 'digest' }).expect(303)
    expect(await pageOf(me, '/account')).toMatch(/value="digest" checked/)
    await me.post('/account/notices', { noticesBy: 'by pigeon' }).expect(422)
    await me.post('/notices/seen').expect(303)
    await me.post('/notices/none/seen').expect(404)
  })
})
