import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { changeReportPolicy } from '../../src/audit/change-report-policy.ts'
import { confirmReworded } from '../../src/drafts/confirm-reworded.ts'
import { importDraft } from '../../src/drafts/import-draft.ts'
import { listRewordings } from '../../src/drafts/list-rewordings.ts'
import { Conflict, Invalid, NotAllowed } from '../../src/errors.ts'
import { describeEvent } from '../../src/history/describe-event.ts'
import { listEvents } from '../../src/history/list-events.ts'
import { verifyChain } from '../../src/history/verify-chain.ts'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import { DEFAULT_POLICY, storedPolicy } from '../../src/review/report-policy.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { addChecker, importMarkdown, morning, type ReportAtWork } from '../support/reports.ts'

/** Five claims on an invented quarry; the first and the last lean on a note. */
const QUARRY = `# The quarry

The quarry was closed in the spring after a slide.[^slide] The mayor told the council about it in the evening.

The foreman had probably warned the owner. The pumps stood still for 9 days. The council paid for the repairs.[^paid]

[^slide]: Hill Courier, "Slide at the quarry", 2 April 2019.
[^paid]: Minutes of the council, 8 May 2019.
`

/** Words of claim 2, a hedge of claim 3, a number of claim 4, and a note of claim 5 changed. */
const NEXT = QUARRY.replace('told the council about', 'informed the council of')
  .replace('had probably warned', 'had warned')
  .replace('9 days', '10 days')
  .replace('8 May 2019', '9 May 2019')

describeOnBothDatabases('claims that were reworded since they were checked', (makeDatabase) => {
  let db: Database
  let people: ReportAtWork
  let reportId: string

  beforeAll(async () => {
    db = await makeDatabase()
    const [ana, ben] = [await addChecker(db, 'Ana'), await addChecker(db, 'Ben')]
    people = { ana, ben, eve: await addChecker(db, 'Eve', 'editor') } as ReportAtWork
  })
  beforeEach(async () => {
    reportId = (await importMarkdown(db, 'quarry.md', QUARRY, people.eve)).id
  })

  const next = (text: string) =>
    importDraft(db, {
      ...{ reportId, bytes: Buffer.from(text), name: 'quarry-2.md' },
      importedBy: people.eve,
      at: morning(30),
    })
  const claim = (number: number) =>
    db.claim.findUniqueOrThrow({ where: { reportId_number: { reportId, number } } })
  const rule = async (number: number, more: object = {}) => {
    const { id, version } = await claim(number)
    const given = { claimId: id, checker: people.ana, seenVersion: version, at: morning(5) }
    return recordVerdict(db, { ...given, verdict: 'substantiated', ...more })
  }
  const listed = async (reader = people.ana) => {
    const { policy } = await db.report.findUniqueOrThrow({ where: { id: reportId } })
    return listRewordings(db, { report: { id: reportId, policy: storedPolicy(policy) }, reader })
  }
  const seen = (numbers: readonly number[]) =>
    Promise.all(
      numbers.map(async (number) => {
        const { id, version } = await claim(number)
        return { claimId: id, seenVersion: version }
      }),
    )
  const confirm = async (numbers: readonly number[], more: object = {}) =>
    confirmReworded(db, {
      ...{ reportId, claims: await seen(numbers), cuts: [], confirmedBy: people.ana, at: morning(40) },
      ...more,
    })

  test('are listed with what kind of change each is', async () => {
    for (const number of [1, 2, 3, 4, 5]) await rule(number)
    await next(NEXT)
    expect((await listed()).map(({ number, changes, inList }) => ({ number, changes, inList }))).toEqual([
      { number: 2, changes: ['wording'], inList: true },
      { number: 3, changes: ['hedge'], inList: false },
      { number: 4, changes: ['number'], inList: false },
      { number: 5, changes: ['note'], inList: false },
    ])
    const [first] = await listed()
    expect(first).toMatchObject({
      before: { draft: 1, words: 'The mayor told the council about it in the evening.' },
      after: { draft: 2, words: 'The mayor informed the council of it in the evening.' },
      verdict: { verdict: 'substantiated', own: true, checker: 'Ana' },
    })
  })

  test('hold the checker’s verdict again once it is confirmed, with an event that says so', async () => {
    await rule(2, { verdict: 'disputed', rationale: 'The minutes say otherwise.', outcome: 'on author' })
    await next(NEXT)
    await confirm([2])
    expect(await claim(2)).toMatchObject({
      status: 'disputed',
      stale: false,
      settled: true,
      outcome: 'on author',
    })
    const [, anew] = await db.verdict.findMany({
      where: { claim: { reportId } },
      orderBy: { at: 'asc' },
      include: { rationale: true },
    })
    expect(anew).toMatchObject({
      checkerId: people.ana.id,
      rationale: { body: 'The minutes say otherwise.' },
    })
    const { items } = await listEvents(db, { chain: reportId, limit: 1, order: 'desc' })
    expect(items.map(describeEvent)).toEqual(['Ana confirmed on its new words: claim 2 disputed (on author)'])
    expect(items[0]?.payload).toMatchObject({ confirms: expect.any(String) as string })
    expect((await verifyChain(db, reportId)).broken).toBeNull()
    expect(await listed()).toEqual([])
  })

  test('are confirmed by another checker as that one’s own verdict', async () => {
    await rule(2)
    await next(NEXT)
    expect(await listed(people.ben)).toMatchObject([{ verdict: { own: false, checker: 'Ana' } }])
    await confirm([2], { confirmedBy: people.ben })
    const verdicts = await db.verdict.findMany({ where: { claim: { reportId } }, orderBy: { at: 'asc' } })
    expect(verdicts.map(({ checkerId }) => checkerId)).toEqual([people.ana.id, people.ben.id])
  })

  test('are confirmed one by one where a number, hedge or note changed, and never beside others', async () => {
    for (const number of [2, 4]) await rule(number)
    await next(NEXT)
    await expect(confirm([2, 4])).rejects.toThrow(
      'Claim 4 is to be confirmed by itself: number changed. Nothing was recorded.',
    )
    expect(await claim(2)).toMatchObject({ stale: true })
    await confirm([4])
    expect(await claim(4)).toMatchObject({ stale: false, settled: true })
  })

  test('are confirmed all or not at all: one that changed meanwhile is named', async () => {
    for (const number of [2, 1]) await rule(number)
    await next(NEXT.replace('was closed in', 'was shut in'))
    const claims = await seen([1, 2])
    await rule(2, { verdict: 'unsubstantiated', reason: 'no-note', checker: people.ben })
    await expect(confirm([], { claims })).rejects.toThrow(
      new Conflict('Claim 2 changed since you saw it: look at it again, then rule. Nothing was recorded.'),
    )
    expect(await claim(1)).toMatchObject({ stale: true })
    expect(await db.verdict.count({ where: { claim: { reportId } } })).toBe(3)
  })

  test('count two people where two are asked for, each for their own verdict', async () => {
    await changeReportPolicy(db, {
      ...{ reportId, policy: { ...DEFAULT_POLICY, secondCheck: 'all', blindSecond: true } },
      ...{ changedBy: people.eve, at: morning(2) },
    })
    await rule(2)
    await rule(2, { checker: people.ben })
    await next(NEXT)
    await confirm([2])
    expect(await claim(2)).toMatchObject({ stale: false, settled: false, checkers: 1 })
    await expect(confirm([2])).rejects.toThrow(Invalid)
    expect(await listed(people.eve)).toEqual([])
    expect(await listed(people.ben)).toMatchObject([{ number: 2, verdict: { own: true } }])
    await confirm([2], { confirmedBy: people.ben })
    expect(await claim(2)).toMatchObject({ settled: true, checkers: 2 })
  })

  test('that were cut are said to be cut in the same list, and only while they stand nowhere', async () => {
    for (const number of [2, 3]) await rule(number)
    await next(NEXT.replace('The pumps stood still for 10 days. ', ''))
    await confirm([2], { cuts: await seen([4]) })
    expect(await claim(2)).toMatchObject({ stale: false })
    expect(await claim(4)).toMatchObject({ outcome: 'cut', settled: true })
    await expect(confirm([], { cuts: await seen([5]) })).rejects.toThrow(
      'Claim 5 has a place in the present draft: it is not cut.',
    )
  })

  test('are no reader’s to confirm, nor anyone’s who has nothing to confirm', async () => {
    await rule(2)
    await next(NEXT)
    const ray = await addChecker(db, `Ray-${reportId.slice(0, 8)}`, 'reader')
    await expect(confirm([2], { confirmedBy: ray })).rejects.toThrow(NotAllowed)
    await expect(confirm([1])).rejects.toThrow(Invalid)
    await expect(confirm([])).rejects.toThrow('Tick at least one claim.')
  })
})
