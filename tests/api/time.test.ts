import request, { type Response } from 'supertest'
import { beforeEach, expect, test } from 'vitest'
import { importDraft } from '../../src/drafts/import-draft.ts'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { describeOnSqlite } from '../support/databases.ts'
import {
  HARBOUR_REPORT,
  importMarkdown,
  morning,
  reportAtWork,
  type ReportAtWork,
} from '../support/reports.ts'

const OWNER = 'The owner of the warehouse was insured for 240,000 crowns.'

/** Two claims reworded, one of them in its number; the last one rewritten at another place. */
const NEXT = HARBOUR_REPORT.replace('broke out on 3 May', 'broke out on 4 May')
  .replace('The harbour master signed the log at noon.', 'The harbour master signed the log, at noon sharp.')
  .replace(` ${OWNER}[^log]`, '')
  .replace(
    '# The harbour fire\n',
    '# The harbour fire\n\nFor 240,000 crowns the warehouse was insured by its owner.\n',
  )

describeOnSqlite('drafts and dates by the API', (makeDatabase) => {
  let desk: TestApp
  let work: ReportAtWork
  let tokens: { readonly reviewer: string; readonly editor: string }

  beforeEach(async () => {
    desk = testApp(await makeDatabase())
    work = await reportAtWork(desk.db)
    tokens = { reviewer: await desk.tokenOf('reviewer'), editor: await desk.tokenOf('editor') }
    for (const { id } of work.claims) {
      const verdict = { verdict: 'substantiated', outcome: 'stands', seenVersion: 1 } as const
      await recordVerdict(desk.db, { ...verdict, claimId: id, checker: work.ana, at: morning(5) })
    }
    const file = { bytes: Buffer.from(NEXT), name: 'harbour-2.md', importedBy: work.eve, at: morning(30) }
    await importDraft(desk.db, { ...file, reportId: work.report.id })
  })

  const ask = (who: 'reviewer' | 'editor', method: 'get' | 'post', path: string, body?: object) => {
    const asked = request(desk.app)[method](`/api/v1${path}`).set('Authorization', `Bearer ${tokens[who]}`)
    return body === undefined ? asked : asked.send(body)
  }
  const on = (path: string): string => `/reports/${work.report.id}/${path}`
  const claim = (number: number) =>
    desk.db.claim.findFirstOrThrow({ where: { reportId: work.report.id, number } })
  const seen = async (number: number) => {
    const { id: claimId, version: seenVersion } = await claim(number)
    return { claimId, seenVersion }
  }
  const bodyOf = ({ body }: Response) => body as Record<string, unknown>

  test('lists what is to be confirmed, and confirms the list, a cut, and a changed number by itself', async () => {
    const listed = bodyOf(await ask('reviewer', 'get', on('confirmations')).expect(200))
    expect(listed).toMatchObject({
      claims: [
        {
          number: 1,
          changes: ['number'],
          inList: false,
          verdict: { verdict: 'substantiated', checker: 'Ana' },
        },
        { number: 3, changes: ['wording'], inList: true },
      ],
      cuts: [{ number: 4, status: 'substantiated', outcome: 'stands', draft: 1 }],
    })
    const [first, third, cut] = [await seen(1), await seen(3), await seen(4)]
    const events = await desk.db.event.count()
    const together = { claims: [first, third], cuts: [cut] }
    const refused = await ask('reviewer', 'post', on('confirmations'), together).expect(422)
    expect(bodyOf(refused)['detail']).toContain('Claim 1 is to be confirmed by itself: number changed.')
    await ask('reviewer', 'post', on('confirmations'), {}).expect(422)
    const old = { claims: [{ ...third, seenVersion: 1 }] }
    await ask('reviewer', 'post', on('confirmations'), old).expect(409)
    expect(await desk.db.event.count()).toBe(events)
    const done = await ask('reviewer', 'post', on('confirmations'), { claims: [third], cuts: [cut] }).expect(
      201,
    )
    expect(bodyOf(done)).toMatchObject({
      claims: [{ number: 3, stale: false, status: 'substantiated' }],
      cuts: [{ number: 4, outcome: 'cut' }],
    })
    await ask('reviewer', 'post', on('confirmations'), { claims: [first] }).expect(201)
    expect(bodyOf(await ask('reviewer', 'get', on('confirmations')))).toEqual({ claims: [], cuts: [] })
  })

  test('confirms no claim of another report, whoever may read it', async () => {
    const other = await importMarkdown(desk.db, 'pier.md', 'The pier was closed in May.\n', work.eve)
    const { id: claimId } = await desk.db.claim.findFirstOrThrow({ where: { reportId: other.id } })
    const foreign = [{ claimId, seenVersion: 1 }]
    await ask('reviewer', 'post', on('confirmations'), { claims: foreign }).expect(422)
    await ask('reviewer', 'post', on('confirmations'), { cuts: foreign }).expect(422)
    await desk.db.report.update({ where: { id: other.id }, data: { closed: true } })
    await ask('reviewer', 'post', on('confirmations'), { claims: foreign }).expect(404)
    await ask('reviewer', 'post', on('confirmations'), { cuts: foreign }).expect(404)
  })

  test('proposes a place for an orphan, puts it there and takes it off again', async () => {
    const { claimId, seenVersion } = await seen(4)
    const found = bodyOf(await ask('editor', 'get', `/claims/${claimId}/places?words=insured`).expect(200))
    expect(found).toMatchObject({ number: 4, placed: false, before: { draft: 1 } })
    const [place] = found['found'] as { start: number; end: number; quote: string; taken: null }[]
    expect(place).toMatchObject({
      quote: 'For 240,000 crowns the warehouse was insured by its owner.',
      taken: null,
    })
    const at = { start: place!.start, end: place!.end, seenVersion }
    await ask('reviewer', 'post', `/claims/${claimId}/attachments`, at).expect(403)
    await ask('editor', 'post', `/claims/${claimId}/attachments`, {
      words: 'no such words',
      seenVersion,
    }).expect(422)
    await ask('editor', 'post', `/claims/${claimId}/attachments`, at).expect(201)
    expect(await claim(4)).toMatchObject({ stale: true, status: 'substantiated' })
    await ask('editor', 'post', `/claims/${claimId}/attachments`, at).expect(409)
    await ask('editor', 'post', `/claims/${claimId}/detachments`, { seenVersion }).expect(409)
  })

  test('takes a claim off words that are not its own', async () => {
    const { claimId, seenVersion } = await seen(3)
    const why = { seenVersion, reason: 'Another log is meant.' }
    await ask('editor', 'post', `/claims/${claimId}/detachments`, why).expect(201)
    const now = bodyOf(await ask('editor', 'get', `/claims/${claimId}`))
    expect(now).toMatchObject({ placement: 'orphaned', start: null })
  })

  test('compares two drafts', async () => {
    const compared = bodyOf(await ask('reviewer', 'get', on('comparison')).expect(200))
    expect(compared).toMatchObject({ old: { number: 1 }, new: { number: 2 }, fixes: [] })
    const passages = compared['passages'] as { status: string; changes: string[]; old: { quote: string } }[]
    expect(passages.find(({ old }) => old.quote.startsWith('The fire broke'))).toMatchObject({
      status: 'edited',
      changes: ['number'],
    })
    expect(passages.find(({ old }) => old.quote.startsWith('The owner'))?.status).toBe('deleted')
    expect(
      (compared['claims'] as { number: number; state: string }[]).find((one) => one.number === 4),
    ).toMatchObject({
      state: 'orphaned',
      new: null,
    })
    await ask('reviewer', 'get', on('comparison?new=1')).expect(404)
    await ask('reviewer', 'get', on('comparison?new=7')).expect(404)
    await ask('reviewer', 'get', on('comparison?old=two')).expect(422)
  })

  test('tells what changed between two instants, and counts over time', async () => {
    const [before, after] = [morning(3).toISOString(), morning(31).toISOString()]
    const changes = bodyOf(await ask('reviewer', 'get', on(`changes?from=${before}&to=${after}`)).expect(200))
    expect(changes).toMatchObject({
      from: { draft: 1, counts: { substantiated: 0, total: 4 } },
      to: { draft: 2, counts: { substantiated: 4, stale: 2, total: 5 } },
    })
    const items = changes['items'] as { number: number; changed: string[] }[]
    expect(items.find(({ number }) => number === 1)?.changed).toEqual(
      expect.arrayContaining(['status', 'words']),
    )
    expect(items.find(({ number }) => number === 4)?.changed).toContain('place')
    await ask('reviewer', 'get', on(`changes?from=${after}&to=${before}`)).expect(422)
    await ask('reviewer', 'get', on('changes?from=2025-12-24')).expect(422)
    const counts = bodyOf(await ask('reviewer', 'get', on('counts')).expect(200))
    expect(counts).toMatchObject({ unit: 'minute', end: morning(31).toISOString() })
    const points = counts['points'] as {
      from: string
      counts: { substantiated: { all: number; stale: number } }
    }[]
    expect(points[0]).toMatchObject({ from: morning(1).toISOString(), counts: { substantiated: { all: 0 } } })
    expect(points.at(-1)?.counts.substantiated).toEqual({ all: 4, stale: 2 })
    const early = bodyOf(await ask('reviewer', 'get', on(`counts?until=${before}`)).expect(200))
    expect(early['points']).toHaveLength(1)
  })
})
