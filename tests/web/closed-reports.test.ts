import request, { type Response } from 'supertest'
import { beforeAll, expect, test } from 'vitest'
import { type Account, type Role, roles } from '../../src/accounts/account.ts'
import { addToken } from '../../src/accounts/add-token.ts'
import { type Action, mayEver } from '../../src/accounts/policy.ts'
import { type ReportObject, reportObjects } from '../../src/accounts/report-objects.ts'
import { objectOf } from '../../src/api/api-route.ts'
import { apiRoutes } from '../../src/api/routes.ts'
import type { Database } from '../../src/db/database.ts'
import { parameterOf } from '../../src/web/middleware/hide-closed.ts'
import { webRoutes } from '../../src/web/routes.ts'
import { accountWithRole } from '../support/accounts.ts'
import { type Browser, type TestApp, testApp } from '../support/app.ts'
import { describeOnPostgresql, describeOnSqlite } from '../support/databases.ts'
import { CLOSED_WORD, walkedReport, type WalkedReport } from '../support/walked-report.ts'

/** Names in paths that stand for nothing of a report. A route with any other name fails until it is said here what it is. */
const OF_NO_REPORT = [
  'accountId',
  'tokenId',
  'secret',
  'readingId',
  'sourceId',
  'captureId',
  'noticeId',
  'fix',
  'query',
]

/** Places within a report, which stands before them in the path. */
const WITHIN_REPORT = ['number', 'seq']

/** Where the API keeps what belongs to no one report. */
const COLLECTIONS_OF_NO_REPORT = ['accounts', 'captures', 'notices', 'sources', 'tokens']

interface Line {
  readonly name: string
  readonly method: 'get' | 'post'
  readonly path: string
  readonly access: Action | 'anyone'
}

const services = {} as Parameters<typeof webRoutes>[0]
const pages: Line[] = webRoutes(services).map(({ method, path, access }) => ({
  name: `${method} ${path}`,
  method,
  path,
  access,
}))
const answers: Line[] = apiRoutes.map(({ method, path, access }) => ({
  name: `${method} /api/v1${path}`,
  method,
  path,
  access,
}))

const namesIn = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '')
const objectNamed = (name: string): ReportObject | undefined =>
  reportObjects.find((object) => parameterOf(object) === name)

/** One of a page's parameters that names something of a report; a page with two of them stands here twice. */
const pagesAboutObjects = pages.flatMap((line) =>
  namesIn(line.path).flatMap((name) => {
    const object = objectNamed(name)
    return object === undefined
      ? []
      : [{ ...line, name: `${line.name}, its ${name}`, parameter: name, object }]
  }),
)
const answersAboutObjects = answers.flatMap((line) => {
  const object = objectOf(line)
  return object === null ? [] : [{ ...line, object }]
})
const isAboutNoReport = ({ path }: Line): boolean =>
  namesIn(path).every((name) => ['accountId', 'sourceId'].includes(name)) && !path.startsWith('/sources/:')

/** What is said, without what differs from one request to the next. */
const said = ({ status, text }: Response): object => ({
  status,
  text: text.replace(/"requestId":"[^"]*"/, ''),
})

/** The walk over every route is the same on both databases and made on one; what is listed follows from queries, and is looked at on both. */
describeOnSqlite('a closed report', (makeDatabase) => suite(makeDatabase, { walk: true }))
describeOnPostgresql('a closed report', (makeDatabase) => suite(makeDatabase, { walk: false }))

function suite(makeDatabase: () => Promise<Database>, { walk }: { walk: boolean }): void {
  let desk: TestApp
  let open: WalkedReport
  let closed: WalkedReport
  let before: ReadonlyMap<string, object>
  const strangers = new Map<Role, { account: Account; browser: Browser; token: string }>()
  const named = new Map<Role, Browser>()

  beforeAll(async () => {
    desk = testApp(await makeDatabase())
    const editor = await accountWithRole(desk.db, 'editor', { email: 'in@desk.example', name: 'Who is in' })
    for (const role of roles) {
      const account = await accountWithRole(desk.db, role)
      const { token } = await addToken(desk.db, { account, name: 'walk', by: null, at: desk.now })
      strangers.set(role, { account, browser: await desk.asAccount(account), token })
    }
    const stranger = strangers.get('reviewer')?.account ?? editor
    open = await walkedReport(desk.db, { editor, stranger: editor, closed: false })
    await desk.db.source.updateMany({ data: { onDesk: false } })
    for (const role of roles) {
      const given = { email: `in-${role}@desk.example`, name: `In as ${role}` }
      named.set(role, await desk.asAccount(await accountWithRole(desk.db, role, given)))
      await askApi(role, 'get', '/reports')
    }
    before = await everythingListed()
    closed = await walkedReport(desk.db, { editor, stranger, closed: true })
    for (const { account } of named.values())
      await desk.db.reportMember.create({
        data: { reportId: closed.report, accountId: account.id, addedAt: desk.now },
      })
  }, 60_000)

  /** A page's path where all parameters are the open report's, but for one. */
  const pathWith = (path: string, parameter: string, id: string): string =>
    path.replaceAll(/:(\w+)/g, (_, name: string) => {
      const object = objectNamed(name)
      if (name === parameter) return id
      return object === undefined ? 'none' : open[object]
    })

  const askApi = (role: Role, method: 'get' | 'post', path: string): Promise<Response> =>
    request(desk.app)
      [method](`/api/v1${path}`)
      .set('Authorization', `Bearer ${strangers.get(role)?.token ?? ''}`)

  async function everythingListed(): Promise<ReadonlyMap<string, object>> {
    const listed = new Map<string, object>()
    for (const [role, { account, browser }] of strangers) {
      const place = (path: string): string => path.replace(':accountId', account.id)
      for (const { method, path } of pages.filter((line) => line.method === 'get' && isAboutNoReport(line)))
        listed.set(`${role} ${path}`, said(await browser[method](place(path))))
      for (const { method, path } of answers.filter((line) => line.method === 'get' && isAboutNoReport(line)))
        listed.set(`${role} /api/v1${path}`, said(await askApi(role, method, place(path))))
    }
    return listed
  }

  test('every route says what it is about: something of a report, or something else by name', () => {
    const unknown = pages
      .flatMap(({ path }) => namesIn(path))
      .filter(
        (name) => objectNamed(name) === undefined && ![...OF_NO_REPORT, ...WITHIN_REPORT].includes(name),
      )
    expect(unknown).toEqual([])
    const strange = answers.filter(
      (line) =>
        namesIn(line.path).length > 0 &&
        objectOf(line) === null &&
        !COLLECTIONS_OF_NO_REPORT.includes(line.path.split('/')[1] ?? ''),
    )
    expect(strange).toEqual([])
  })

  test.each(walk ? pagesAboutObjects : [])(
    '$name: is to others what never was',
    async ({ method, path, parameter, object }) => {
      for (const [role, { browser }] of strangers) {
        const hidden = await browser[method](pathWith(path, parameter, closed[object]))
        const missing = await browser[method](pathWith(path, parameter, 'none'))
        expect({ role, ...said(hidden) }).toEqual({ role, ...said(missing) })
        expect({ role, status: hidden.status }).toEqual({ role, status: 404 })
      }
    },
  )

  test.each(walk ? answersAboutObjects : [])(
    '$name: is to others what never was',
    async ({ method, path, access, object }) => {
      for (const [role, { account }] of strangers) {
        const hidden = await askApi(role, method, path.replace(':id', closed[object]))
        const missing = await askApi(role, method, path.replace(':id', 'none'))
        expect({ role, ...said(hidden) }).toEqual({ role, ...said(missing) })
        const refused = access !== 'anyone' && !mayEver(account, access)
        expect({ role, status: hidden.status }).toEqual({ role, status: refused ? 403 : 404 })
      }
    },
  )

  test.each(walk ? pagesAboutObjects.filter(({ method }) => method === 'get') : [])(
    '$name: is there for whom it names, as their role has it',
    async ({ path, access, parameter, object }) => {
      for (const [role, browser] of named) {
        const { status } = await browser.get(pathWith(path, parameter, closed[object]))
        const allowed = access === 'anyone' || mayEver(browser.account, access)
        if (!allowed) expect({ role, status }).toEqual({ role, status: 403 })
        else if (namesIn(path).length === 1)
          expect({ role, status: status < 400 || status === 422 }).toEqual({ role, status: true })
      }
    },
  )

  test('changes nothing that others are shown: no list, count, queue, notice, source or account', async () => {
    const now = await everythingListed()
    for (const [where, shown] of before) expect({ where, shown: now.get(where) }).toEqual({ where, shown })
    for (const [where, shown] of now)
      expect({ where, shown: JSON.stringify(shown) }).not.toContain(CLOSED_WORD)
  })

  test('lends its sources no page of their own', async () => {
    const own = await desk.db.source.findMany({ where: { url: { contains: CLOSED_WORD } } })
    expect(own).not.toEqual([])
    for (const { id } of own)
      for (const { browser } of strangers.values())
        expect(said(await browser.get(`/sources/${id}`))).toEqual(said(await browser.get('/sources/none')))
  })

  test('was touched by none of this', async () => {
    expect(await desk.db.event.count({ where: { chain: closed.report } })).toBe(1)
    expect(await desk.db.verdict.count()).toBe(0)
  })
}
