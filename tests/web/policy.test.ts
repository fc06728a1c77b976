import { beforeAll, expect, test } from 'vitest'
import { type Actor, type Role, roles } from '../../src/accounts/account.ts'
import { importReport } from '../../src/drafts/import-report.ts'
import { planContact } from '../../src/review/contacts/plan-contact.ts'
import type { Database } from '../../src/db/database.ts'
import { judgeEvidence } from '../../src/review/judge-evidence.ts'
import { webRoutes } from '../../src/web/routes.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { contactOf } from '../support/contacts.ts'
import { NOON } from '../support/accounts.ts'
import { walkedReport } from '../support/walked-report.ts'
import { describeOnSqlite } from '../support/databases.ts'
import { reportAtWork } from '../support/reports.ts'

/** From which role on each route lets somebody in, written down from the design. A route without a line here fails. */
const expected: Readonly<Record<string, 'anyone' | Role>> = {
  'get /': 'anyone',
  'get /sign-in': 'anyone',
  'post /sign-in': 'anyone',
  'post /sign-out': 'reader',
  'get /setup/:secret': 'anyone',
  'post /setup/:secret': 'anyone',

  'get /account': 'reader',
  'post /account/password': 'reader',
  'post /account/tokens': 'reader',
  'post /account/tokens/:tokenId/revocation': 'reader',
  'post /account/sign-out-everywhere': 'reader',

  'get /accounts': 'admin',
  'post /accounts': 'admin',
  'post /accounts/:accountId/role': 'admin',
  'post /accounts/:accountId/suspension': 'admin',
  'post /accounts/:accountId/reinstatement': 'admin',
  'post /accounts/:accountId/password': 'admin',

  'get /invitations/:secret': 'anyone',
  'post /invitations/:secret': 'anyone',
  'post /accounts/:accountId/invitations': 'admin',
  'post /accounts/:accountId/invitations/revocation': 'admin',
  'get /accounts/:accountId/open-work': 'admin',

  'get /reports/:reportId/people': 'reader',
  'post /reports/:reportId/people': 'editor',
  'post /reports/:reportId/people/closing': 'editor',
  'post /reports/:reportId/people/removals': 'reader',

  'get /digest': 'editor',
  'get /reports': 'reader',
  'get /reports/new': 'editor',
  'post /reports': 'editor',
  'get /reports/readings/:readingId': 'editor',
  'get /reports/:reportId/reading': 'reader',
  'post /reports/:reportId/reading/confirmations': 'reviewer',
  'get /reports/:reportId/reading/blocks': 'editor',
  'post /reports/:reportId/corrections': 'editor',
  'post /reports/:reportId/corrections/withdrawals': 'editor',
  'get /reports/:reportId/drafts': 'reader',
  'post /reports/:reportId/drafts': 'editor',
  'get /reports/:reportId/drafts/:number': 'reader',
  'get /reports/:reportId/confirmations': 'reader',
  'post /reports/:reportId/confirmations': 'reviewer',
  'get /claims/:claimId/rewording': 'reader',
  'post /claims/:claimId/confirmations': 'reviewer',
  'get /claims/:claimId/place': 'editor',
  'post /claims/:claimId/attachments': 'editor',
  'post /claims/:claimId/detachments': 'editor',
  'get /reports/:reportId/desk': 'reader',
  'get /reports/:reportId/claims': 'reader',
  'get /reports/:reportId/coverage': 'reader',
  'post /reports/:reportId/coverage': 'editor',
  'post /reports/:reportId/coverage/withdrawals': 'editor',
  'get /reports/:reportId/notes': 'reader',
  'get /reports/:reportId/history': 'reader',
  'get /reports/:reportId/history/compare': 'reader',

  'get /reports/:reportId/audit': 'reader',
  'get /reports/:reportId/audit/print': 'reader',
  'post /reports/:reportId/waivers': 'editor',
  'post /reports/:reportId/waivers/withdrawals': 'editor',
  'post /reports/:reportId/caveats': 'editor',
  'post /reports/:reportId/sign-offs': 'reader',
  'post /reports/:reportId/sign-offs/withdrawals': 'reader',
  'post /reports/:reportId/publications': 'editor',
  'post /reports/:reportId/publication-requests': 'editor',
  'post /reports/:reportId/publication-requests/answers': 'editor',
  'get /reports/:reportId/publications': 'reader',
  'post /publications/:publicationId/evidence-page': 'editor',
  'post /publications/:publicationId/went-out': 'reviewer',
  'post /publications/:publicationId/went-out-fetches': 'reviewer',
  'get /went-out/:wentOutId': 'reader',
  'post /publications/:publicationId/corrections': 'editor',
  'post /publications/:publicationId/withdrawals': 'editor',
  'get /reports/:reportId/complaints': 'reviewer',
  'post /reports/:reportId/complaints': 'reviewer',
  'get /complaints/:complaintId': 'reviewer',
  'post /complaints/:complaintId/decisions': 'editor',
  'post /complaints/:complaintId/withdrawals': 'reviewer',
  'get /standing': 'reader',
  'get /standing.csv': 'reader',

  'get /reports/:reportId/settings': 'editor',
  'post /reports/:reportId/settings': 'editor',
  'post /reports/:reportId/settings/file': 'editor',

  'get /reports/:reportId/retention': 'editor',
  'post /reports/:reportId/retention': 'editor',
  'post /reports/:reportId/holds': 'editor',
  'post /reports/:reportId/holds/liftings': 'editor',
  'post /reports/:reportId/destructions': 'editor',
  'post /destructions/:destructionId/answers': 'editor',

  'get /reports/:reportId/export': 'editor',
  'post /reports/:reportId/exports': 'editor',
  'get /reports/:reportId/imports': 'reviewer',
  'post /reports/:reportId/imports': 'reviewer',
  'post /reports/:reportId/imports/confirmations': 'reviewer',

  'get /reports/:reportId/contacts': 'reader',
  'get /reports/:reportId/contacts/new': 'reviewer',
  'post /reports/:reportId/contacts': 'reviewer',
  'get /reports/:reportId/call-sheet': 'reader',
  'get /contacts/:contactId': 'reader',
  'post /contacts/:contactId/changes': 'reviewer',
  'post /contacts/:contactId/attempts': 'reviewer',
  'post /contacts/:contactId/claims': 'reviewer',
  'post /contacts/:contactId/reflections': 'reviewer',
  'get /contacts/:contactId/answers': 'reviewer',
  'post /contacts/:contactId/answers': 'reviewer',

  'get /claims/:claimId': 'reader',
  'post /claims/:claimId/verdicts': 'reviewer',
  'post /claims/:claimId/withdrawals': 'reviewer',
  'post /claims/:claimId/outcomes': 'reviewer',
  'post /claims/:claimId/outcome-withdrawals': 'reviewer',

  'get /reports/:reportId/claims/new': 'editor',
  'post /reports/:reportId/claims': 'editor',
  'post /claims/:claimId/splits': 'editor',
  'post /claims/:claimId/merges': 'editor',
  'post /claims/:claimId/markers': 'editor',
  'post /claims/:claimId/groups': 'editor',
  'post /claims/:claimId/classifications': 'editor',
  'post /claims/:claimId/edit-withdrawals': 'editor',
  'post /claims/:claimId/risk': 'reviewer',
  'post /claims/:claimId/differences': 'reviewer',
  'post /claims/:claimId/review-dates': 'reviewer',
  'post /claims/:claimId/rechecks': 'editor',
  'post /claims/:claimId/recheck-closings': 'reviewer',
  'post /claims/:claimId/objections': 'reviewer',
  'post /objections/:objectionId/closings': 'reviewer',
  'post /objections/:objectionId/takings-over': 'editor',
  'post /claims/:claimId/evidence': 'reviewer',
  'post /claims/:claimId/evidence/:evidenceId/withdrawals': 'reviewer',

  'get /sources': 'reader',
  'post /sources': 'reviewer',
  'get /sources/:sourceId': 'reader',
  'post /sources/:sourceId/reliability': 'reviewer',
  'post /sources/:sourceId/edits': 'reviewer',
  'post /sources/:sourceId/captures': 'reviewer',
  'post /sources/:sourceId/fetches': 'reviewer',
  'post /sources/:sourceId/link-checks': 'reviewer',
  'get /captures/:captureId/file': 'reader',
  'get /captures/:captureId/warc': 'reader',
  'post /sources/:sourceId/origin': 'reviewer',
  'post /sources/:sourceId/merges': 'editor',
  'post /sources/:sourceId/merge-withdrawals': 'editor',
  'post /sources/:sourceId/protection': 'reviewer',
  'post /sources/:sourceId/protection-lifts': 'reviewer',
  'post /sources/:sourceId/review-dates': 'reviewer',
  'get /sources/:sourceId/fall': 'editor',
  'post /sources/:sourceId/falls': 'editor',
  'post /sources/:sourceId/fall-withdrawals': 'editor',
  'get /sources/:sourceId/reports/:reportId': 'reviewer',
  'post /sources/:sourceId/reports/:reportId': 'reviewer',

  'post /claims/:claimId/fixes': 'reviewer',
  'post /fixes/:fixId/answers': 'reviewer',
  'post /fixes/:fixId/withdrawals': 'reviewer',
  'post /claims/:claimId/queries': 'reviewer',
  'post /queries/:queryId/answers': 'reviewer',
  'post /queries/:queryId/closings': 'reviewer',
  'get /reports/:reportId/ticks': 'reader',
  'post /reports/:reportId/ticks': 'reviewer',
  'post /claims/:claimId/ticks': 'reviewer',
  'post /ticks/:tickId/withdrawals': 'reviewer',
  'get /reports/:reportId/authors': 'editor',
  'post /reports/:reportId/authors': 'editor',
  'post /authors/:authorId': 'editor',
  'post /authors/:authorId/links': 'editor',
  'post /author-links/:authorLinkId/revocation': 'editor',
  'get /queue': 'reader',
  'get /notices': 'reader',
  'post /notices/seen': 'reader',
  'post /notices/:noticeId/seen': 'reader',
  'post /account/notices': 'reader',
  'get /reports/:reportId/together': 'reader',
  'post /reports/:reportId/assignments': 'reviewer',
  'post /reports/:reportId/assignments/endings': 'reviewer',
  'post /reports/:reportId/initials': 'reviewer',
  'post /initials/:initialsId/withdrawals': 'reviewer',
  'post /reports/:reportId/hand-overs': 'reviewer',
  'post /reports/:reportId/comments': 'reviewer',
  'post /claims/:claimId/comments': 'reviewer',
  'post /comments/:commentId/withdrawals': 'reviewer',
  'post /claims/:claimId/presence': 'reader',

  'get /tree': 'editor',
  'get /tree/head.json': 'editor',
  'get /tree/head.txt': 'editor',
  'post /tree/heads': 'editor',
  'get /reports/:reportId/history/:seq/proof.json': 'reader',

  'get /author/:secret': 'anyone',
  'post /author/:secret/fixes/:fix': 'anyone',
  'post /author/:secret/queries/:query': 'anyone',
}

const lines = Object.entries(expected).map(([route, least]) => {
  const [method, path] = route.split(' ') as ['get' | 'post', string]
  return { route, method, path, least }
})

async function someEvidence(db: Database, claimId: string, judgedBy: Actor): Promise<string> {
  const source = { title: 'Mill Post', kind: 'outlet' } as const
  const { id } = await judgeEvidence(db, { claimId, source, judgement: 'supports', judgedBy, at: NOON })
  return id
}

/** What the people asking are, from the least: nobody, then the roles. */
const askers = ['anyone', ...roles] as const

describeOnSqlite('the routes of the pages', (makeDatabase) => {
  let desk: TestApp
  let ids: Readonly<Record<string, string>>

  beforeAll(async () => {
    desk = testApp(await makeDatabase())
    const { report, claims, ana, eve } = await reportAtWork(desk.db)
    const contact = await planContact(desk.db, contactOf(report.id, eve))
    const walked = await walkedReport(desk.db, { editor: eve, stranger: ana, closed: false })
    ids = {
      ...Object.fromEntries(Object.entries(walked).map(([object, id]) => [`:${object}Id`, id])),
      ':reportId': report.id,
      ':claimId': claims[0]?.id ?? '',
      ':contactId': contact.id,
      ':accountId': eve.id,
      ':tokenId': 'none',
      ':secret': 'none',
      ':readingId': 'none',
      ':sourceId': 'none',
      ':evidenceId': await someEvidence(desk.db, claims[0]?.id ?? '', ana),
    }
  })

  const pathOf = (path: string): string => path.replaceAll(/:\w+/g, (name) => ids[name] ?? name)

  async function ask(asker: 'anyone' | Role, method: 'get' | 'post', path: string) {
    if (asker === 'anyone') return method === 'get' ? desk.visitor().get(path) : desk.visitor().post(path)
    return (await desk.as(asker))[method](path)
  }

  test('each have a line in these tests, and each line a route', () => {
    const routes = webRoutes(desk.services).map(({ method, path }) => `${method} ${path}`)
    expect(routes.sort()).toEqual(Object.keys(expected).sort())
  })

  test.each(lines)('$route lets in from $least on', async ({ method, path, least }) => {
    for (const asker of askers) {
      const { status, headers, text } = await ask(asker, method, pathOf(path))
      const byRole = status === 403 && text.includes('your role is') // not because it is somebody else’s
      const toSignIn = (headers['location'] ?? '').startsWith('/sign-in?to=')
      const allowed = askers.indexOf(asker) >= askers.indexOf(least)
      if (asker === 'anyone' && !allowed)
        expect({ asker, refused: status === 401 || toSignIn }).toEqual({ asker, refused: true })
      else if (!allowed) expect({ asker, status }).toEqual({ asker, status: 403 })
      else if (asker !== 'anyone')
        expect({ asker, refused: toSignIn || byRole || status >= 500 }).toEqual({
          asker,
          refused: false,
        })
    }
  })

  const aboutReports = lines.filter(({ path }) => /:(reportId|claimId)/.test(path))

  test.each(aboutReports)(
    '$route is closed to whom a closed report does not name, administrators too',
    async ({ method, path }) => {
      const { report, claims } = await closedReport()
      const closed = path.replace(':reportId', report.id).replace(':claimId', claims[0]?.id ?? '')
      for (const role of roles) {
        const { status, text } = await (
          await desk.as(role)
        )[method](closed, { verdict: 'substantiated', outcome: 'cut', seenVersion: '1' })
        expect({ role, refused: [403, 404].includes(status) }).toEqual({ role, refused: true })
        expect(text).not.toContain('warehouse')
      }
      expect(await desk.db.verdict.count({ where: { claim: { reportId: report.id } } })).toBe(0)
      expect(await desk.db.outcomeDecision.count({ where: { claim: { reportId: report.id } } })).toBe(0)
    },
  )

  test('a closed report stands in the list of the people named on it, and in no one else’s', async () => {
    const { report } = await closedReport()
    const link = `/reports/${report.id}`
    const editor = await desk.as('editor')
    expect((await editor.get('/reports').expect(200)).text).not.toContain(link)
    await editor.get(`${link}/reading`).expect(404)
    await desk.db.reportMember.create({
      data: { reportId: report.id, accountId: editor.account.id, addedAt: desk.now },
    })
    expect((await editor.get('/reports').expect(200)).text).toContain(link)
    await editor.get(`${link}/reading`).expect(200)
    expect((await (await desk.as('admin')).get('/reports').expect(200)).text).not.toContain(link)
  })

  /** One report of this suite, closed; people of an open one. */
  async function closedReport() {
    const claims = await desk.db.claim.findMany({
      where: { report: { closed: true } },
      orderBy: { number: 'asc' },
    })
    const id = claims[0]?.reportId ?? (await closeAnother())
    return { report: { id }, claims: await desk.db.claim.findMany({ where: { reportId: id } }) }
  }

  async function closeAnother(): Promise<string> {
    const bytes = Buffer.from(
      '# The closed one\n\nThe warehouse burned on a Monday. It was rebuilt within a year.\n',
    )
    const { id } = await importReport(desk.db, { bytes, name: 'closed.md', importedBy: null, at: desk.now })
    await desk.db.report.update({ where: { id }, data: { closed: true } })
    return id
  }
})
