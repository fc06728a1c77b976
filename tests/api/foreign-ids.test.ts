import request, { type Response } from 'supertest'
import { beforeAll, expect, test } from 'vitest'
import { openApiDocument } from '../../src/api/openapi.ts'
import { addProtectedSource } from '../../src/sources/protect-source.ts'
import { accountWithRole } from '../support/accounts.ts'
import { allRows } from '../support/all-rows.ts'
import { type Browser, type TestApp, testApp } from '../support/app.ts'
import { describeOnSqlite } from '../support/databases.ts'
import { type IdsOfReport, reportOfIds } from '../support/report-of-ids.ts'

/** What the ids in a body can name. */
type Named =
  | 'account'
  | 'author'
  | 'capture'
  | 'citation'
  | 'claim'
  | 'classification'
  | 'correction'
  | 'draft'
  | 'edit'
  | 'fix'
  | 'report'
  | 'source'

/** A request whose body holds an id: the route, the field, and a body that fits but for the id. */
interface Line {
  readonly route: string
  readonly field: string
  readonly names: Named
  /** What `:id` is in the path. */
  readonly on?: (own: IdsOfReport) => string
  readonly body: (id: string, desk: Desk) => object | Promise<object>
  /** The id that fits, where it is not the report's own one. */
  readonly good?: (desk: Desk) => string
}

interface Desk {
  readonly own: IdsOfReport
  readonly colleague: string
  /** Of a claim at present; 1 where there is none. */
  readonly version: (claimId: string) => Promise<number>
  /** The first letter of the claim at this index, to be ticked. */
  readonly letter: (index: number) => Promise<object>
}

const claim = (index: number) => (own: IdsOfReport) => own.claims[index]!
const sixth = claim(5)
const report = (own: IdsOfReport) => own.report
const draft = (own: IdsOfReport) => own.draft
const contact = (own: IdsOfReport) => own.contact
const source = (own: IdsOfReport) => own.source

const judged = { judgement: 'supports' }
const protection = { descriptor: 'A clerk', locator: 'Desk 4' }

/** Every id in every body of the API; the last test says so. In an order in which each can succeed after all were refused. */
const lines: readonly Line[] = [
  {
    route: '/claims/:id/verdicts',
    field: 'fixId',
    names: 'fix',
    on: claim(0),
    body: async (fixId, { own, version }) => ({
      ...{ verdict: 'substantiated', fixId, seenVersion: await version(own.claims[0]!) },
    }),
  },
  {
    route: '/claims/:id/evidence',
    field: 'citationId',
    names: 'citation',
    on: sixth,
    body: (citationId) => ({ citationId, ...judged }),
  },
  {
    route: '/claims/:id/evidence',
    field: 'sourceId',
    names: 'source',
    on: sixth,
    body: (sourceId) => ({ sourceId, ...judged }),
  },
  {
    route: '/claims/:id/evidence',
    field: 'captureId',
    names: 'capture',
    on: sixth,
    body: (captureId, { own }) => ({ sourceId: own.source, captureId, ...judged }),
  },
  {
    route: '/sources/:id/evidence',
    field: 'reportId',
    names: 'report',
    on: source,
    body: (reportId, { own }) => ({ reportId, claims: [{ claimId: sixth(own), ...judged }] }),
  },
  {
    route: '/sources/:id/evidence',
    field: 'claimId',
    names: 'claim',
    on: source,
    body: (claimId, { own }) => ({
      reportId: own.report,
      claims: [
        { claimId: claim(1)(own), ...judged },
        { claimId, ...judged },
      ],
    }),
  },
  {
    route: '/sources/:id/evidence',
    field: 'captureId',
    names: 'capture',
    on: source,
    body: (captureId, { own }) => ({
      ...{ reportId: own.report, captureId, claims: [{ claimId: sixth(own), ...judged }] },
    }),
  },
  {
    route: '/sources',
    field: 'readers',
    names: 'account',
    body: (id) => ({ protected: { ...protection, readers: [id] } }),
  },
  {
    route: '/reports/:id/contacts',
    field: 'sourceId',
    names: 'source',
    on: report,
    body: (sourceId) => ({ person: 'A clerk', how: 'mail', terms: 'background', claims: [1], sourceId }),
  },
  {
    route: '/contacts/:id/answers',
    field: 'claimId',
    names: 'claim',
    on: contact,
    body: async (claimId, { own, version }) => ({
      answers: [
        { claimId: claim(1)(own), answer: 'confirmed', seenVersion: await version(claim(1)(own)) },
        { claimId, answer: 'confirmed', seenVersion: await version(claimId) },
      ],
    }),
    good: ({ own }) => own.claims[0]!,
  },
  {
    route: '/claims/:id/edits',
    field: 'to',
    names: 'claim',
    on: claim(2),
    body: async (to, { own, version }) => ({
      ...{ kind: 'relinked', marker: 2, to, seenVersion: await version(claim(2)(own)) },
    }),
    good: ({ own }) => sixth(own),
  },
  {
    route: '/claims/:id/fixes',
    field: 'authorId',
    names: 'author',
    on: sixth,
    body: async (authorId, { own, version }) => ({
      ...{ original: '2022', proposed: '2021', authorId, seenVersion: await version(sixth(own)) },
    }),
  },
  {
    route: '/claims/:id/queries',
    field: 'authorId',
    names: 'author',
    on: claim(3),
    body: async (authorId, { own, version }) => ({
      ...{ words: 'In July?', authorId, seenVersion: await version(claim(3)(own)) },
    }),
  },
  {
    route: '/claims/:id/ticks',
    field: 'citationId',
    names: 'citation',
    on: claim(0),
    body: async (citationId, { letter }) => ({ ...(await letter(0)), citationId }),
  },
  {
    route: '/claims/:id/ticks',
    field: 'sourceId',
    names: 'source',
    on: claim(1),
    body: async (sourceId, { letter }) => ({ ...(await letter(1)), sourceId }),
  },
  {
    route: '/drafts/:id/ticks',
    field: 'citationId',
    names: 'citation',
    on: draft,
    body: async (citationId, { letter }) => ({ ...(await letter(2)), citationId }),
  },
  {
    route: '/drafts/:id/ticks',
    field: 'sourceId',
    names: 'source',
    on: draft,
    body: async (sourceId, { letter }) => ({ ...(await letter(5)), sourceId }),
  },
  {
    route: '/reports/:id/assignments',
    field: 'claimIds',
    names: 'claim',
    on: report,
    body: (id, { own, colleague }) => ({ claimIds: [claim(1)(own), id], assigneeId: colleague }),
    good: ({ own }) => sixth(own),
  },
  {
    route: '/reports/:id/assignments',
    field: 'assigneeId',
    names: 'account',
    on: report,
    body: (assigneeId, { own }) => ({ claimIds: [claim(2)(own)], assigneeId }),
  },
  {
    route: '/reports/:id/assignments',
    field: 'draftId',
    names: 'draft',
    on: report,
    body: (draftId, { colleague }) => ({ section: { draftId, start: 0 }, assigneeId: colleague }),
  },
  {
    route: '/reports/:id/assignments/endings',
    field: 'claimIds',
    names: 'claim',
    on: report,
    body: (id, { own }) => ({ claimIds: [claim(1)(own), id] }),
    good: ({ own }) => sixth(own),
  },
  {
    route: '/reports/:id/initials',
    field: 'draftId',
    names: 'draft',
    on: report,
    body: (draftId) => ({ draftId, start: 0 }),
  },
  {
    route: '/reports/:id/hand-overs',
    field: 'toId',
    names: 'account',
    on: report,
    body: (toId) => ({ toId, words: 'Ask the owner again.' }),
  },
  {
    route: '/claims/:id/comments',
    field: 'mentions',
    names: 'account',
    on: sixth,
    body: (id, { colleague }) => ({ words: 'Who says so?', mentions: [colleague, id] }),
  },
  {
    route: '/reports/:id/comments',
    field: 'mentions',
    names: 'account',
    on: report,
    body: (id, { colleague }) => ({ words: 'Who says so?', mentions: [colleague, id] }),
  },
  {
    route: '/reports/:id/groups',
    field: 'claimIds',
    names: 'claim',
    on: report,
    body: (id, { own }) => ({ group: 'fire', claimIds: [claim(1)(own), id] }),
    good: ({ own }) => sixth(own),
  },
  {
    route: '/reports/:id/members',
    field: 'accountId',
    names: 'account',
    on: report,
    body: (accountId) => ({ accountId }),
  },
  {
    route: '/reports/:id/members/removals',
    field: 'accountId',
    names: 'account',
    on: report,
    body: (accountId) => ({ accountId }),
  },
  {
    route: '/sources/:id/merges',
    field: 'duplicateId',
    names: 'source',
    on: source,
    body: (duplicateId) => ({ duplicateId }),
    good: ({ own }) => own.second,
  },
  {
    route: '/sources/:id/protection',
    field: 'readers',
    names: 'account',
    on: (own) => own.third,
    body: (id, { colleague }) => ({ ...protection, readers: [colleague, id] }),
  },
  {
    route: '/claims/:id/edits',
    field: 'claimId',
    names: 'claim',
    on: claim(1),
    body: async (claimId, { own, version }) => ({
      kind: 'merged',
      next: { claimId, seenVersion: await version(claimId) },
      seenVersion: await version(claim(1)(own)),
    }),
    good: ({ own }) => claim(2)(own),
  },
]

/** Fields that say what was seen: another value is a conflict, which the tests of their verbs show. */
const SEEN = [
  'post /contacts/:id/answers seen',
  'post /contacts/:id/answers seenAnswer',
  'post /drafts/:id/classifications seen',
  'post /reports/:id/publication-requests draftId',
  'post /reports/:id/publications draftId',
  'post /reports/:id/sign-offs draftId',
  'post /sources/:id/falls seen',
]

/** Ids that only fit what a later draft left open: tests/api/time.test.ts shows what is refused. */
const OF_DRAFTS = ['post /reports/:id/confirmations claimId']

/** Fields of such a name that hold no id: an offset, a reliability. */
const NO_IDS = ['post /drafts/:id/corrections to', 'post /sources/:id/falls to']

/** Ids under other names. */
const OTHER_NAMES = ['to', 'mentions', 'readers', 'seen', 'seenAnswer']

describeOnSqlite('an id in the body of a request', (makeDatabase) => {
  let app: TestApp
  let desk: Desk
  let editor: Browser
  let authorization: string
  let foreign: Readonly<Record<Named, readonly string[]>>

  beforeAll(async () => {
    app = testApp(await makeDatabase())
    const { db } = app
    editor = await app.as('editor')
    authorization = `Bearer ${await app.tokenOf('editor')}`
    const own = await reportOfIds(db, 'mill', editor.account)
    const other = await reportOfIds(db, 'barn', editor.account)
    const hidden = await reportOfIds(db, 'well', editor.account)
    await db.report.update({ where: { id: hidden.report }, data: { closed: true } })
    await db.reportMember.deleteMany({ where: { reportId: hidden.report } })
    await db.source.updateMany({ data: { onDesk: false } })
    const admin = await accountWithRole(db, 'admin')
    const out = await accountWithRole(db, 'reviewer', { email: 'out@desk.example', name: 'Out' })
    await db.account.update({ where: { id: out.id }, data: { suspendedAt: app.now } })
    const secret = { descriptor: 'A clerk', locator: 'Desk 4', readers: [], kind: 'person' } as const
    const kept = await addProtectedSource(db, { ...secret, onDesk: false, by: admin, at: app.now })
    const colleague = await accountWithRole(db, 'reviewer', { email: 'col@desk.example', name: 'Col' })
    const of = (key: Exclude<keyof IdsOfReport, 'claims'>) => [other[key], hidden[key], 'none']
    foreign = {
      account: [out.id, 'none'],
      author: of('author'),
      capture: of('capture'),
      citation: of('citation'),
      claim: [other.claims[5]!, hidden.claims[5]!, 'none'],
      classification: of('classification'),
      correction: of('correction'),
      draft: of('draft'),
      edit: of('edit'),
      fix: of('fix'),
      report: [hidden.report, 'none'],
      source: [hidden.source, kept.id, 'none'],
    }
    desk = {
      own,
      colleague: colleague.id,
      version: async (id) => (await db.claim.findUnique({ where: { id } }))?.version ?? 1,
      letter: async (index) => {
        const { start, quote } = await db.placement.findFirstOrThrow({
          where: { claimId: own.claims[index]! },
        })
        return { start, end: (start ?? 0) + 1, quote: quote.slice(0, 1), kind: 'name' }
      },
    }
  }, 60_000)

  const post = async ({ route, on, body }: Line, id: string): Promise<Response> =>
    request(app.app)
      .post(`/api/v1${route.replace(':id', on?.(desk.own) ?? '')}`)
      .set({ authorization })
      .send(await body(id, desk))

  const goodFor = ({ names, good }: Line): string => {
    if (good !== undefined) return good(desk)
    if (names === 'account') return desk.colleague
    return names === 'claim' ? sixth(desk.own) : desk.own[names as Exclude<keyof IdsOfReport, 'claims'>]
  }

  test.each(lines)('$route refuses a $names of elsewhere in “$field”, and writes nothing', async (line) => {
    const before = await allRows(app.db)
    for (const id of foreign[line.names]) {
      const { status, body } = (await post(line, id)) as { status: number; body: object }
      expect({ id, status, body, refused: [404, 422].includes(status) }).toMatchObject({
        refused: true,
        body: { detail: expect.stringMatching(/\w/) as string },
      })
      expect(await allRows(app.db)).toEqual(before)
    }
    const { status, body } = (await post(line, goodFor(line))) as { status: number; body: object }
    expect({ status, body }).toMatchObject({ status: 201 })
  })

  test('stands in a line here, whatever the route', () => {
    const covered = new Set(lines.map(({ route, field }) => `post ${route} ${field}`))
    const { paths = {}, components } = openApiDocument('http://localhost')
    const missing = Object.entries(paths).flatMap(([path, { post: described }]) =>
      [...propertiesIn(described?.requestBody, components)]
        .filter((name) => /Ids?$/.test(name) || OTHER_NAMES.includes(name))
        .map((name) => `post ${path.replace(/\{(\w+)\}/g, ':$1')} ${name}`),
    )
    expect(
      missing.filter((line) => !covered.has(line) && ![...SEEN, ...OF_DRAFTS, ...NO_IDS].includes(line)),
    ).toEqual([])
    expect([...covered, ...SEEN, ...OF_DRAFTS, ...NO_IDS].filter((line) => !missing.includes(line))).toEqual(
      [],
    )
  })
})

/** The names of all properties in a part of the description, those of the schemas that it refers to too. */
function propertiesIn(part: unknown, components: unknown, found = new Set<string>()): Set<string> {
  if (typeof part !== 'object' || part === null) return found
  for (const [key, value] of Object.entries(part)) {
    if (key === '$ref' && typeof value === 'string')
      propertiesIn(schemaNamed(value, components), components, found)
    else {
      if (key === 'properties') for (const name of Object.keys(value as object)) found.add(name)
      propertiesIn(value, components, found)
    }
  }
  return found
}

const schemaNamed = (reference: string, components: unknown): unknown =>
  (components as { schemas: Record<string, unknown> }).schemas[reference.split('/').at(-1) ?? '']
