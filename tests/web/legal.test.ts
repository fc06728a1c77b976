import { strFromU8, unzipSync } from 'fflate'
import request, { type Response } from 'supertest'
import { beforeAll, expect, test } from 'vitest'
import type { Account } from '../../src/accounts/account.ts'
import { addToken } from '../../src/accounts/add-token.ts'
import { type Action, policy } from '../../src/accounts/policy.ts'
import { reportObjects } from '../../src/accounts/report-objects.ts'
import { objectOf } from '../../src/api/api-route.ts'
import { apiRoutes } from '../../src/api/routes.ts'
import { EXPORT_FORMATS, exportFormats } from '../../src/exports/formats.ts'
import { withdrawComment } from '../../src/review/withdraw-comment.ts'
import { writeComment } from '../../src/review/write-comment.ts'
import { parameterOf } from '../../src/web/middleware/hide-closed.ts'
import { webRoutes } from '../../src/web/routes.ts'
import { accountWithRole } from '../support/accounts.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { describeOnSqlite } from '../support/databases.ts'
import { walkedReport, type WalkedReport } from '../support/walked-report.ts'

/** What a reader may do because they are a lawyer of the desk, written down from the design. */
const FOR_LAWYERS: readonly Action[] = [
  'comment',
  'comment under privilege',
  'decide complaints',
  'enter complaints',
  'hold',
  'lower risk',
  'object',
  'protect source',
  'raise risk',
  'see complaints',
  'see retention',
  'sign off as legal',
]

/** What stands in the privileged comments and nowhere else. */
const WORD = 'quicksand'

/** Where the verb asks for more than the route: as what somebody signed. */
const ASKED_AGAIN = ['/sign-offs/:id/withdrawals', '/sign-offs/:signOffId/withdrawals']

const services = {} as Parameters<typeof webRoutes>[0]
const pages = webRoutes(services)
const readable = [...pages, ...apiRoutes].filter(({ method }) => method === 'get')

interface Person {
  readonly account: Account
  readonly token: string
  readonly get: (path: string) => Promise<Response>
  readonly post: (path: string) => Promise<Response>
}

describeOnSqlite('a lawyer of the desk', (makeDatabase) => {
  let desk: TestApp
  let report: WalkedReport
  let lea: Person
  let otherLawyer: Person
  let told: Person
  const outsiders: Person[] = []
  const comments: string[] = []

  beforeAll(async () => {
    desk = testApp(await makeDatabase())
    const editor = await accountWithRole(desk.db, 'editor', { email: 'in@desk.example', name: 'Importer' })
    report = await walkedReport(desk.db, { editor, stranger: editor, closed: false })
    lea = await person('reader', { email: 'lea@desk.example', name: 'Lea', legal: true })
    otherLawyer = await person('reader', { email: 'law@desk.example', name: 'Lou', legal: true })
    told = await person('reviewer', { email: 'told@desk.example', name: 'Tilda' })
    for (const role of ['reader', 'reviewer', 'editor', 'admin'] as const)
      outsiders.push(await person(role, {}))
  }, 60_000)

  async function person(
    role: Account['role'],
    given: { email?: string; name?: string; legal?: boolean },
  ): Promise<Person> {
    const account = await accountWithRole(desk.db, role, given)
    const browser = await desk.asAccount(account)
    const { token } = await addToken(desk.db, { account, name: 'walk', by: null, at: desk.now })
    const ask = (method: 'get' | 'post') => async (path: string) =>
      path.startsWith('/api/')
        ? request(desk.app)[method](path).set('Authorization', `Bearer ${token}`)
        : browser[method](path)
    return { account, token, get: ask('get'), post: ask('post') }
  }

  /** Another lawyer, newly signed in: some of the routes end sessions. */
  let walkers = 0
  const walker = () =>
    person('reader', { email: `walker-${++walkers}@desk.example`, name: 'Walker', legal: true })

  /** The path with the ids of the report in it. */
  function pathOf(route: { readonly path: string }): string {
    const inApi = (apiRoutes as readonly object[]).includes(route)
    if (!inApi)
      return route.path.replaceAll(/:(\w+)/g, (_, name: string) => {
        const object = reportObjects.find((one) => parameterOf(one) === name)
        return object === undefined ? (/^(number|seq)$/.test(name) ? '1' : 'none') : report[object]
      })
    const object = objectOf(route)
    return `/api/v1${route.path.replace(':id', object === null ? 'none' : report[object])}`
  }

  test('may do what the design says, and nothing else beyond their role', () => {
    const beyond = Object.entries(policy)
      .filter(([, rule]) => 'orLegal' in rule || 'onlyLegal' in rule)
      .map(([action]) => action)
    expect(beyond.sort()).toEqual([...FOR_LAWYERS].sort())
  })

  test.each([...pages, ...apiRoutes].map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s lets a reader in who is a lawyer, as their role and that have it',
    async (_, route) => {
      if (route.access === 'anyone') return
      const { status, text } = await (await walker())[route.method](pathOf(route))
      const refused = status === 403 && text.includes('your role is reader')
      const may = policy[route.access].least === 'reader' || FOR_LAWYERS.includes(route.access)
      if (may && ASKED_AGAIN.includes(route.path)) return
      expect({ refused, broken: status >= 500 }).toEqual({ refused: !may, broken: false })
    },
  )

  /**
   * What everybody is shown wherever something can be read: the same clock for the same person, so that it can be compared. The
   * one tree over all events of the desk counts these too, and says of what they are as little as of any other.
   */
  async function everythingShownTo(people: readonly Person[]): Promise<ReadonlyMap<string, string>> {
    const shown = new Map<string, string>()
    const asked = [
      ...readable.map(pathOf).filter((path) => !path.includes('/export') && !/\/tree|\/proof/.test(path)),
      `/reports/${report.report}/claims?q=${WORD}`,
      `/api/v1/reports/${report.report}/claims?q=${WORD}`,
      `/reports/${report.report}/history?claim=1`,
      `/reports/${report.report}/desk?claim=1`,
    ]
    const start = desk.now
    await desk.db.presence.deleteMany()
    for (const [index, one] of people.entries()) {
      desk.now = new Date(start.getTime() + index * 120_000) // who was here a minute ago is shown no more
      await one.get('/api/v1/reports') // when a token was last used stands on a page
      for (const path of asked) {
        const { status, text } = await one.get(path)
        const said = text.replace(/"requestId":"[^"]*"|<code>[\w-]{36}<\/code>|<p>Tree head over [^\n]*/g, '')
        shown.set(`${one.account.name} ${path}`, `${status} ${said}`)
      }
    }
    desk.now = start
    await desk.db.presence.deleteMany()
    return shown
  }

  async function writeBoth(): Promise<void> {
    const comment = { words: `This is ${WORD}.`, privileged: true, mentions: [told.account.id] }
    const by = { writtenBy: lea.account, at: desk.now }
    for (const about of [{ claimId: report.claim }, { reportId: report.report }])
      comments.push((await writeComment(desk.db, { ...comment, ...about, ...by })).id)
  }

  test('writes what nobody else sees: no page, list, count, history, notice, digest or proof changes', async () => {
    const before = await everythingShownTo(outsiders)
    await writeBoth()
    const after = await everythingShownTo(outsiders)
    expect(differences(before, after)).toEqual([])
    await withdrawComment(desk.db, { commentId: comments[1]!, withdrawnBy: lea.account, at: desk.now })
    const withdrawn = await everythingShownTo(outsiders)
    expect(differences(before, withdrawn)).toEqual([])
    expect([...before.values()].filter((said) => said.startsWith('200')).length).toBeGreaterThan(80)
  }, 180_000)

  test('and whom the writer named see it, and that one was taken back', async () => {
    for (const insider of [lea, otherLawyer, told]) {
      expect((await insider.get(`/claims/${report.claim}`)).text).toContain(WORD)
      expect((await insider.get(`/api/v1/claims/${report.claim}/comments`)).text).toContain(WORD)
      const history = (await insider.get(`/reports/${report.report}/history`)).text
      expect(history).toContain('wrote a privileged comment on')
      expect(history).toContain('took back a privileged comment on')
      const together = (await insider.get(`/reports/${report.report}/together`)).text
      expect(together).toContain('Taken back by')
      expect(together).not.toContain(WORD)
    }
    expect((await told.get('/notices')).text).toContain('You were mentioned on')
  })

  test('alone can take it back; to others there is no such comment', async () => {
    for (const { post, account } of outsiders) {
      const { status } = await post(`/comments/${comments[0]!}/withdrawals`)
      const { status: missing } = await post('/comments/none/withdrawals')
      expect({ who: account.name, status }).toEqual({ who: account.name, status: missing })
    }
    expect(await desk.db.comment.count({ where: { withdrawnAt: { not: null } } })).toBe(1)
  })

  test.each(exportFormats.filter((format) => format !== 'pdf'))(
    'and nobody else takes a privileged comment out: %s with all that can be named',
    async (format) => {
      const include = EXPORT_FORMATS[format].takes.join(',')
      for (const { account, token } of outsiders.filter(
        ({ account: { role } }) => role !== 'reader' && role !== 'reviewer',
      )) {
        const { status, body } = (await request(desk.app)
          .get(`/api/v1/reports/${report.report}/export?format=${format}&include=${include}`)
          .set('Authorization', `Bearer ${token}`)
          .buffer(true)
          .parse((res, done) => {
            const parts: Buffer[] = []
            res.on('data', (part: Buffer) => parts.push(part))
            res.on('end', () => done(null, Buffer.concat(parts)))
          })) as { status: number; body: Buffer }
        expect({ who: account.name, status: status === 200 || (format === 'pack' && status < 500) }).toEqual({
          who: account.name,
          status: true,
        })
        expect(textOf(body)).not.toContain(WORD)
      }
    },
  )
})

/** Where two rounds of reading differ, with the first difference. */
const differences = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] =>
  [...before].flatMap(([where, was]) => {
    const is = after.get(where) ?? ''
    const at =
      Array.from({ length: was.length }, (_, index) => index).find((index) => was[index] !== is[index]) ?? 0
    return was === is
      ? []
      : [`${where}: ${was.slice(Math.max(0, at - 60), at + 60)} → ${is.slice(Math.max(0, at - 60), at + 60)}`]
  })

/** A file as text; of an archive all of its files. */
const textOf = (bytes: Buffer): string =>
  bytes.subarray(0, 2).toString() === 'PK'
    ? Object.values(unzipSync(bytes))
        .map((file) => strFromU8(file))
        .join('\n')
    : bytes.toString()
