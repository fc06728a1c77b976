import request, { type Response } from 'supertest'
import { beforeAll, expect, test } from 'vitest'
import { type Account, type Role, roles } from '../../src/accounts/account.ts'
import { addToken } from '../../src/accounts/add-token.ts'
import type { ReportObject } from '../../src/accounts/report-objects.ts'
import { type Scope, scopes } from '../../src/accounts/token.ts'
import { objectOf } from '../../src/api/api-route.ts'
import { openApiDocument } from '../../src/api/openapi.ts'
import { apiRoutes } from '../../src/api/routes.ts'
import { accountWithRole } from '../support/accounts.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { describeOnSqlite } from '../support/databases.ts'
import { walkedReport, type WalkedReport } from '../support/walked-report.ts'

/**
 * From which role on each route of the API lets somebody in, and the scope that their token needs, written down from the design.
 * A route without a line here fails.
 */
const expected: Readonly<Record<string, `${Role} ${Scope}`>> = {
  'post /reports': 'editor edit',
  'get /reports': 'reader read',
  'get /reports/:id': 'reader read',
  'get /reports/:id/drafts': 'reader read',
  'post /reports/:id/drafts': 'editor edit',
  'get /reports/:id/claims': 'reader read',
  'get /reports/:id/history': 'reader read',
  'get /reports/:id/audit': 'reader read',
  'post /reports/:id/waivers': 'editor edit',
  'post /waivers/:id/withdrawals': 'editor edit',
  'post /claims/:id/caveats': 'editor edit',
  'post /caveats/:id/withdrawals': 'editor edit',
  'post /reports/:id/sign-offs': 'reader rule',
  'post /sign-offs/:id/withdrawals': 'reader rule',
  'post /reports/:id/publications': 'editor edit',
  'get /reports/:id/publications': 'reader read',
  'post /publications/:id/evidence-page': 'editor edit',
  'post /publications/:id/went-out': 'reviewer rule',
  'post /publications/:id/went-out-fetches': 'reviewer rule',
  'get /went-out/:id': 'reader read',
  'post /publications/:id/corrections': 'editor edit',
  'post /publications/:id/withdrawals': 'editor edit',
  'get /reports/:id/complaints': 'reviewer read',
  'post /publications/:id/complaints': 'reviewer rule',
  'get /complaints/:id': 'reviewer read',
  'post /complaints/:id/decisions': 'editor edit',
  'post /complaints/:id/withdrawals': 'reviewer rule',
  'get /standing': 'reader read',
  'post /reports/:id/publication-requests': 'editor edit',
  'post /publication-requests/:id/answers': 'editor edit',
  'get /reports/:id/export': 'editor edit',
  'post /reports/:id/imports': 'reviewer rule',
  'get /reports/:id/retention': 'editor edit',
  'post /reports/:id/retention': 'editor edit',
  'post /reports/:id/holds': 'editor edit',
  'post /reports/:id/hold-liftings': 'editor edit',
  'post /reports/:id/destructions': 'editor edit',
  'post /destructions/:id/answers': 'editor edit',
  'get /drafts/:id': 'reader read',
  'get /claims/:id': 'reader read',
  'post /claims/:id/verdicts': 'reviewer rule',
  'post /claims/:id/withdrawals': 'reviewer rule',
  'post /claims/:id/outcomes': 'reviewer rule',
  'post /claims/:id/outcome-withdrawals': 'reviewer rule',
  'post /claims/:id/evidence': 'reviewer rule',
  'post /reports/:id/claims': 'editor edit',
  'post /reports/:id/groups': 'editor edit',
  'get /claims/:id/edits': 'reader read',
  'post /claims/:id/edits': 'editor edit',
  'post /claim-edits/:id/withdrawals': 'editor edit',
  'post /claims/:id/risk': 'reviewer rule',
  'post /claims/:id/differences': 'reviewer rule',
  'post /claims/:id/objections': 'reviewer rule',
  'post /claims/:id/review-dates': 'reviewer rule',
  'post /claims/:id/rechecks': 'editor edit',
  'post /claims/:id/recheck-closings': 'reviewer rule',
  'post /objections/:id/closings': 'reviewer rule',
  'post /objections/:id/takings-over': 'editor edit',
  'get /reports/:id/confirmations': 'reader read',
  'post /reports/:id/confirmations': 'reviewer rule',
  'get /claims/:id/places': 'editor edit',
  'post /claims/:id/attachments': 'editor edit',
  'post /claims/:id/detachments': 'editor edit',
  'get /reports/:id/comparison': 'reader read',
  'get /reports/:id/changes': 'reader read',
  'get /reports/:id/counts': 'reader read',
  'get /tree/head': 'editor read',
  'post /tree/heads': 'editor edit',
  'get /tree/proofs': 'reader read',
  'get /tree/consistency': 'editor read',
  'get /account': 'reader read',
  'get /accounts': 'admin manage',
  'post /accounts': 'admin manage',
  'get /accounts/:id/open-work': 'admin manage',
  'post /accounts/:id/roles': 'admin manage',
  'post /accounts/:id/suspensions': 'admin manage',
  'post /accounts/:id/reinstatements': 'admin manage',
  'post /accounts/:id/invitations': 'admin manage',
  'post /accounts/:id/invitations/revocations': 'admin manage',
  'get /reports/:id/members': 'reader read',
  'post /reports/:id/closing': 'editor manage',
  'post /reports/:id/members': 'editor manage',
  'post /reports/:id/members/removals': 'reader manage',
  'get /reports/:id/contacts': 'reader read',
  'post /reports/:id/contacts': 'reviewer rule',
  'get /contacts/:id': 'reader read',
  'post /contacts/:id/changes': 'reviewer rule',
  'post /contacts/:id/attempts': 'reviewer rule',
  'post /contacts/:id/claims': 'reviewer rule',
  'post /contacts/:id/reflections': 'reviewer rule',
  'post /contacts/:id/answers': 'reviewer rule',
  'post /reports/:id/policy': 'editor edit',
  'post /drafts/:id/confirmations': 'reviewer rule',
  'get /drafts/:id/corrections': 'reader read',
  'post /drafts/:id/corrections': 'editor edit',
  'post /corrections/:id/withdrawals': 'editor edit',
  'get /drafts/:id/coverage': 'reader read',
  'post /drafts/:id/classifications': 'editor edit',
  'post /classifications/:id/withdrawals': 'editor edit',
  'get /sources': 'reader read',
  'post /sources': 'reviewer rule',
  'get /sources/:id': 'reader read',
  'get /sources/:id/captures': 'reader read',
  'post /sources/:id/captures': 'reviewer rule',
  'post /sources/:id/fetches': 'reviewer rule',
  'get /captures/:id': 'reader read',
  'get /captures/:id/file': 'reader read',
  'get /captures/:id/warc': 'reader read',
  'get /sources/:id/link-checks': 'reader read',
  'post /sources/:id/link-checks': 'reviewer rule',
  'post /sources/:id/edits': 'reviewer rule',
  'post /sources/:id/reliability': 'reviewer rule',
  'post /sources/:id/origin': 'reviewer rule',
  'post /sources/:id/merges': 'editor edit',
  'post /sources/:id/merge-withdrawals': 'editor edit',
  'post /sources/:id/review-dates': 'reviewer rule',
  'get /sources/:id/impact': 'reader read',
  'post /sources/:id/falls': 'editor edit',
  'post /sources/:id/fall-withdrawals': 'editor edit',
  'post /sources/:id/protection': 'reviewer rule',
  'post /sources/:id/protection-lifts': 'reviewer rule',
  'post /sources/:id/evidence': 'reviewer rule',
  'post /evidence/:id/withdrawals': 'reviewer rule',
  'post /claims/:id/fixes': 'reviewer rule',
  'post /fixes/:id/answers': 'reviewer rule',
  'post /fixes/:id/withdrawals': 'reviewer rule',
  'post /claims/:id/queries': 'reviewer rule',
  'post /queries/:id/answers': 'reviewer rule',
  'post /queries/:id/closings': 'reviewer rule',
  'get /reports/:id/ticks': 'reader read',
  'post /claims/:id/ticks': 'reviewer rule',
  'post /drafts/:id/ticks': 'reviewer rule',
  'post /ticks/:id/withdrawals': 'reviewer rule',
  'get /reports/:id/authors': 'editor edit',
  'post /reports/:id/authors': 'editor edit',
  'post /authors/:id': 'editor edit',
  'post /authors/:id/links': 'editor edit',
  'post /author-links/:id/revocations': 'editor edit',
  'get /queue': 'reader read',
  'get /notices': 'reader read',
  'post /notices/seen': 'reader rule',
  'post /notices/way': 'reader rule',
  'post /notices/:id/seen': 'reader rule',
  'get /claims/:id/comments': 'reader read',
  'post /claims/:id/comments': 'reviewer rule',
  'post /comments/:id/withdrawals': 'reviewer rule',
  'get /reports/:id/comments': 'reader read',
  'post /reports/:id/comments': 'reviewer rule',
  'get /reports/:id/assignments': 'reader read',
  'post /reports/:id/assignments': 'reviewer rule',
  'post /reports/:id/assignments/endings': 'reviewer rule',
  'get /reports/:id/initials': 'reader read',
  'post /reports/:id/initials': 'reviewer rule',
  'post /initials/:id/withdrawals': 'reviewer rule',
  'get /reports/:id/hand-overs': 'reader read',
  'post /reports/:id/hand-overs': 'reviewer rule',
}

const lines = Object.entries(expected).map(([route, needs]) => {
  const [method, path] = route.split(' ') as ['get' | 'post', string]
  const [least, scope] = needs.split(' ') as [Role, Scope]
  return { route, method, path, least, scope }
})

describeOnSqlite('the routes of the API', (makeDatabase) => {
  let desk: TestApp
  let report: WalkedReport
  const tokens = new Map<string, string>()

  beforeAll(async () => {
    desk = testApp(await makeDatabase())
    const accounts = new Map<Role, Account>()
    for (const role of roles) accounts.set(role, await accountWithRole(desk.db, role))
    for (const [role, account] of accounts)
      for (const scope of [...scopes, null]) {
        const given = { account, name: 'walk', by: null, at: desk.now }
        const { token } = await addToken(desk.db, scope === null ? given : { ...given, scopes: [scope] })
        tokens.set(`${role} ${scope ?? 'all'}`, token)
      }
    const editor = accounts.get('editor')
    if (editor === undefined) throw new Error('No editor')
    report = await walkedReport(desk.db, { editor, stranger: editor, closed: false })
  })

  const pathOf = (path: string): string => {
    const object: ReportObject | null = objectOf({ path })
    return `/api/v1${path.replace(':id', object === null ? 'none' : report[object])}`
  }

  const ask = (method: 'get' | 'post', path: string, token: string): Promise<Response> =>
    request(desk.app)[method](pathOf(path)).set('Authorization', `Bearer ${token}`)

  test('each have a line in these tests, and each line a route', () => {
    const routes = apiRoutes.map(({ method, path }) => `${method} ${path}`)
    expect(routes.sort()).toEqual(Object.keys(expected).sort())
  })

  test.each(lines)('$route lets in from $least on', async ({ method, path, least }) => {
    expect((await request(desk.app)[method](pathOf(path))).status).toBe(401)
    for (const role of roles) {
      const { status, text } = await ask(method, path, tokens.get(`${role} all`) ?? '')
      const refused = status === 403 && text.includes(`your role is ${role}`)
      expect({ role, refused }).toEqual({ role, refused: roles.indexOf(role) < roles.indexOf(least) })
      expect(status).toBeLessThan(500)
    }
  })

  test.each(lines)(
    '$route wants a token for “$scope”, and no other scope does',
    async ({ method, path, scope }) => {
      for (const given of scopes) {
        const { status, text } = await ask(method, path, tokens.get(`admin ${given}`) ?? '')
        const lacks = status === 403 && text.includes(`lacks the scope “${scope}”`)
        expect({ given, lacks }).toEqual({ given, lacks: given !== scope })
      }
    },
  )

  test('are each described with their scope', () => {
    const { paths, components } = openApiDocument('http://localhost')
    expect(JSON.stringify(components)).toContain('manage (say who is in')
    for (const { method, path, scope } of lines) {
      const described = paths?.[path.replace(/:(\w+)/g, '{$1}')]?.[method]
      expect({ path, security: described?.security }).toEqual({ path, security: [{ token: [scope] }] })
    }
  })
})
